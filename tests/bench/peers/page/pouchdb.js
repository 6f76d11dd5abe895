import indexeddb from 'pouchdb-adapter-indexeddb';
import PouchDB from 'pouchdb-browser';
import find from 'pouchdb-find';
import { rowOf, rowsOf } from '../rows.ts';
import { storedRows } from './index-count.js';
import { timed } from './timed.js';

PouchDB.plugin(indexeddb).plugin(find);

const errors = [];
let database;

globalThis.peer = {
  async open() {
    database = new PouchDB('peers', { adapter: 'indexeddb' });
    // This adapter makes them IndexedDB's own indexes, kept with every write. An array is one key to it, not many.
    for (const field of ['day', 'state']) await database.createIndex({ index: { fields: [field] } });
    // The first question is what makes it build them.
    for (const field of ['day', 'state']) await database.find({ selector: { [field]: 'none' } });
  },
  async fill({ from, count, chunk }) {
    for (let at = 0; at < count; at += chunk) {
      const answers = await database.bulkDocs(
        rowsOf(from + at, Math.min(chunk, count - at)).map(({ id, ...rest }) => ({ _id: id, ...rest })),
      );
      const refused = answers.find((answer) => answer.error);
      if (refused) throw new Error(`PouchDB refused a row: ${JSON.stringify(refused).slice(0, 300)}`);
    }
  },
  pull: ({ server, batch }) => timed(() => done(database.replicate.from(server, { batch_size: batch }))),
  push: ({ server, batch }) => timed(() => done(database.replicate.to(server, { batch_size: batch }))),
  stored: () => storedRows('_pouch_peers', 'docs'),
  async holds({ n }) {
    const row = rowOf(n);
    return (await database.get(row.id)).sealed === row.sealed;
  },
  errors: () => errors,
};

/** Until PouchDB says of itself that the replication is complete. */
async function done(replication) {
  replication.on('denied', (error) => errors.push(JSON.stringify(error).slice(0, 500)));
  const result = await replication;
  for (const error of result.errors ?? []) errors.push(JSON.stringify(error).slice(0, 500));
}
