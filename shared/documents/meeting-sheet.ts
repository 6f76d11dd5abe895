import { FORECAST_GRADE_NAMES, type ForecastGrade, NOT_KNOWN } from '../domain/forecast';
import { longDay, timeOf } from '../rules/time';
import type { IncidentPaperModel, PaperBlock } from './incident-paper';

/**
 * 先劝离、再控制 (plan S42; 保安服务管理条例 30 条), in our own words: on every briefing and beside every step of the guards.
 */
export const PERSUADE_FIRST =
  '先劝离，再控制。控制只是制止、隔开、等候民警；保安不搜身、不扣押物品、不限制人身自由，不与来访人发生肢体冲突。开包、寄存须经本人同意。';

export interface MeetingSheetItem {
  grade: ForecastGrade;
  /** ms UTC; null: not known. */
  plannedAt: number | null;
  who: string;
  heads: number | null;
  demand: string;
  field: string;
  room: string;
  team: string;
  departments: string;
  /** Only on a copy for the reception team. */
  notes: readonly string[] | null;
}
export interface MeetingSheetFacts {
  unitName: string;
  /** `YYYY-MM-DD` */
  day: string;
  items: readonly MeetingSheetItem[];
  /** Of a copy with notes: which of the day, and who gets it. */
  copy: { n: number; receiver: string } | null;
  demo: boolean;
}

/** 接访前短会单 (plan S39–S41): what is expected, who does what, and on a numbered copy how persons are to be received. */
export function buildMeetingSheet({ unitName, day, items, copy, demo }: MeetingSheetFacts): IncidentPaperModel {
  return {
    title: '接访前短会单',
    unitName,
    number: `DHD-${day.replaceAll('-', '')}${copy ? `-${copy.n}` : ''}`,
    date: longDay(day),
    blocks: [
      ...(copy ? copyLines(copy) : []),
      { block: 'text', text: PERSUADE_FIRST },
      ...items.flatMap((item, i) => itemBlocks(item, i + 1)),
      { block: 'sign', labels: copy ? ['领取人签名', '日期'] : ['主持人签名', '日期'] },
    ],
    demo,
    drill: false,
  };
}

const copyLines = ({ n, receiver }: { n: number; receiver: string }): PaperBlock[] => [
  { block: 'text', text: `第 ${n} 份　领取人：${receiver}　仅限接谈人员使用，不得复印、传阅，当日收回销毁。` },
];

function itemBlocks(
  { grade, plannedAt, who, heads, demand, field, room, team, departments, notes }: MeetingSheetItem,
  n: number,
): PaperBlock[] {
  const time = plannedAt === null ? `时间${NOT_KNOWN}` : timeOf(plannedAt);
  const rows: [string, string][] = [
    ['诉求', demand || NOT_KNOWN],
    ['领域', field || NOT_KNOWN],
    ['接访室', room || '未定'],
    ['分工', team || '未定'],
    ['到场科室', departments || '未通知'],
  ];
  if (notes) rows.push(['接待注意', notes.length > 0 ? notes.join('\n') : '无']);
  return [
    { block: 'heading', text: `${n}. ${time}　${who}${heads === null ? '' : `（${heads} 人）`}　${FORECAST_GRADE_NAMES[grade]}` },
    { block: 'table', rows, whole: true },
  ];
}
