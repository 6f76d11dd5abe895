import type { TeamInput } from '../domain/interview';
import { TEAM_ROLES } from '../domain/interview';

/** How long somebody sat in a talk; ms on its clock, `until` null while they do. */
export interface Stay {
  staffId: string;
  from: number;
  until: number | null;
}

/** Everybody of a team once. */
export const membersOf = (team: TeamInput): string[] =>
  [...new Set([...TEAM_ROLES.map((role) => team[role]), ...team.others])].filter((id) => id !== '');

export const firstStays = (team: TeamInput): Stay[] => membersOf(team).map((staffId) => ({ staffId, from: 0, until: null }));

/** After a change of the team: who is gone has left now, who is new came now. Older records know of nobody's coming: since the beginning. */
export function movedStays(stays: readonly Stay[], before: TeamInput, after: TeamInput, elapsed: number): Stay[] {
  const [was, is] = [membersOf(before), membersOf(after)];
  const sits = (staffId: string): boolean => stays.some((stay) => stay.staffId === staffId && stay.until === null);
  const known = [...stays, ...was.filter((id) => !sits(id)).map((staffId) => ({ staffId, from: 0, until: null }))];
  return [
    ...known.map((stay) => (stay.until === null && !is.includes(stay.staffId) ? { ...stay, until: elapsed } : stay)),
    ...is.filter((id) => !was.includes(id)).map((staffId) => ({ staffId, from: elapsed, until: null })),
  ];
}

/** From where to where in a recording; ms from its beginning. */
export interface Span {
  fromMs: number;
  toMs: number;
}

/**
 * What of a recording somebody may hear who sat in the talk for a time and was replaced: what was said while they were
 * there. Empty: nothing.
 */
export function heardWhile(stays: readonly Stay[], staffId: string, recording: { startedElapsed: number; durationMs: number }): Span[] {
  return stays.flatMap((stay) => {
    if (stay.staffId !== staffId) return [];
    const fromMs = Math.max(0, stay.from - recording.startedElapsed);
    const toMs = Math.min(recording.durationMs, (stay.until ?? Number.POSITIVE_INFINITY) - recording.startedElapsed);
    return toMs > fromMs ? [{ fromMs, toMs }] : [];
  });
}

export const overlaps = (spans: readonly Span[], { startMs, durationMs }: { startMs: number; durationMs: number }): boolean =>
  spans.some(({ fromMs, toMs }) => startMs < toMs && startMs + durationMs > fromMs);
