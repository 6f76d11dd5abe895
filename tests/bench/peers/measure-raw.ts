import { type Hub, messagesIn, publishRows, withHub } from './hub';
import { AT_SERVER, WAITING } from './rows';
import { startNats } from './servers';
import { withPage } from './window';
import { CHUNK, DOCS, PUBLISHED, type Result } from './work';

/** IndexedDB alone, through Dexie: what a first sync cannot be faster than. */
const dexie = (durability: 'strict' | 'relaxed'): Promise<Result> =>
  withPage('dexie', async (ask) => {
    const given = { from: AT_SERVER, count: DOCS, chunk: CHUNK, durability };
    const { took, stored } = await ask<{ took: number; stored: number }>('put', given);
    return { who: `raw Dexie bulkPut, ${durability}`, work: 'first sync', rows: DOCS, took, counted: stored, problem: '' };
  });

/** JetStream alone, through the client that the program itself uses: what publishing cannot be faster than. */
async function jetStream(): Promise<Result> {
  const server = await startNats();
  try {
    const hub: Hub = { servers: `127.0.0.1:${server.port}`, stream: 'raw', prefix: 'raw' };
    return await withHub(hub, async (connection) => {
      const took = await publishRows(connection, hub, WAITING, PUBLISHED);
      const counted = await messagesIn(connection, hub.stream);
      return { who: 'raw JetStream publishing', work: 'publish', rows: PUBLISHED, took, counted, problem: '' };
    });
  } finally {
    await server.stop();
  }
}

export const RAW = [() => dexie('strict'), () => dexie('relaxed'), jetStream];
