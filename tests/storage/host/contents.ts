import { hallKeys } from '../../../electron/storage/host/codec';
import { DataKeys } from '../../../electron/storage/host/data-keys';
import { isFill } from '../../../electron/storage/host/day-figures';
import { ReceptionDb } from '../../../electron/storage/host/db';
import { Reader } from '../../../electron/storage/host/read';
import { isReplaced } from '../../../electron/storage/host/replaced';
import { TABLE_NAMES } from '../../../electron/storage/host/tables';
import type { Disk } from './desk';

/** Everything a desk's database says, read beside the program: rows opened, totals, and which changes of whom it has. */
export async function contentsOf(disk: Disk, deskCode: string) {
  const db = new ReceptionDb(disk.databaseName);
  await db.open();
  const reader = new Reader(db, new DataKeys(db, hallKeys(disk.hallKey, disk.laterKeys)), deskCode);
  const rows: Record<string, unknown[]> = {};
  for (const table of TABLE_NAMES) {
    const opened = await reader.all(table);
    rows[table] = opened.map(({ version: _, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  const batches = (await db.batches.toArray()).filter((row) => !isReplaced(row));
  const changes = batches.map(({ id, last }) => `${id}–${last}`).sort();
  const count = batches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const erased = (
    await Promise.all(
      TABLE_NAMES.map((table) =>
        db
          .rows(table)
          .filter((row) => row.erased !== undefined)
          .primaryKeys(),
      ),
    )
  )
    .flat()
    .sort();
  const totals = (await db.dayTotals.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1));
  const figures = (await db.dayFigures.toArray()).filter((day) => !isFill(day) && Object.keys(day.figures).length > 0);
  db.close();
  return { rows, totals, figures, changes, count, erased };
}
