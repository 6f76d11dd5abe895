import type { HeadsByState, InHallState } from '../domain/hall';
import type { VisitState } from '../domain/visit';
import { namedHere, presentOf, type VisitFlow } from './visit-flow';

export type PresenceFlow = Pick<
  VisitFlow,
  'state' | 'kind' | 'heads' | 'others' | 'left' | 'goneIds' | 'areaId' | 'othersAreaId' | 'roomId'
>;

/** Some people of a visit who are at one place in one state. */
export interface Presence {
  state: InHallState;
  place: { kind: 'area' | 'room' | 'desk'; id: string };
  /** Of these people, how many were registered by name; the first so many of those who are not known to have left. */
  named: number;
  unnamed: number;
}

/**
 * Where the people of a visit are: everyone in exactly one place and one state. The others of a collective visit stay
 * waiting in their area while the representatives are in the room; companions of an individual visitor go along. Who
 * has left early is taken from those without a name first, but for those who were named as they left.
 */
export function presencesOf(flow: PresenceFlow): Presence[] {
  const present = presentOf(flow);
  if (present === 0) return [];
  const state = flow.state as InHallState;
  const named = namedHere(flow);
  const unnamed = present - named;
  const area = (id: string): Presence['place'] => (id === '' ? { kind: 'desk', id: '' } : { kind: 'area', id });
  const own = state === 'interview' ? ({ kind: 'room', id: flow.roomId } as const) : area(flow.areaId);
  if (flow.kind === 'individual' || flow.othersAreaId === '' || unnamed === 0) return [{ state, place: own, named, unnamed }];
  const rest: Presence = { state: state === 'interview' ? 'waiting' : state, place: area(flow.othersAreaId), named: 0, unnamed };
  return named === 0 ? [rest] : [{ state, place: own, named, unnamed: 0 }, rest];
}

export const NOBODY: HeadsByState = { issued: 0, waiting: 0, interview: 0, ended: 0 };

/** Heads in the building by state; their sum is the head count. */
export function headsByState(flow: PresenceFlow): HeadsByState {
  const heads = { ...NOBODY };
  for (const { state, named, unnamed } of presencesOf(flow)) heads[state] += named + unnamed;
  return heads;
}

/** After this a card that nobody settled says nothing of where its holder is. */
const STALE_MS = 12 * 3_600_000;

/** Whether an unsettled visit still means somebody in the building: of today, or moved within twelve hours (midnight). */
export const isCurrent = (
  visit: { state: VisitState; date: string; registeredAt: number; movedAt: number },
  now: number,
  today: string,
): boolean => visit.date === today || now - Math.max(visit.registeredAt, visit.movedAt) < STALE_MS;
