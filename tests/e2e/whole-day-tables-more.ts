import { SATISFACTION } from '../../shared/domain/follow-up';
import type { PrintJobView } from '../../shared/domain/printing';
import type { VisitDetail } from '../../shared/domain/visit';
import { DAY } from './whole-day-people';
import { dayIn, headsOf, percent, type Records } from './whole-day-recount';
import type { Rows } from './whole-day-tables';

/** T5, T10–T12 as they must be, counted from the records alone. */
const SETTLED = ['answered', 'closed', 'final'];

/** By the department that the dictionary names for the field; where it was is walked only when somebody asks for it. */
export function t5({ visits, fields }: Records): Rows {
  const departmentOf = ({ fieldCode }: VisitDetail): string => {
    const entry = fields.find(({ code }) => code === fieldCode);
    return entry?.department || fields.find(({ code }) => code === entry?.parent)?.department || '（未指定科室）';
  };
  const groups = new Map<string, VisitDetail[]>();
  for (const visit of visits) groups.set(departmentOf(visit), [...(groups.get(departmentOf(visit)) ?? []), visit]);
  const lines = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return [
    ['按责任科室', '', '', ''],
    ...lines.map(([name, some]) => [name, String(some.length), String(headsOf(some)), percent(some.length, visits.length)]),
    ['按问题属地', '', '', ''],
  ];
}

export function t10({ matters, talks, visits }: Records): Rows {
  const marks = matters.flatMap(({ followUps }) => followUps.filter(({ kind }) => kind === 'satisfaction'));
  const today = marks.filter(({ day }) => day === DAY);
  const ended = talks.filter(({ state, result }) => state === 'ended' && result !== '');
  const talkedAbout = new Set(ended.map(({ visitId }) => visits.find(({ id }) => id === visitId)?.matterId ?? ''));
  const rated = new Set(matters.filter(({ followUps }) => followUps.some(({ kind }) => kind === 'satisfaction')).map(({ id }) => id));
  return [
    ...SATISFACTION.map((name, i) => {
      const n = today.filter(({ number }) => number === i + 1).length;
      return [name, String(n), percent(n, today.length)];
    }),
    ['未评价', String([...talkedAbout].filter((id) => !rated.has(id)).length), '—'],
  ];
}

export function t11({ visits, leaderVisits, matters }: Records): Rows {
  const some = visits.filter(({ id }) => leaderVisits.includes(id));
  const settled = some.filter(({ matterId }) => SETTLED.includes(matters.find(({ id }) => id === matterId)?.state ?? ''));
  // Nobody came to a leader on the days that it is compared with.
  const line = (label: string, n: number): string[] => [label, String(n), '—', '—'];
  return [line('批次', some.length), line('人次', headsOf(some)), ['化解', String(settled.length), '', '']];
}

export function t12({ visits, prints }: Records): Rows {
  const papers = prints.filter(({ kind, createdAt }) => kind !== 'calibration' && dayIn(createdAt) === DAY);
  const of = (state: PrintJobView['state']): string => String(papers.filter((each) => each.state === state).length);
  return [
    ['离线时长', '暂无记录', '程序只显示当前是否在线'],
    ['补录数', String(visits.filter(({ enteredAt }) => enteredAt !== null).length), '停电备用卡上的来访，事后录入'],
    ['打印失败', of('failed'), `共 ${papers.length} 次打印，至今没有打出`],
    ['打印结果不明', of('unknown'), '打印机没有答复，待人工确认'],
  ];
}
