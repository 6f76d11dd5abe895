import { type Hub, messagesIn, publishRows, withHub } from './hub';
import { JETSTREAM_FLOOR, OURS_FLOOR, PEERS_FLOOR } from './report';
import { AT_SERVER, WAITING } from './rows';
import { startNats } from './servers';
import { judged } from './steps';
import { withPage } from './window';
import { CHUNK, DOCS, PUBLISHED, type Result } from './work';

/** IndexedDB alone, through Dexie: what a first sync cannot be faster than. As the program writes, and as the peers do. */
const AS_OURS = { who: OURS_FLOOR, durability: 'strict', indexes: 'id, day, state, *tokens' };
const AS_PEERS = { who: PEERS_FLOOR, durability: 'relaxed', indexes: 'id, day, state' };

const dexie = ({ who, ...settings }: typeof AS_OURS): Promise<Result> =>
  withPage('dexie', async (ask) => {
    const given = { from: AT_SERVER, count: DOCS, chunk: CHUNK, ...settings };
    const { took, stored } = await ask<{ took: number; stored: number }>('put', given);
    return judged({ who, work: 'first sync', rows: DOCS, took, counted: stored, problem: '' });
  });

/** JetStream alone, through the client that the program itself uses: what publishing cannot be faster than. */
async function jetStream(): Promise<Result> {
  const server = await startNats();
  try {
    const hub: Hub = { servers: `127.0.0.1:${server.port}`, stream: 'raw', prefix: 'raw' };
    return await withHub(hub, async (connection) => {
      const took = await publishRows(connection, hub, WAITING, PUBLISHED);
      const counted = await messagesIn(connection, hub.stream);
      return judged({ who: JETSTREAM_FLOOR, work: 'publish', rows: PUBLISHED, took, counted, problem: '' });
    });
  } finally {
    await server.stop();
  }
}

export const RAW = [() => dexie(AS_OURS), () => dexie(AS_PEERS), jetStream];
