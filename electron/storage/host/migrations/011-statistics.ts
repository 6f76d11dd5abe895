import type { Transaction } from 'dexie';
import { FACT_TABLES } from '../../../../shared/statistics/facts';
import { FILL, type FillState, type StoredDay } from '../day-figures';
import type { StoredRow } from '../stored';

/** 统计: figures kept by day, so that a year's tables are a few hundred small rows. */
export const schema011: Record<string, string> = {
  dayFigures: 'id',
  statClosings: 'id, [unit+from]',
  /** From a figure to its records: by the day on which they count. */
  promises: 'id, matterId, interviewId, [state+due], briefingId, due',
  followUps: 'id, matterId, promiseId, [kind+day]',
};

/** A million rows are not counted while somebody waits for the program to open: the fill begins here, and goes on in slices. */
export async function upgrade011(transaction: Transaction): Promise<void> {
  const counts = await Promise.all(FACT_TABLES.map((name) => transaction.table<StoredRow, string>(name).count()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return;
  const fill: FillState = { id: FILL, counted: {}, done: 0, total };
  await transaction.table<StoredDay, string>('dayFigures').put(fill);
}
