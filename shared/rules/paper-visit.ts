/**
 * 补录 (incidents E16): during a power cut paper cards with numbers of a block of their own are given out, and typed in
 * afterwards. The number stays the one that the visitor holds; the program's own numbers never reach the block.
 */
import type { RuleSettings } from '../domain/settings';
import type { PaperVisit } from '../domain/visit';
import { LAST_CARD } from './card-number';
import { readTime } from './read-time';
import { addDays, dayOf, instantAt, isRealDay } from './time';

/** Further back a date is a slip of the keyboard rather than a visit nobody typed in. */
const DAYS_BACK = 366;

/** A number book of the unit begins with 1: its first card is the first of the block. */
export function paperCardNo(typed: number, { paperFrom }: Pick<RuleSettings, 'paperFrom'>): number | null {
  const most = LAST_CARD - paperFrom + 1;
  if (!Number.isInteger(typed) || typed < 1 || typed > LAST_CARD) return null;
  if (typed >= paperFrom) return typed;
  return typed <= most ? paperFrom - 1 + typed : null;
}

/**
 * @param now ms UTC
 * @returns field of the paper visit → Chinese sentence
 */
export function checkPaper(
  paper: PaperVisit,
  rules: Pick<RuleSettings, 'paperFrom'>,
  now: number,
): Partial<Record<keyof PaperVisit, string>> {
  const problems: Partial<Record<keyof PaperVisit, string>> = {};
  const { paperFrom } = rules;
  if (paperCardNo(paper.cardNo, rules) === null) {
    problems.cardNo = `纸质卡号应为 ${paperFrom}–${LAST_CARD}，或号码本上的 1–${LAST_CARD - paperFrom + 1}`;
  }
  const today = dayOf(now);
  const arrived = readTime(paper.arrived);
  const left = readTime(paper.left);
  if (!isRealDay(paper.date)) problems.date = '请填写来访日期';
  else if (paper.date > today) problems.date = '来访日期还没有到';
  else if (paper.date < addDays(today, -DAYS_BACK)) problems.date = `来访日期早于 ${DAYS_BACK} 天前，请核对`;
  if (arrived === null) problems.arrived = '请填写来访时间，如 9:30 或 0930';
  if (paper.left !== '' && left === null) problems.left = '离开时间如 11:00 或 1100';
  if (problems.date !== undefined) return problems;
  if (paper.left === '' && paper.date < today) problems.left = '以前日期的来访请填写离开时间';
  if (arrived !== null && instantAt(paper.date, arrived) > now) problems.arrived = '来访时间还没有到';
  if (left !== null && instantAt(paper.date, left) > now) problems.left = '离开时间还没有到';
  else if (left !== null && arrived !== null && left < arrived) problems.left = '离开时间早于来访时间';
  return problems;
}

/** What a paper visit without problems becomes. Instants are ms UTC. */
export function paperTimes(paper: PaperVisit): { at: number; returnedAt: number | null } {
  const at = (time: string): number => instantAt(paper.date, readTime(time) ?? '00:00');
  return { at: at(paper.arrived), returnedAt: paper.left === '' ? null : at(paper.left) };
}
