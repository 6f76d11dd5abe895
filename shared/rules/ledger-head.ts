import { type LedgerCell, plainText } from './ledger-cells';
import { LEDGER_FIELDS, type LedgerHead, type LedgerMapping, mapColumns, NEEDED_FIELDS } from './ledger-columns';

/** Where the names of the columns stand: `row` counts from 0; a head of two rows has a merged or empty cell in one of them. */
export interface HeadPlace {
  row: number;
  rows: 1 | 2;
}
export interface FoundHead<M> extends HeadPlace {
  heads: LedgerHead[];
  mapping: M;
}

/** By which names a kind of table knows its columns. */
export interface HeadNames<M> {
  map(heads: readonly LedgerHead[]): M;
  fields: readonly (keyof M)[];
  /** These weigh more: a list of staff has names and telephones, too. */
  needed: readonly (keyof M)[];
}
export const LEDGER_HEADS: HeadNames<LedgerMapping> = { map: mapColumns, fields: LEDGER_FIELDS, needed: NEEDED_FIELDS };

/** Titles, the unit's name and the year stand above; further down it is data. */
export const HEAD_WITHIN = 20;

/** The row, or two rows, whose names are known best; null when no row has at least two of them. */
export function findHead<M>(rows: readonly (readonly LedgerCell[])[], names: HeadNames<M>): FoundHead<M> | null {
  let best: FoundHead<M> | null = null;
  let most = 1;
  for (let row = 0; row < Math.min(rows.length, HEAD_WITHIN); row++) {
    for (const count of [1, 2] as const) {
      if (row + count > rows.length) continue;
      const found = headAt(rows, { row, rows: count }, names);
      if (count === 2 && isAbove(rows, row, found.mapping, names)) continue;
      const score = scoreOf(found.mapping, names);
      if (score <= most) continue;
      most = score;
      best = found;
    }
  }
  return best;
}

/**
 * Whether the upper of two rows is no part of the head: a title in one cell, perhaps merged over all columns, or words of
 * whoever filled the form, which change nothing. A cell merged over both rows is a part of both.
 */
function isAbove<M>(rows: readonly (readonly LedgerCell[])[], row: number, mapping: M, names: HeadNames<M>): boolean {
  const upper = (rows[row] ?? []).map(plainText);
  const lower = (rows[row + 1] ?? []).map(plainText);
  if (new Set(upper.filter((text) => text !== '')).size <= 1) return true;
  if (upper.some((text, i) => text !== '' && text === lower[i])) return false;
  const alone = headAt(rows, { row: row + 1, rows: 1 }, names).mapping;
  return names.fields.every((field) => alone[field] === mapping[field]);
}

function scoreOf<M>(mapping: M, { fields, needed }: HeadNames<M>): number {
  const has = (field: keyof M): boolean => mapping[field] !== undefined;
  return fields.filter(has).length + needed.filter(has).length;
}

/** The head as it reads at a place, be it found or chosen. */
export function headAt<M>(rows: readonly (readonly LedgerCell[])[], { row, rows: count }: HeadPlace, names: HeadNames<M>): FoundHead<M> {
  const upper = (rows[row] ?? []).map(plainText);
  const lower = count === 2 ? (rows[row + 1] ?? []).map(plainText) : [];
  const width = Math.max(upper.length, lower.length);
  const heads: LedgerHead[] = [];
  let group = '';
  for (let column = 0; column < width; column++) {
    const above = upper[column] ?? '';
    const below = lower[column] ?? '';
    if (above !== '') group = above;
    // An empty cell above a name belongs to the merged cell on its left; above nothing it ends it.
    else if (below === '') group = '';
    heads.push(count === 2 && below !== '' ? { text: below, group: group === below ? '' : group } : { text: above, group: '' });
  }
  return { row, rows: count, heads, mapping: names.map(heads) };
}
