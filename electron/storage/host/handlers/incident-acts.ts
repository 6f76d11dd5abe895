import { v7 as uuid } from 'uuid';
import type { EntryInput } from '../../../../shared/domain/incident';
import type { IncidentPlan } from '../../../../shared/domain/incident-plan';
import { refuse } from '../../../../shared/errors';
import { checkEntry } from '../../../../shared/rules/incident-entry';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { type Call, type Host, writeAs } from '../host';
import { addEntries, entriesOf } from '../incidents/incident-entries';
import { planInForce } from '../incidents/plan-in-force';
import { raiseIncident } from '../incidents/raise';
import { responseNow } from '../incidents/response-of';
import { mustFind } from '../incidents/running';
import type { Fields } from '../tables';
import type { RequestHandlers } from './types';

/** What a person who is signed in does in an incident: each act is one line of its timeline. */
export const incidentActHandlers: Pick<RequestHandlers, 'incident.add' | 'incident.drill' | 'incident.clock'> = {
  'incident.add': async (host, { id, entry }, call) =>
    writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      const entries = await entriesOf(host, id);
      const { emergency } = await host.steady.settings();
      const checked = checkEntry(incidentPicture(entries, incident.plan), incident.plan, entry, {
        entryIds: new Set(entries.map((each) => each.id)),
        contacts: new Set(emergency.contacts.map(({ key }) => key)),
        conducts: new Set(emergency.conducts.map((each) => each.id)),
      });
      if (!checked.ok)
        refuse('refused', { message: checked.message, fields: checked.field ? { [checked.field]: checked.message } : undefined });
      await mustExist(host, entry);
      const fields = await fieldsOf(host, entry, draft.at);
      if (Object.keys(fields).length > 0) draft.put('incidents', id, fields, incident.keyId);
      const [entryId = ''] = await addEntries(host, draft, incident, me(call), [said(entry, incident.plan)]);
      return { entryId };
    }),

  'incident.drill': async (host, { code, plan: drillPlan, participants }, call) =>
    writeAs(host, call, async (draft) => {
      const id = uuid();
      const staffId = me(call);
      const raised = await raiseIncident(host, draft, {
        ...{ id, raisedAt: draft.at, elapsed: 0, staffId, mode: 'drill' },
        sealed: { drillPlan, participants },
      });
      draft.put('incidents', id, { state: 'active', code, ...(await planInForce(host, code)) }, raised.keyId);
      await addEntries(host, draft, raised, staffId, [
        { kind: 'raised', signedIn: true },
        { kind: 'type', code, reason: '' },
        { kind: 'sent', how: 'chosen' },
      ]);
      return { id };
    }),

  'incident.clock': async (host, { id }) => {
    const incident = await mustFind(host, id);
    return { elapsed: await host.incidentClocks.since(id, incident.raisedAt) };
  },
};

const me = (call: Call): string => call.actor.staffId ?? '';

/** A step says of which kind it was: the plan of another type would not know it. */
function said(entry: EntryInput, plan: IncidentPlan | null): EntryInput {
  if (entry.kind !== 'step') return entry;
  return { ...entry, stepKind: plan?.steps.find(({ id }) => id === entry.stepId)?.kind };
}

/** What the incident's own row repeats of its entries. */
async function fieldsOf(host: Host, entry: EntryInput, at: number): Promise<Fields<'incidents'>> {
  switch (entry.kind) {
    case 'type':
      return { code: entry.code, ...(await planInForce(host, entry.code)) };
    case 'level':
      return { level: entry.level };
    case 'controlled':
      return { state: 'controlled' };
    case 'uncontrolled':
      return { state: 'active' };
    case 'lifted':
      return { state: 'lifted', response: await responseNow(host) };
    case 'false-alarm':
      return { state: 'false-alarm', closedAt: at, response: await responseNow(host) };
    case 'closed':
      return { state: 'closed', closedAt: at };
    default:
      return {};
  }
}

/** What an entry names is there. */
async function mustExist({ reader }: Host, entry: EntryInput): Promise<void> {
  if (entry.kind === 'visitor' || entry.kind === 'found') {
    if (!(await reader.one('visits', entry.visitId))) refuse('not-found');
  } else if (entry.kind === 'photo') {
    if (!(await reader.one('attachments', entry.attachmentId))) refuse('not-found');
  } else if (entry.kind === 'recording') {
    if (!(await reader.one('recordings', entry.recordingId))) refuse('not-found');
  }
}
