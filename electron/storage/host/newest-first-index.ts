import type { StoredRow } from './stored';

/** A hash and a time in one string, so that an index walked forwards brings the newest first. */
const TIME_DIGITS = 12;
const LATEST = 2 ** 48 - 1;
/** Above every digit: the end of one hash's entries. */
const END = '~';

/** A UUID v7 begins with its time, 48 bits of milliseconds (UTC). */
const timeOfId = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, TIME_DIGITS), 16) || 0;
const backwards = (id: string): string => (LATEST - timeOfId(id)).toString(16).padStart(TIME_DIGITS, '0');

/**
 * What a person is looked up by, derived from the row wherever it is stored: no change carries it. A cursor that walks an
 * index backwards is slow where the index is large, and only forwards are keys had in bulk.
 */
export function withFoundBy(row: StoredRow): StoredRow {
  if (!Array.isArray(row.tokens)) return row;
  const time = backwards(row.id);
  return { ...row, foundBy: (row.tokens as string[]).map((hash) => `${hash}${time}`) };
}

/** The range of one token's hash in the index `foundBy`. */
export const rangeOf = (hash: string): [string, string] => [hash, `${hash}${END}`];
