import type { Group, Level, Service } from '../domain/emergency';
import type { CallOutcome, EntryData, EntryKind, IncidentState } from '../domain/incident';
import type { IncidentCode, IncidentPlan, StepKind } from '../domain/incident-plan';

/** One line of the timeline; `elapsed` in ms since the key was pressed, `at` ms UTC. */
export interface Entry {
  id: string;
  n: number;
  at: number;
  elapsed: number;
  staffId: string;
  /** Where it was written. */
  deskCode: string;
  data: EntryData;
}

export interface StepDone {
  outcome: 'done' | 'left-out';
  at: number;
  elapsed: number;
  staffId: string;
  reason: string;
  danger: boolean;
  stepKind?: StepKind;
}
export interface Attempt {
  outcome: CallOutcome;
  at: number;
  elapsed: number;
  person: string;
  phone: string;
  text: string;
}
export interface ServiceState {
  called: number | null;
  arrived: number | null;
  left: number | null;
  caseNo: string;
}
export interface Task {
  id: string;
  group: Group;
  text: string;
  elapsed: number;
  acknowledged: { person: string; elapsed: number } | null;
  doneElapsed: number | null;
}

/** What stands of an incident, worked out from its entries and nothing else. Moments are on the incident's own clock. */
export interface IncidentPicture {
  state: IncidentState;
  code: IncidentCode | '';
  level: Level;
  levelSince: number;
  /** The curve of heads, in the order of counting. */
  people: { elapsed: number; count: number }[];
  conducts: string[];
  steps: Record<string, StepDone>;
  persuasions: number;
  calls: Record<string, Attempt[]>;
  services: Partial<Record<Service, ServiceState>>;
  tasks: Task[];
  facts: Record<string, string>;
  visitIds: string[];
  found: Record<string, number>;
  dismissed: string[];
  controlledAt: number | null;
  liftedAt: number | null;
  /** ms UTC */
  liftedTime: number | null;
  whereabouts: { people: string; items: string; evidence: string } | null;
  summary: string;
  review: { limits: string; worked: string; improve: string; score: number } | null;
  reports: number;
  /** Who has taken note of the alarm: the first time at each other desk. `at` ms UTC. */
  heard: { deskCode: string; at: number; staffId: string }[];
  /** Entry → the correction that names it. */
  corrected: Record<string, string>;
}

/** An alarm is at least of the lowest level; higher ones are proposed and set by a person. */
export const FIRST_LEVEL: Level = 4;

/** What the program wrote, and what moved the incident on, is not taken back by a correction: another entry moves it again. */
const STAYS: ReadonlySet<EntryKind> = new Set([
  'raised',
  'sent',
  'heard',
  'type',
  'level',
  'controlled',
  'uncontrolled',
  'lifted',
  'false-alarm',
  'closed',
  'correction',
  'report',
]);

/** Whether an entry still holds: nobody corrected it, or it is of a kind that a correction does not take back. */
export const stands = ({ corrected }: Pick<IncidentPicture, 'corrected'>, { id, data }: Pick<Entry, 'id' | 'data'>): boolean =>
  !corrected[id] || STAYS.has(data.kind);

/** @param plan of the incident, by which a done step of the kind 劝离 counts as a persuasion */
export function incidentPicture(entries: readonly Entry[], plan: IncidentPlan | null): IncidentPicture {
  const picture = empty();
  for (const { id, data } of entries) if (data.kind === 'correction') picture.corrected[data.entryId] = id;
  for (const entry of entries) if (stands(picture, entry)) take(picture, entry);
  for (const step of plan?.steps ?? []) {
    const done = picture.steps[step.id];
    if (step.kind === 'persuade' && done?.outcome === 'done' && !done.stepKind) picture.persuasions += 1;
  }
  return picture;
}

function empty(): IncidentPicture {
  return {
    state: 'pending',
    code: '',
    level: FIRST_LEVEL,
    levelSince: 0,
    people: [],
    conducts: [],
    steps: {},
    persuasions: 0,
    calls: {},
    services: {},
    tasks: [],
    facts: {},
    visitIds: [],
    found: {},
    dismissed: [],
    controlledAt: null,
    liftedAt: null,
    liftedTime: null,
    whereabouts: null,
    summary: '',
    review: null,
    reports: 0,
    heard: [],
    corrected: {},
  };
}

/** One entry's effect. Kinds that are only read (a note, a decision …) have none. */
function take(picture: IncidentPicture, { id, at, elapsed, staffId, data }: Entry): void {
  switch (data.kind) {
    case 'sent':
      if (picture.state === 'pending') picture.state = 'active';
      break;
    case 'heard':
      if (!picture.heard.some(({ deskCode }) => deskCode === data.deskCode)) picture.heard.push({ deskCode: data.deskCode, at, staffId });
      break;
    case 'type':
      // Another plan: its own steps and fields; what was done under the first stays in the timeline.
      if (picture.code !== data.code) picture.steps = {};
      picture.code = data.code;
      break;
    case 'level':
      picture.level = data.level;
      picture.levelSince = elapsed;
      break;
    case 'dismissed':
      picture.dismissed.push(data.proposal);
      break;
    case 'people':
      picture.people.push({ elapsed, count: data.count });
      break;
    case 'conduct':
      picture.conducts = picture.conducts.filter((known) => known !== data.conductId);
      if (data.on) picture.conducts.push(data.conductId);
      break;
    case 'step':
      picture.steps[data.stepId] = {
        ...{ outcome: data.outcome, at, elapsed, staffId, reason: data.reason, danger: data.danger },
        ...(data.stepKind && { stepKind: data.stepKind }),
      };
      // Whoever was persuaded stays so when the type is changed.
      if (data.outcome === 'done' && data.stepKind === 'persuade') picture.persuasions += 1;
      break;
    case 'persuasion':
      picture.persuasions += 1;
      break;
    case 'call': {
      const { outcome, person, phone, text } = data;
      picture.calls[data.contact] = [...(picture.calls[data.contact] ?? []), { outcome, at, elapsed, person, phone, text }];
      break;
    }
    case 'service': {
      const known = picture.services[data.service] ?? { called: null, arrived: null, left: null, caseNo: '' };
      picture.services[data.service] = { ...known, [data.stage]: elapsed, caseNo: data.caseNo || known.caseNo };
      break;
    }
    case 'task':
      picture.tasks.push({ id, group: data.group, text: data.text, elapsed, acknowledged: null, doneElapsed: null });
      break;
    case 'task-acknowledged':
      for (const task of picture.tasks) if (task.id === data.taskId) task.acknowledged = { person: data.person, elapsed };
      break;
    case 'task-done':
      for (const task of picture.tasks) if (task.id === data.taskId) task.doneElapsed = elapsed;
      break;
    case 'fact':
      picture.facts[data.field] = data.text;
      break;
    case 'visitor':
      if (!picture.visitIds.includes(data.visitId)) picture.visitIds.push(data.visitId);
      break;
    case 'found':
      picture.found[data.visitId] = data.heads;
      break;
    case 'controlled':
      picture.state = 'controlled';
      picture.controlledAt = elapsed;
      break;
    case 'uncontrolled':
      picture.state = 'active';
      picture.controlledAt = null;
      break;
    case 'lifted':
      picture.state = 'lifted';
      picture.liftedAt = elapsed;
      picture.liftedTime = at;
      break;
    case 'false-alarm':
      picture.state = 'false-alarm';
      break;
    case 'whereabouts': {
      const { people, items, evidence } = data;
      picture.whereabouts = { people, items, evidence };
      break;
    }
    case 'summary':
      picture.summary = data.text;
      break;
    case 'review': {
      const { limits, worked, improve, score } = data;
      picture.review = { limits, worked, improve, score };
      break;
    }
    case 'report':
      picture.reports += 1;
      break;
    case 'closed':
      picture.state = 'closed';
      break;
    default:
      break;
  }
}

/** Heads at the last count; null before anybody counted. */
export const peopleNow = ({ people }: Pick<IncidentPicture, 'people'>): number | null => people.at(-1)?.count ?? null;
