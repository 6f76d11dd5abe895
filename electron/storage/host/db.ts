import Dexie, { type Table } from 'dexie';
import type { StoredDay } from './day-figures';
import { KnownIds } from './known-ids';
import { declareVersions, SCHEMA } from './migrations';
import type {
  Meta,
  StoredAside,
  StoredBatch,
  StoredDraft,
  StoredKey,
  StoredMemory,
  StoredQuarantine,
  StoredRow,
  StoredTotals,
  StoredWaiting,
} from './stored';
import type { TableName } from './tables';

export const DATABASE = 'reception';

/**
 * Dexie over IndexedDB. `strict`: a transaction is complete only when it is on the disk. Dexie's own cache is off: it
 * would answer a live query inside a transaction without a request, and the transaction would end under it.
 */
export class ReceptionDb extends Dexie {
  declare batches: Table<StoredBatch, string>;
  declare keys: Table<StoredKey, string>;
  declare dayTotals: Table<StoredTotals, string>;
  declare dayFigures: Table<StoredDay, string>;
  declare drafts: Table<StoredDraft, string>;
  declare aside: Table<StoredAside, string>;
  declare meta: Table<Meta, string>;
  declare sync: Table<StoredMemory, string>;
  declare waiting: Table<StoredWaiting, string>;
  declare quarantine: Table<StoredQuarantine, string>;
  /** Which rows are certainly not there. */
  readonly known = new KnownIds(this);
  /** Every row counts in `dayFigures`: known since it was looked. */
  figuresFilled = false;

  constructor(name: string = DATABASE) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    declareVersions(this);
  }

  /**
   * Several reads as one: each read alone is a transaction of its own and costs about a millisecond more.
   * Inside, nothing may be awaited but the database.
   */
  reading<R>(task: () => Promise<R>): Promise<R> {
    // An async function, by which Dexie knows that awaits of the language are used in it.
    return Promise.resolve(this.transaction('r', this.tables, async () => task()));
  }

  rows(table: TableName): Table<StoredRow, string> {
    return this.table(table);
  }
}

/** Dexie 4 quietly opens a newer database, so its version is asked before. 0 when there is none. */
export async function storedSchema(name: string = DATABASE): Promise<number> {
  const found = (await indexedDB.databases()).find((d) => d.name === name);
  // Dexie keeps its version times ten.
  return Math.floor((found?.version ?? 0) / 10);
}

export { SCHEMA };
