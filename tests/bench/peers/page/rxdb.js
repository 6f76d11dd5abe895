import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateNats } from 'rxdb/plugins/replication-nats';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { rowOf, rowsOf } from '../rows.ts';
import { storedRows } from './index-count.js';
import { timed } from './timed.js';

const text = (maxLength) => ({ type: 'string', maxLength });
const whole = { type: 'number' };
/** RxDB has no index over the values of an array: the tokens go without. */
const SCHEMA = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(36),
    day: text(10),
    state: text(20),
    at: whole,
    changedAt: whole,
    kind: text(20),
    region: text(6),
    matter: text(4),
    desk: text(10),
    number: whole,
    people: whole,
    tokens: { type: 'array', items: text(8) },
    sealed: text(800),
  },
  required: ['id', 'day', 'state', 'sealed'],
  indexes: ['day', 'state'],
};

const errors = [];
let collection;

const peer = {
  async open() {
    const database = await createRxDatabase({ name: 'peers', storage: getRxStorageDexie(), multiInstance: false });
    ({ rows: collection } = await database.addCollections({ rows: { schema: SCHEMA } }));
  },
  async fill({ from, count, chunk }) {
    for (let at = 0; at < count; at += chunk) {
      const { error } = await collection.bulkInsert(rowsOf(from + at, Math.min(chunk, count - at)));
      if (error.length > 0) throw new Error(`RxDB refused ${error.length} rows: ${JSON.stringify(error[0]).slice(0, 300)}`);
    }
  },
  pull: ({ hub, batch }) => timed(() => inSync({ hub, pull: { batchSize: batch } })),
  /** As often as it takes until all rows are there. Only the syncing is counted, not the counting. */
  async pullAgain({ hub, batch, rows, limitSeconds }) {
    let took = 0;
    let asked = 0;
    while ((await peer.stored()) < rows && took < limitSeconds * 1000) {
      took += await peer.pull({ hub, batch });
      asked++;
    }
    return { took, asked };
  },
  push: ({ hub, batch }) => timed(() => inSync({ hub, push: { batchSize: batch } })),
  stored: () => storedRows('rxdb-dexie-peers--0--rows', 'docs'),
  async holds({ n }) {
    const row = rowOf(n);
    return (await collection.findOne(row.id).exec())?.sealed === row.sealed;
  },
  errors: () => errors,
};
globalThis.peer = peer;

/** Until RxDB says of itself that the first replication is done. */
async function inSync({ hub, pull, push }) {
  const state = replicateNats({
    collection,
    replicationIdentifier: `peers-${pull ? 'pull' : 'push'}`,
    streamName: hub.stream,
    subjectPrefix: hub.prefix,
    connection: { servers: hub.servers },
    live: false,
    waitForLeadership: false,
    pull,
    push,
  });
  state.error$.subscribe((error) => errors.push(`${error.message}`.slice(0, 500)));
  await state.awaitInitialReplication();
}
