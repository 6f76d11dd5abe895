import { addFigures, FACT_TABLES, type FactTable, type Figures } from '../../../../shared/statistics/facts';
import { RowSet } from '../apply';
import { countedOf, FILL, type FillState, isFill, withDeltas } from '../day-figures';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** So few that no registration waits longer than some ten milliseconds behind a slice. */
const ROWS_A_SLICE = 200;
/** Between two slices whatever the desk asks goes first. */
const PAUSE_MS = 2;
/** A slice that the disk did not take is tried again. */
const AGAIN_AFTER_MS = 10_000;
/** Behind every id. */
const END = '\uffff';

/**
 * Counts the rows of before the figures were kept, slice by slice under the write lock, each with how far it came in one
 * transaction: ended at any moment it goes on where it was, and no row is counted twice or left out.
 */
export async function fillFigures(host: Host): Promise<void> {
  const { db } = host;
  while (db.isOpen() && !db.figuresFilled) {
    try {
      if (await fillSlice(host)) return;
      await pause(PAUSE_MS);
    } catch (error) {
      if (!db.isOpen()) return;
      console.warn(`figures of the past: ${error instanceof Error ? error.name : 'error'}; tried again`);
      await pause(AGAIN_AFTER_MS);
    }
  }
}

/** @returns whether nothing is left */
export function fillSlice(host: Host, rows = ROWS_A_SLICE): Promise<boolean> {
  const { db, keys, writer } = host;
  return writer.take(async (meta) => {
    const state = await db.dayFigures.get(FILL);
    if (!isFill(state)) {
      db.figuresFilled = true;
      return { reply: true, prepared: null };
    }
    const found = await nextRows(host, state, rows);
    const { days, next } = found ? counted(state, found.table, found.rows, found.last) : { days: new Map<string, Figures>(), next: null };
    const puts = await withDeltas(db, days);
    const store = async (): Promise<void> => {
      await Promise.all([db.dayFigures.bulkPut(puts), next ? db.dayFigures.put(next) : db.dayFigures.delete(FILL)]);
    };
    const prepared = { batches: [], rows: new RowSet(db, keys), keys: [], meta, beside: { tables: ['dayFigures'], store } };
    return { reply: next === null, prepared };
  });
}

/** The first table that has rows left, and its next ones; null: none has. */
async function nextRows(
  { db }: Host,
  state: FillState,
  limit: number,
): Promise<{ table: FactTable; rows: StoredRow[]; last: boolean } | null> {
  for (const table of FACT_TABLES) {
    const after = state.counted[table] ?? '';
    if (after === END) continue;
    const rows = await db.rows(table).where(':id').above(after).limit(limit).toArray();
    return { table, rows, last: rows.length < limit };
  }
  return null;
}

function counted(
  state: FillState,
  table: FactTable,
  rows: readonly StoredRow[],
  last: boolean,
): { days: Map<string, Figures>; next: FillState } {
  const days = new Map<string, Figures>();
  for (const row of rows) {
    const facts = countedOf(table, row);
    if (!facts) continue;
    const day = days.get(facts.day) ?? {};
    days.set(facts.day, addFigures(day, facts.figures));
  }
  const upTo = last ? END : (rows.at(-1)?.id ?? END);
  return { days, next: { ...state, counted: { ...state.counted, [table]: upTo }, done: state.done + rows.length } };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
