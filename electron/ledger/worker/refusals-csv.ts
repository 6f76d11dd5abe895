import { csvOf } from '../../tables/csv';
import type { BookRow } from '../read/book';

/** To be put right in a spreadsheet and chosen again. */
export const refusalsCsv = (columns: readonly string[], refused: readonly { row: BookRow; reasons: readonly string[] }[]): string =>
  csvOf(
    ['原行号', '不能导入的原因', ...columns],
    refused.map(({ row, reasons }) => [row.line, reasons.join('；'), ...row.cells]),
  );
