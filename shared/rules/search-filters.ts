/** Words of a query that say which visits, not whose: their field, state, kind and marks. */
import type { FieldSettings } from '../domain/settings';
import { VISIT_STATE_NAMES, type VisitKind, type VisitState } from '../domain/visit';
import type { Days } from './search-dates';

export type Mark = 'backfilled' | 'appointment' | 'leader' | 'repeated' | 'first' | 'priority';
/** What is absent asks for nothing. */
export interface VisitFilters {
  days?: Days;
  /** Any of these. */
  fieldCodes?: readonly string[];
  states?: readonly VisitState[];
  kind?: VisitKind;
  marks?: readonly Mark[];
}
/** Of a visit as it is stored: all of it stands outside the seal. */
export interface FilterFacts {
  date: string;
  fieldCode: string;
  state: VisitState;
  kind: VisitKind;
  repeated: boolean;
  priority: boolean;
  enteredAt?: number | null;
  appointment?: string;
}

const IN_HALL: readonly VisitState[] = ['issued', 'waiting', 'interview', 'ended'];
const STATES: Readonly<Record<string, readonly VisitState[]>> = {
  ...Object.fromEntries(Object.entries(VISIT_STATE_NAMES).map(([state, name]) => [name, [state as VisitState]])),
  已发: ['issued'],
  等候中: ['waiting'],
  接谈中: ['interview'],
  交还: ['returned'],
  丢失: ['lost'],
  未交还: [...IN_HALL, 'lost'],
  未还: [...IN_HALL, 'lost'],
  在场: IN_HALL,
  在厅: IN_HALL,
};
const KINDS: Readonly<Record<string, VisitKind>> = { 个访: 'individual', 集体访: 'collective', 集体: 'collective' };
const MARKS: Readonly<Record<string, Mark>> = {
  补录: 'backfilled',
  预约: 'appointment',
  领导接访: 'leader',
  重访: 'repeated',
  初访: 'first',
  优先: 'priority',
};

export const statesOf = (word: string): readonly VisitState[] | undefined => STATES[word];
export const kindOf = (word: string): VisitKind | undefined => KINDS[word];
export const markOf = (word: string): Mark | undefined => MARKS[word];

const SHORTEST_FIELD = 2;
/**
 * Fields whose name, or a part of it, begins so, each with its second level: 「国土」 is 自然资源（国土）. Only from the
 * beginning: 建设 is somebody's given name rather than 城乡建设.
 */
export function fieldsOf(word: string, { entries }: FieldSettings): readonly string[] {
  if ([...word].length < SHORTEST_FIELD) return [];
  const named = entries.filter(({ name }) => name.startsWith(word) || name.split(/[（）()、和]/u).some((part) => part.startsWith(word)));
  const codes = new Set(named.map(({ code }) => code));
  for (const { code, parent } of entries) if (codes.has(parent)) codes.add(code);
  return [...codes];
}

export function passes(visit: FilterFacts, { days, fieldCodes, states, kind, marks }: VisitFilters): boolean {
  if (days && (visit.date < days.from || visit.date > days.to)) return false;
  if (fieldCodes && !fieldCodes.includes(visit.fieldCode)) return false;
  if (states && !states.includes(visit.state)) return false;
  if (kind && visit.kind !== kind) return false;
  return (marks ?? []).every((mark) => hasMark(visit, mark));
}

function hasMark(visit: FilterFacts, mark: Mark): boolean {
  switch (mark) {
    case 'backfilled':
      return (visit.enteredAt ?? null) !== null;
    case 'appointment':
      return (visit.appointment ?? '') !== '';
    case 'leader':
      return visit.appointment === 'leader';
    case 'repeated':
      return visit.repeated;
    case 'first':
      return !visit.repeated;
    case 'priority':
      return visit.priority;
  }
}
