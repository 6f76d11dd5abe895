import type { PersonFacts } from './person-facts';
import { TEXTS } from './texts';

export interface Message {
  text: string;
  tone: 'quiet' | 'good' | 'warn' | 'bad';
}

/**
 * The line below the document number, as it is typed. A number that is only not finished yet is no mistake: while the
 * field has the focus and is short, the sentence stays quiet.
 */
export function documentMessage(facts: PersonFacts, asPrinted: boolean, typing: boolean): Message | null {
  const { check } = facts;
  if (!check) return null;
  const known = [facts.birthDate, facts.age !== null && TEXTS.age(facts.age), facts.sex && TEXTS.sexes[facts.sex]].filter(Boolean);
  if (check.ok) return { text: [check.note, ...known].filter(Boolean).join(' · '), tone: check.trust === 'check-digit' ? 'good' : 'quiet' };
  if (check.canStand && asPrinted) return { text: [TEXTS.stands, ...known].join(' · '), tone: 'warn' };
  const unfinished = typing && !check.canStand && check.normalized.length < 15;
  return { text: check.message, tone: unfinished ? 'quiet' : 'bad' };
}
