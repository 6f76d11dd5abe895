import type { Mood } from '../domain/interview';

export interface MoodMark {
  mood: Mood;
  /** Ms on the interview's clock. */
  elapsed: number;
}

/**
 * Two 过激 within so many minutes, or one 失控, propose to raise an alarm (plan S12). What was dismissed at a moment
 * proposes nothing again; a later mark does.
 * @param dismissedAt moment of the last dismissal, -1 for none
 */
export function proposesEscalation(marks: readonly MoodMark[], minutes: number, dismissedAt = -1): boolean {
  const strong = marks.filter(({ mood }) => mood === 'extreme' || mood === 'uncontrolled');
  const last = strong.at(-1);
  if (!last || last.elapsed <= dismissedAt) return false;
  if (last.mood === 'uncontrolled') return true;
  const before = strong.at(-2);
  return before !== undefined && last.elapsed - before.elapsed <= minutes * 60_000;
}
