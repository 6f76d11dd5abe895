import { UNKNOWN } from '../domain/incident-report';
import type { PaperBlock } from './incident-paper';
import type { SheetFacts } from './incident-sheet';

/* Pieces of the sheet: what nobody knows is said to be unknown, a table without a row too. */

export type Row = readonly [name: string, value: string];
export const row = (name: string, value: string): Row => [name, value || UNKNOWN];
export const table = (...rows: Row[]): PaperBlock => ({ block: 'table', rows });
export const heading = (text: string): PaperBlock => ({ block: 'heading', text });
export const grid = (head: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): PaperBlock => ({
  block: 'grid',
  head,
  widths,
  rows: rows.length > 0 ? rows : [[UNKNOWN, ...head.slice(1).map(() => '')]],
});
export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

/** Of the newest report that says something about it. */
export const reported = ({ reports }: SheetFacts, label: string): string =>
  reports.map(({ sections }) => sections.find((each) => each.label === label)?.text ?? '').findLast((text) => text !== '') ?? '';
