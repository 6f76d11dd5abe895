import { v7 as uuid } from 'uuid';
import type { EntryData } from '../../../shared/domain/incident';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';
import { callList } from '../../../shared/rules/incident-calls';
import type { IncidentFacts } from '../../../shared/rules/incident-facts';
import { type Entry, incidentPicture } from '../../../shared/rules/incident-picture';
import type { EntryNames } from '../../../shared/rules/incident-words';

/** 2026-11-23 09:00:00 in the hall. Nobody here is real. */
export const RAISED = Date.parse('2026-11-23T09:00:00+08:00');
export const MINUTE = 60_000;
export const CLERK_ID = uuid();
const STAFF = new Map([[CLERK_ID, '王静']]);

export type Line = readonly [minute: number, data: EntryData];

/** A timeline from what happened in which minute; the key and the sending out stand before it. */
export function timelineOf(lines: readonly Line[], code: IncidentCode = 'E08', signedIn = true): Entry[] {
  const all: Line[] = [
    [0, { kind: 'raised', signedIn }],
    [0, { kind: 'type', code, reason: '' }],
    [0, { kind: 'sent', how: 'chosen' }],
    ...lines,
  ];
  return all.map(([minute, data], n) => ({
    ...{ id: uuid(), n, data },
    at: RAISED + minute * MINUTE,
    elapsed: minute * MINUTE,
    staffId: signedIn ? CLERK_ID : '',
    deskCode: '01',
  }));
}

export function factsOf(entries: readonly Entry[], code: IncidentCode = 'E08', over: Partial<IncidentFacts> = {}): IncidentFacts {
  const plan = CATALOGUE[code];
  const picture = incidentPicture(entries, plan);
  const names: EntryNames = {
    type: (each) => `${each} ${plan.name}`,
    step: (id) => plan.steps.find((step) => step.id === id)?.text ?? id,
    field: (key) => plan.fields.find((field) => field.key === key)?.label ?? key,
    contact: (key) => DEFAULT_EMERGENCY.contacts.find((each) => each.key === key)?.name ?? key,
    conduct: (id) => DEFAULT_EMERGENCY.conducts.find((each) => each.id === id)?.label ?? id,
    visit: () => 'A001 号',
    desk: (code) => `${Number(code)}号登记台`,
    task: (id) => {
      const task = entries.find((entry) => entry.id === id)?.data;
      return task?.kind === 'task' ? task.text : '';
    },
  };
  return {
    number: '20261123-01-T01',
    drill: false,
    raisedAt: RAISED,
    reporter: '王静',
    deskName: '一号登记台',
    unit: { name: '示范县信访局', address: '示范县人民路 1 号', phone: '0574-00000000' },
    plan,
    picture,
    entries,
    names,
    emergency: DEFAULT_EMERGENCY,
    calls: callList(picture, plan, DEFAULT_EMERGENCY, new Map()),
    commander: { post: '组长（单位主要负责人）', person: '周建国' },
    staffName: (id) => STAFF.get(id) ?? '',
    now: RAISED + 90 * MINUTE,
    ...over,
  };
}
