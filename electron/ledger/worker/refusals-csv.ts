import type { BookRow } from '../read/book';

/** A spreadsheet takes a cell that begins so for a formula; a number with its sign is none. */
const FORMULA = /^(?:[=+@\t\r]|-(?![\d.]+$))/;

const cellOf = (value: string | number): string => {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const lineOf = (cells: readonly (string | number)[]): string => cells.map(cellOf).join(',');

/** To be put right in a spreadsheet and chosen again; with the mark by which offices know UTF-8. */
export function refusalsCsv(columns: readonly string[], refused: readonly { row: BookRow; reasons: readonly string[] }[]): string {
  const lines = refused.map(({ row, reasons }) => lineOf([row.line, reasons.join('；'), ...row.cells]));
  return `\uFEFF${[lineOf(['原行号', '不能导入的原因', ...columns]), ...lines].join('\r\n')}\r\n`;
}
