import type { EmergencySettings } from '../domain/emergency';
import type { EntryData, EntryKind } from '../domain/incident';
import type { IncidentPlan } from '../domain/incident-plan';
import type { CallRow } from './incident-calls';
import { type Entry, type IncidentPicture, stands } from './incident-picture';
import { type EntryNames, entryText } from './incident-words';
import { dayOf, stampOf, timeOf } from './time';

/** What a paper of an incident is made from: the same for every kind of report and for the sheet. */
export interface IncidentFacts {
  number: string;
  drill: boolean;
  /** ms UTC: when the key was pressed. */
  raisedAt: number;
  reporter: string;
  deskName: string;
  unit: { name: string; address: string; phone: string };
  plan: IncidentPlan | null;
  picture: IncidentPicture;
  entries: readonly Entry[];
  names: EntryNames;
  emergency: EmergencySettings;
  calls: readonly CallRow[];
  commander: { post: string; person: string };
  /** Name of one of the staff; empty for nobody. */
  staffName(id: string): string;
  /** ms UTC: of the making. */
  now: number;
}

type Of<K extends EntryKind> = Omit<Entry, 'data'> & { data: Extract<EntryData, { kind: K }> };

/** Entries of one kind that still hold, oldest first. */
export const entriesOfKind = <K extends EntryKind>({ entries, picture }: Pick<IncidentFacts, 'entries' | 'picture'>, kind: K): Of<K>[] =>
  entries.filter((entry): entry is Of<K> => entry.data.kind === kind && stands(picture, entry));

/** `09:05`, or with its day where that is not the day of the alarm. */
export const momentOf = (at: number, raisedAt: number): string => (dayOf(at) === dayOf(raisedAt) ? timeOf(at) : stampOf(at).slice(5, 16));

/** A moment of the incident's own clock, as the wall shows it: a set-back of the PC's time does not move it. */
export const momentAt = (elapsed: number, { raisedAt }: Pick<IncidentFacts, 'raisedAt'>): string => momentOf(raisedAt + elapsed, raisedAt);

/**
 * A line of the timeline in words, as paper says it. Who looked at a care note stands there, never why: the reason may
 * tell of an illness, and paper goes further than the screen.
 */
export const lineOf = ({ data }: Pick<Entry, 'data'>, names: EntryNames): string =>
  entryText(data.kind === 'care-seen' ? { ...data, reason: '' } : data, names);

export const lines = (facts: IncidentFacts, entries: readonly Entry[]): string =>
  entries.map((entry) => `${momentAt(entry.elapsed, facts)} ${lineOf(entry, facts.names)}`).join('\n');

/** Whole minutes past a limit, which is given in minutes: whoever is told at 0:40 of 「at once」 was told in time. */
export const minutesLate = (toldAt: number, due: number): number => Math.max(0, Math.floor((toldAt - due) / 60_000));

/** Values of the type's own fields that are filled in, `名称：值`. */
export const fieldsNamed = ({ plan, picture }: Pick<IncidentFacts, 'plan' | 'picture'>, keys: readonly string[]): string[] =>
  (plan?.fields ?? []).flatMap(({ key, label }) => {
    const value = picture.facts[key];
    return keys.includes(key) && value ? [`${label}：${value}`] : [];
  });

/** Conduct that was ticked at any time, with its item of 条例 26 条 and how long it went on. */
export interface ConductSeen {
  id: string;
  label: string;
  clause: number;
  from: number;
  /** Null: not said to have stopped. */
  until: number | null;
}
export function conductsSeen(facts: IncidentFacts): ConductSeen[] {
  const seen: ConductSeen[] = [];
  for (const { data, elapsed } of entriesOfKind(facts, 'conduct')) {
    const running = seen.find(({ id, until }) => id === data.conductId && until === null);
    if (data.on && !running) {
      const clause = facts.emergency.conducts.find(({ id }) => id === data.conductId)?.clause ?? 0;
      seen.push({ id: data.conductId, label: facts.names.conduct(data.conductId), clause, from: elapsed, until: null });
    } else if (!data.on && running) running.until = elapsed;
  }
  return seen;
}

/** Where it is going, as far as counts, level and state say. */
export function trendOf(facts: Pick<IncidentFacts, 'picture' | 'raisedAt'>): string {
  const { state, people, controlledAt, liftedAt } = facts.picture;
  const parts: string[] = [];
  const [before, now] = [people.at(-2)?.count, people.at(-1)?.count];
  if (before !== undefined && now !== undefined)
    parts.push(now === before ? `人数保持 ${now} 人` : `人数由 ${before} 人${now > before ? '增至' : '减至'} ${now} 人`);
  if (liftedAt !== null) parts.push(`${momentAt(liftedAt, facts)} 解除`);
  else if (state === 'false-alarm') parts.push('误报，已结束');
  else if (controlledAt !== null) parts.push(`${momentAt(controlledAt, facts)} 起受控`);
  else if (parts.length > 0) parts.push('尚未受控');
  return parts.join('，');
}

/** What those who deal with it had done: steps, persuasions, services, those who were told, tasks, decisions. */
const MEASURES: ReadonlySet<EntryKind> = new Set<EntryKind>([
  ...(['step', 'persuasion', 'service', 'call', 'task', 'task-done', 'decision', 'evacuation-printed'] as const),
  ...(['controlled', 'uncontrolled', 'lifted'] as const),
]);
export const measuresOf = ({ entries, picture }: Pick<IncidentFacts, 'entries' | 'picture'>): Entry[] =>
  entries.filter(
    ({ data, id }) =>
      MEASURES.has(data.kind) &&
      stands(picture, { id, data }) &&
      !(data.kind === 'step' && data.outcome === 'left-out') &&
      !(data.kind === 'call' && data.outcome !== 'told'),
  );

/** Fields that tell of one thing under whatever type they stand (shared/incidents/catalogue). */
export const CAUSE_FIELDS = ['cause', 'trigger', 'what', 'complaint', 'words'] as const;
export const SCOPE_FIELDS = ['scope', 'head-curve', 'range'] as const;
export const OPINION_FIELDS = ['platform', 'account', 'link', 'views', 'line-version'] as const;
const INJURY_FIELDS = ['injuries', 'injury'] as const;
const LOSS_FIELDS: Readonly<Record<string, readonly string[]>> = { E10: ['items', 'value'], E19: ['kinds', 'count'] };
export const DANGER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  E04: ['items', 'receipt-no', 'officer'],
  E05: ['tool'],
  E06: ['drug'],
  E17: ['position', 'look', 'finder'],
};

export const injuriesOf = (facts: IncidentFacts): string =>
  [lines(facts, entriesOfKind(facts, 'injury')), ...fieldsNamed(facts, INJURY_FIELDS)].filter(Boolean).join('\n');
export const lossOf = (facts: IncidentFacts): string => fieldsNamed(facts, LOSS_FIELDS[facts.picture.code] ?? []).join('\n');

/** The first thing anybody wrote down, beside what the type asks for. */
export function causeOf(facts: IncidentFacts): string {
  const named = fieldsNamed(facts, CAUSE_FIELDS);
  if (named.length > 0) return named.join('\n');
  const [first] = entriesOfKind(facts, 'note');
  return first ? first.data.text : '';
}
