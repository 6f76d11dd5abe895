import type { StoredRow } from '../stored';

/** By the day of the visit; within it ids are UUID v7, so the later one is the newer visit. Sorts in place. */
export const newestFirst = (rows: StoredRow[]): StoredRow[] =>
  rows.sort((a, b) => (a.date === b.date ? (a.id < b.id ? 1 : -1) : String(a.date) < String(b.date) ? 1 : -1));
