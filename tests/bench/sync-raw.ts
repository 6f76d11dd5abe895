import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Page } from '@playwright/test';
import type Dexie from 'dexie';
import names from '../../shared/sync/hub.json';
import type { Hub } from '../e2e/desks';

const CONNECT = pathToFileURL(join(__dirname, '..', '..', 'build', 'hub', 'connect.mjs')).href;
const KEYS_AT_ONCE = 200;

export interface RawPut {
  rows: number;
  changes: number;
  ms: number;
}

/**
 * Everything that the first sync brought, put once more into a database of the same tables and indexes by `bulkPut` alone,
 * 2000 rows a strict transaction, in the same page. Reading and copying are not counted.
 */
export const rawBulkPut = (page: Page): Promise<RawPut> =>
  page.evaluate(async () => {
    const AT_ONCE = 2000;
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    const schema = Object.fromEntries(
      real.tables.map((t) => [t.name, [t.schema.primKey, ...t.schema.indexes].map((i) => i.src).join(', ')]),
    );
    await DexieHere.delete('bench');
    const scratch = new DexieHere('bench', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    scratch.version(1).stores(schema);
    await scratch.open();
    const put = { rows: 0, changes: 0, ms: 0 };
    for (const { name } of real.tables) {
      for (let after: unknown = null; ; ) {
        const table = real.table(name);
        const rows = (await (after === null ? table.orderBy(':id') : table.where(':id').above(after)).limit(AT_ONCE).toArray()) as {
          id: string;
          first: number;
          last: number;
        }[];
        const began = performance.now();
        if (rows.length > 0) await scratch.transaction('rw', [name], () => scratch.table(name).bulkPut(rows));
        put.ms += performance.now() - began;
        put.rows += rows.length;
        if (name === 'batches') for (const { first, last } of rows) put.changes += last - first + 1;
        if (rows.length < AT_ONCE) break;
        after = rows.at(-1)?.id;
      }
    }
    real.close();
    scratch.close();
    await DexieHere.delete('bench');
    return put;
  });

/** How many changes a desk has. */
export const changesOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    let changes = 0;
    await real.table('batches').each(({ first, last }: { first: number; last: number }) => {
      changes += last - first + 1;
    });
    real.close();
    return changes;
  });

/** The messages that the hub holds, published once more, into a stream of its own with the same settings: keys side by side, the log one after the other, each only behind the last. */
export async function rawPublish(hub: Hub): Promise<{ messages: number; keys: number; bytes: number; ms: number }> {
  const nc = await asAdministrator(hub);
  try {
    const jsm = await jetstreamManager(nc);
    const js = jetstream(nc);
    const read = async (stream: string): Promise<Uint8Array[]> => {
      const { state } = await jsm.streams.info(stream);
      const all: Uint8Array[] = [];
      for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
        const message = await jsm.streams.getMessage(stream, { seq });
        if (message) all.push(message.data);
      }
      return all;
    };
    const [log, keys] = [await read(names.log.stream), await read(names.keys.stream)];
    for (const [name, like] of [
      ['bench-log', names.log.stream],
      ['bench-keys', names.keys.stream],
    ] as const) {
      const { config } = await jsm.streams.info(like);
      await jsm.streams.add({ ...config, name, subjects: [`${name}.*`], deny_delete: false, deny_purge: false });
    }
    const began = performance.now();
    for (let i = 0; i < keys.length; i += KEYS_AT_ONCE)
      await Promise.all(
        keys.slice(i, i + KEYS_AT_ONCE).map((data, n) => js.publish(`bench-keys.${i + n}`, data, { expect: { lastSubjectSequence: 0 } })),
      );
    let last = 0;
    for (const data of log) last = (await js.publish('bench-log.01', data, { expect: { lastSubjectSequence: last } })).seq;
    const ms = performance.now() - began;
    const bytes = [...log, ...keys].reduce((sum, data) => sum + data.length, 0);
    for (const name of ['bench-log', 'bench-keys']) await jsm.streams.delete(name);
    return { messages: log.length, keys: keys.length, bytes, ms };
  } finally {
    await nc.close();
  }
}

async function asAdministrator({ url, ca, adminSeed }: Hub): Promise<NatsConnection> {
  const { connectHub } = (await import(CONNECT)) as typeof import('../../build/hub/connect.mjs');
  return connectHub({ servers: url, ca, seed: adminSeed });
}
