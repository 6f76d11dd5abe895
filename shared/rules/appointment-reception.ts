/** What is wrong with a leader's reception day (领导接访日, 条例 18 条: leaders receive visitors, time and place are made known). */
import { checkPlannedDay } from './appointment-days';
import { plainName } from './name-reading';

export interface TypedDay {
  date: string;
  from: string;
  to: string;
  leader: string;
  roomId: string;
}
export interface DayFacts {
  today: string;
  /** As it stood before, for one that is changed. */
  before?: { date: string };
  /** `HH:mm` of the appointments that it already has. */
  booked: readonly string[];
  /** The other days of that date that are not cancelled. */
  others: readonly Pick<TypedDay, 'from' | 'to' | 'leader' | 'roomId'>[];
  hasRoom(id: string): boolean;
}

/** @returns field → Chinese sentence; `{}` when all is well */
export function checkReceptionDay(typed: TypedDay, facts: DayFacts): Record<string, string> {
  const problems: Record<string, string> = {};
  const say = (field: string, sentence: string): void => {
    if (sentence) problems[field] ??= sentence;
  };
  say('date', checkPlannedDay(typed.date, facts.today));
  const { before, booked } = facts;
  if (before && before.date !== typed.date && booked.length > 0)
    say('date', `已有 ${booked.length} 人预约，不能改日期；请取消这一天，另行安排`);
  if (typed.from >= typed.to) say('to', '结束时间应晚于开始时间');
  const outside = booked.filter((time) => time < typed.from || time >= typed.to).sort();
  if (outside.length > 0) say(outside.some((time) => time < typed.from) ? 'from' : 'to', outsideSentence(outside));
  if (typed.leader.trim() === '') say('leader', '请填写接访领导');
  if (typed.roomId !== '' && !facts.hasRoom(typed.roomId)) say('roomId', '接访室不存在，请重新选择');
  for (const other of facts.others.filter((each) => each.from < typed.to && typed.from < each.to)) {
    if (plainName(other.leader) === plainName(typed.leader)) say('leader', `${other.leader}当天 ${other.from}–${other.to} 已有接访安排`);
    else if (typed.roomId !== '' && other.roomId === typed.roomId)
      say('roomId', `${other.from}–${other.to} 这间接访室已安排给${other.leader}，请另选`);
  }
  return problems;
}

const SHOWN = 3;
const outsideSentence = (times: readonly string[]): string =>
  `已有 ${times.length} 人预约在这段时间之外（${times.slice(0, SHOWN).join('、')}${times.length > SHOWN ? '…' : ''}），请先改这些预约`;
