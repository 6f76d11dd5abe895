/** A spreadsheet takes a cell that begins so for a formula; a number with its sign is none. */
const FORMULA = /^(?:[=+@\t\r]|-(?![\d.]+$))/;

const cellOf = (value: string | number): string => {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const lineOf = (cells: readonly (string | number)[]): string => cells.map(cellOf).join(',');

/** CSV as offices open it: with the mark by which they know UTF-8, and nothing in it that a spreadsheet would carry out. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[columns, ...rows].map(lineOf).join('\r\n')}\r\n`;
