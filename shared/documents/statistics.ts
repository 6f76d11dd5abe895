import type { StatReport } from '../domain/statistics';
import { stampOf } from '../rules/time';

/** 统计表, T1–T12 of a period: frozen as the screen showed them. */
export interface StatisticsModel {
  title: string;
  unitName: string;
  /** `YYYY-MM-DD HH:mm:ss` */
  madeAt: string;
  madeBy: string;
  demo: boolean;
  remarks: readonly string[];
  tables: readonly PaperTable[];
}
export interface PaperTable {
  /** `T1 总量` */
  title: string;
  columns: readonly string[];
  rows: readonly { label: string; indented: boolean; cells: readonly { text: string; number: boolean }[] }[];
  notes: readonly string[];
}

export function buildStatistics(
  report: StatReport,
  { unitName, madeBy, at, demo }: { unitName: string; madeBy: string; at: number; demo: boolean },
): StatisticsModel {
  return Object.freeze({
    ...{ unitName, madeBy, demo },
    title: report.title,
    madeAt: stampOf(at),
    remarks: report.remarks,
    tables: report.tables.map(({ id, title, columns, rows, notes }) => {
      const paper = rows.map(({ label, level, cells }) => ({
        label,
        indented: level === 1,
        cells: cells.map(({ text, kind }) => ({ text, number: kind !== 'text' })),
      }));
      return { title: `${id} ${title}`, columns, rows: paper, notes: [...notes, ...reasonsOf(rows)] };
    }),
  });
}

/** Why there is a dash, once each: on paper nobody can point at it. */
function reasonsOf(rows: StatReport['tables'][number]['rows']): string[] {
  const reasons = new Set(rows.flatMap(({ cells }) => cells.flatMap(({ reason, text }) => (reason ? `「${text}」：${reason}` : []))));
  return [...reasons];
}
