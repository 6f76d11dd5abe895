import Dexie from 'dexie';
import { rowsOf } from '../rows.ts';
import { storedRows } from './index-count.js';
import { timed } from './timed.js';

/** What IndexedDB itself takes for the rows: one `bulkPut` a transaction. Only the writing is counted, not the making of rows. */
globalThis.peer = {
  async put({ from, count, chunk, durability, indexes }) {
    const name = 'raw';
    const database = new Dexie(name, { chromeTransactionDurability: durability });
    database.version(1).stores({ rows: indexes });
    await database.open();
    let took = 0;
    for (let at = 0; at < count; at += chunk) {
      const rows = rowsOf(from + at, Math.min(chunk, count - at));
      took += await timed(() => database.rows.bulkPut(rows));
    }
    database.close();
    return { took, stored: await storedRows(name, 'rows') };
  },
};
