import type { Mood } from '../domain/interview';
import { MOOD_NAMES } from '../domain/interview';
import type { BriefingFacts, DayVisit } from './briefing-facts';

const SEVERE: readonly Mood[] = ['extreme', 'uncontrolled'];

/** Marks of the observer that speak for a case, the worst first; empty when there was none. */
export function severeMood({ talks }: Pick<BriefingFacts, 'talks'>, visitId: string): string {
  const marks = [...SEVERE].reverse().find((mood) => talks.some((talk) => talk.visitId === visitId && talk.moods[mood] > 0));
  return marks ? MOOD_NAMES[marks] : '';
}

/**
 * Why a visit is proposed as a 重点个案 (forms 5.9): a collective one, one that came back again and again in the same matter, one
 * whose talk grew severe, one that an incident was about. Empty: a person may choose it all the same.
 */
export function whyCase(facts: Pick<BriefingFacts, 'talks' | 'incidents' | 'repeatMarkFrom'>, visit: DayVisit): string {
  const mood = severeMood(facts, visit.id);
  return [
    visit.collective && `集体访 ${visit.heads} 人`,
    visit.visitCount >= facts.repeatMarkFrom && `第 ${visit.visitCount} 次来访`,
    mood && `接谈中${mood}`,
    facts.incidents.some(({ visitIds, falseAlarm }) => !falseAlarm && visitIds.includes(visit.id)) && '涉及突发',
  ]
    .filter(Boolean)
    .join('、');
}
