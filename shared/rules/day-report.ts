import type { DayFigure, DayReport } from '../domain/day-end';
import { RESULT_NAMES, RESULTS } from '../domain/disposal';
import { LEVEL_MARKS } from '../domain/emergency';
import type { BriefingFacts, DayVisit } from './briefing-facts';

export interface DayTimes {
  /** Minutes from waiting to the talk, of those who were talked with. */
  waits: readonly number[];
  talks: readonly number[];
  /** 补录 of paper cards. */
  backfilled: number;
  printFailures: number;
  workday: boolean;
}

/** By which rules it counts, said on the sheet: T2 of 统计 counts 集体访 and 重访 by settings of its own. */
export const DAY_REPORT_RULES =
  '批次为一次来访登记，人次为其全部人数；集体访、重访以登记为准（重访为同一事项第二次来访起），与统计表 T2 按统计口径的数字可能不同。';

const minutes = (from: number, to: number): number => Math.max(0, Math.round((to - from) / 60_000));

/**
 * How long those of a day waited and were talked with. Of a paper card that was entered later nobody knows when they came;
 * of several talks the first ends the waiting. Instants in ms UTC; talks in the order of the day.
 */
export function dayTimes(
  visits: readonly { id: string; registeredAt: number; enteredAt: number | null }[],
  talks: readonly { visitId: string; startedAt: number; endedAt: number | null }[],
): Pick<DayTimes, 'waits' | 'talks' | 'backfilled'> {
  return {
    waits: visits.flatMap(({ id, registeredAt, enteredAt }) => {
      const talk = talks.find(({ visitId }) => visitId === id);
      return talk && enteredAt === null ? [minutes(registeredAt, talk.startedAt)] : [];
    }),
    talks: talks.flatMap(({ startedAt, endedAt }) => (endedAt === null ? [] : [minutes(startedAt, endedAt)])),
    backfilled: visits.filter(({ enteredAt }) => enteredAt !== null).length,
  };
}

const figure = (label: string, visits: readonly DayVisit[]): DayFigure => ({
  label,
  visits: visits.length,
  heads: visits.reduce((all, { heads }) => all + heads, 0),
});

/**
 * 日报: the tables of forms 5.10 that one day tells (T1–T4, T6, T7, T9, T12). 批次 is a visit, 人次 its heads; a visit with two
 * talks counts in 处理 with its last result.
 */
export function dayReport(facts: BriefingFacts, times: DayTimes): DayReport {
  const { visits, talks, incidents, promises } = facts;
  const where = (pick: (visit: DayVisit) => boolean): DayVisit[] => visits.filter(pick);
  const resultOf = (visit: DayVisit) => talks.filter(({ visitId }) => visitId === visit.id).at(-1)?.result ?? '';
  const named = (label: string, of: (visit: DayVisit) => string): DayFigure[] =>
    [...new Set(visits.map(of))]
      .map((name) =>
        figure(
          name,
          where((visit) => of(visit) === name),
        ),
      )
      .sort((a, b) => b.visits - a.visits || b.heads - a.heads || a.label.localeCompare(b.label))
      .map((each) => ({ ...each, label: each.label || label }));
  const average = (minutes: readonly number[]): string =>
    minutes.length === 0
      ? '无'
      : `${Math.round(minutes.reduce((all, each) => all + each, 0) / minutes.length)} 分钟（${minutes.length} 批）`;
  return {
    date: facts.date,
    workday: times.workday,
    tables: [
      { title: '总量', rows: [figure('合计', visits)] },
      {
        title: '结构',
        rows: [
          figure(
            '个访',
            where((visit) => !visit.collective),
          ),
          figure(
            '集体访',
            where((visit) => visit.collective),
          ),
          figure(
            '初访',
            where((visit) => !visit.repeated),
          ),
          figure(
            '重访',
            where((visit) => visit.repeated),
          ),
        ],
      },
      { title: '领域', rows: named('未分类', (visit) => visit.field) },
      { title: '类别', rows: named('未分类', (visit) => visit.purpose) },
      {
        title: '处理',
        rows: [
          ...RESULTS.map((result) =>
            figure(
              RESULT_NAMES[result],
              where((visit) => resultOf(visit) === result),
            ),
          ).filter((row) => row.visits > 0),
          figure(
            '没有结果',
            where((visit) => resultOf(visit) === ''),
          ),
        ],
      },
    ],
    lines: [
      { label: '平均等候', text: average(times.waits) },
      { label: '平均接谈', text: average(times.talks) },
      { label: '当日作出的限期', text: promises.length === 0 ? '无' : `${promises.length} 项` },
      {
        label: '突发事件',
        text:
          incidents.length === 0
            ? '无'
            : incidents.map((each) => `${each.at} ${each.name}（${each.falseAlarm ? '误报' : `${LEVEL_MARKS[each.level]}级`}）`).join('；'),
      },
      { label: '补录', text: times.backfilled === 0 ? '无' : `${times.backfilled} 批` },
      { label: '打印失败', text: times.printFailures === 0 ? '无' : `${times.printFailures} 份` },
      ...(times.workday ? [] : [{ label: '说明', text: '当天是非工作日，来访单列。' }]),
    ],
  };
}
