import type { DayReport, HandOverPart } from '../domain/day-end';
import { DAY_REPORT_RULES } from '../rules/day-report';
import { namedDay, stampOf } from '../rules/time';
import type { PaperBlock } from './incident-paper';
import type { SheetModel } from './sheet';

interface About {
  unitName: string;
  deskName: string;
  demo: boolean;
  /** ms UTC: when it was made, and by whom. */
  at: number;
  byName: string;
}

/** 日报: a table a subject with 批次 and 人次 (forms 5.10). */
export function buildDayReport(report: DayReport, edition: number, { unitName, deskName, demo, at, byName }: About): SheetModel {
  return {
    title: '接访日报',
    unitName,
    number: edition > 1 ? `第 ${edition} 版` : '',
    date: namedDay(report.date),
    demo,
    blocks: [
      // The head of each names it: a heading above would say it twice, and send the signatures to a second page.
      ...report.tables.map(
        ({ title, rows }): PaperBlock => ({
          block: 'grid',
          head: [title, '批次', '人次'],
          widths: [60, 20, 20],
          rows: rows.length > 0 ? rows.map(({ label, visits, heads }) => [label, String(visits), String(heads)]) : [['无', '0', '0']],
        }),
      ),
      { block: 'heading', text: '时效和其他' },
      { block: 'table', rows: report.lines.map(({ label, text }) => [label, text] as const) },
      { block: 'text', text: `${DAY_REPORT_RULES}${deskName}，${byName}，${stampOf(at).slice(0, 16)} 生成。` },
      { block: 'sign', labels: ['填报人', '审核人'] },
    ],
  };
}

export interface HandOverFacts extends About {
  date: string;
  parts: readonly HandOverPart[];
  note: string;
  giverName: string;
  takerName: string;
}

/** 交接单, for two signatures (day-and-roles). */
export function buildHandOver({ unitName, deskName, demo, at, date, parts, note, giverName, takerName }: HandOverFacts): SheetModel {
  return {
    title: '交接单',
    unitName,
    number: deskName,
    date: namedDay(date),
    demo,
    blocks: [
      ...parts.flatMap(({ title, lines }): PaperBlock[] => [
        { block: 'heading', text: `${title}（${lines.length}）` },
        ...(lines.length > 0 ? lines : ['无']).map((text) => ({ block: 'text' as const, text })),
      ]),
      { block: 'heading', text: '说明' },
      { block: 'text', text: note || '无' },
      { block: 'text', text: `${stampOf(at).slice(0, 16)}，交班人${giverName}、接班人${takerName}各以本人口令确认。` },
      { block: 'sign', labels: ['交班人签名', '接班人签名', '日期'] },
    ],
  };
}
