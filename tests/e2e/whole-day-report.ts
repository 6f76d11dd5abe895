import { RESULT_NAMES } from '../../shared/domain/disposal';
import { LEVEL_MARKS } from '../../shared/domain/emergency';
import { PURPOSE_NAMES, type VisitDetail } from '../../shared/domain/visit';
import { clockIn, headsOf, promisesFrom, type Records } from './whole-day-recount';

/** 日报 as it must be, counted from the records alone. Tables by their title, rows in no order. */
export interface Report {
  tables: Record<string, string[]>;
  lines: Record<string, string>;
}

export const reportOf = (told: {
  tables: { title: string; rows: { label: string; visits: number; heads: number }[] }[];
  lines: { label: string; text: string }[];
}): Report => ({
  tables: Object.fromEntries(
    told.tables.map(({ title, rows }) => [title, rows.map(({ label, visits, heads }) => `${label} ${visits} ${heads}`).sort()]),
  ),
  lines: Object.fromEntries(told.lines.map(({ label, text }) => [label, text])),
});

export function recountedReport(records: Records): Report {
  const { visits, talks, fields, incidents } = records;
  const by = (nameOf: (visit: VisitDetail) => string): string[] => {
    const groups = new Map<string, VisitDetail[]>();
    for (const visit of visits) groups.set(nameOf(visit), [...(groups.get(nameOf(visit)) ?? []), visit]);
    return [...groups].map(([label, some]) => `${label} ${some.length} ${headsOf(some)}`).sort();
  };
  const kinds = (label: string, test: (visit: VisitDetail) => boolean): string =>
    `${label} ${visits.filter(test).length} ${headsOf(visits.filter(test))}`;
  const fieldName = (code: string): string => {
    const entry = fields.find((each) => each.code === code);
    const parent = fields.find((each) => each.code === entry?.parent);
    return [parent?.name, entry?.name].filter(Boolean).join('／');
  };
  const talkOf = (visit: VisitDetail) => talks.find(({ visitId }) => visitId === visit.id);
  const minutes = (spans: readonly (readonly [number, number])[]): string => {
    const each = spans.map(([from, to]) => Math.round((to - from) / 60_000));
    if (each.length === 0) return '无';
    return `${Math.round(each.reduce((all, n) => all + n, 0) / each.length)} 分钟（${each.length} 批）`;
  };
  const promises = promisesFrom(records).length;
  return {
    tables: {
      总量: [kinds('合计', () => true)],
      结构: [
        kinds('个访', ({ kind }) => kind === 'individual'),
        kinds('集体访', ({ kind }) => kind === 'collective'),
        kinds('初访', ({ repeated }) => !repeated),
        kinds('重访', ({ repeated }) => repeated),
      ].sort(),
      领域: by(({ fieldCode }) => fieldName(fieldCode)),
      类别: by(({ purpose }) => (purpose === '' ? '' : PURPOSE_NAMES[purpose])),
      处理: by((visit) => {
        const result = talkOf(visit)?.result ?? '';
        return result === '' ? '没有结果' : RESULT_NAMES[result];
      }),
    },
    lines: {
      平均等候: minutes(
        visits.flatMap((visit) => {
          const talk = talkOf(visit);
          return talk ? [[visit.registeredAt, talk.startedAt] as const] : [];
        }),
      ),
      平均接谈: minutes(talks.flatMap(({ startedAt, endedAt }) => (endedAt === null ? [] : [[startedAt, endedAt] as const]))),
      当日作出的限期: promises === 0 ? '无' : `${promises} 项`,
      突发事件:
        incidents
          .map(
            ({ row }) => `${clockIn(row.raisedAt)} ${row.name}（${row.state === 'false-alarm' ? '误报' : `${LEVEL_MARKS[row.level]}级`}）`,
          )
          .join('；') || '无',
      补录: '无',
      打印失败: '无',
    },
  };
}
