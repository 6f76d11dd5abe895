import type { EntryData } from '../../../../shared/domain/incident';
import { refuse } from '../../../../shared/errors';
import type { Call } from '../host';
import { writeAs } from '../host';
import { addEntries, heardAt } from '../incidents/incident-entries';
import { planInForce } from '../incidents/plan-in-force';
import { raiseIncident } from '../incidents/raise';
import { mustFind, runningIncidents } from '../incidents/running';
import type { Fields } from '../tables';
import type { InternalHandlers } from './types';

type Names =
  | 'internal.alarm.raise'
  | 'internal.alarm.send'
  | 'internal.alarm.line'
  | 'internal.alarm.heard'
  | 'internal.alarm.falseAlarm'
  | 'internal.alarm.unsent'
  | 'internal.alarm.signedIn'
  | 'internal.alarm.evacuationPrinted';

/** 报警: what anybody may do, asked by the main process's alarm service alone. */
export const alarmHandlers: Pick<InternalHandlers, Names> = {
  'internal.alarm.raise': (host, { id, raisedAt, elapsed }, call) =>
    writeAs(host, { ...call, requestId: id }, async (draft) => {
      // Asked again, it is there: a second key made for it would stand before the one that sealed it.
      const known = await host.reader.one('incidents', id);
      if (known) return { number: known.number };
      const staffId = me(call);
      const incident = await raiseIncident(host, draft, { id, raisedAt, elapsed, staffId, mode: 'real' });
      await addEntries(host, draft, incident, staffId, [{ kind: 'raised', signedIn: staffId !== '' }]);
      return { number: incident.number };
    }),

  'internal.alarm.send': async (host, { id, code, how }, call) => {
    await writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      // Whichever came first, the digit or the ten seconds, has sent it; a digit that comes later still says the type.
      const pending = incident.state === 'pending';
      const typed = code !== '' && incident.code === '';
      if (!pending && !typed) {
        if (code !== '' && code !== incident.code) refuse('refused', { message: '警报已按另一类型发出。请在「突发」里更改类型。' });
        return { id };
      }
      const fields: Fields<'incidents'> = pending ? { state: 'active' } : {};
      const lines: EntryData[] = [];
      if (typed) {
        Object.assign(fields, { code, ...(await planInForce(host, code)) });
        lines.push({ kind: 'type', code, reason: '' });
      }
      if (pending) lines.push({ kind: 'sent', how });
      draft.put('incidents', id, fields, incident.keyId);
      await addEntries(host, draft, incident, me(call), lines);
      return { id };
    });
    return null;
  },

  'internal.alarm.line': async (host, { id, text }, call) => {
    await writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      if (incident.state === 'closed' || incident.state === 'false-alarm')
        refuse('refused', { message: '这次报警已经结束，内容没有记入；如有情况，请按 F9 重新报警。' });
      await addEntries(host, draft, incident, me(call), [{ kind: 'note', text }]);
      return { id };
    });
    return null;
  },

  'internal.alarm.heard': async (host, { id }, call) => {
    const incident = await mustFind(host, id);
    const { state, deskCode } = incident;
    if (deskCode === host.deskCode || state === 'closed' || state === 'false-alarm') return null;
    await writeAs(host, call, async (draft) => {
      if (!(await heardAt(host, id)).includes(host.deskCode))
        await addEntries(host, draft, incident, me(call), [{ kind: 'heard', deskCode: host.deskCode }]);
      return { id };
    });
    return null;
  },

  'internal.alarm.falseAlarm': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const incident = await mustFind(host, id);
      if (incident.state !== 'pending' && incident.state !== 'active')
        refuse('refused', { message: '这次报警已经处置，不能再按误报结束。' });
      draft.put('incidents', id, { state: 'false-alarm', closedAt: draft.at }, incident.keyId);
      await addEntries(host, draft, incident, me(call), [{ kind: 'false-alarm', reason }]);
      return { id };
    });
    return null;
  },

  'internal.alarm.unsent': async (host) =>
    (await runningIncidents(host))
      .filter(({ state, deskCode }) => state === 'pending' && deskCode === host.deskCode)
      .map(({ id }) => ({ id })),

  'internal.alarm.signedIn': async (host, _input, call) => {
    const open = async () => (await runningIncidents(host)).filter((each) => each.deskCode === host.deskCode && each.reporterId === '');
    // Nearly always there is none: then no write lock is taken.
    if ((await open()).length === 0) return null;
    await writeAs(host, call, async (draft) => {
      for (const incident of await open()) {
        draft.put('incidents', incident.id, { reporterId: me(call) }, incident.keyId);
        await addEntries(host, draft, incident, me(call), [{ kind: 'signed-in' }]);
      }
      return {};
    });
    return null;
  },

  'internal.alarm.evacuationPrinted': async (host, { heads }, call) => {
    if ((await runningIncidents(host)).length === 0) return null;
    await writeAs(host, call, async (draft) => {
      for (const incident of await runningIncidents(host))
        await addEntries(host, draft, incident, me(call), [{ kind: 'evacuation-printed', heads }]);
      return {};
    });
    return null;
  },
};

const me = (call: Call): string => call.actor.staffId ?? '';
