import { type Hub, messagesIn, publishRows, withHub } from './hub';
import { AT_SERVER, WAITING } from './rows';
import { type Server, startNats } from './servers';
import { filled, firstSync, judged, oddities, published } from './steps';
import { withPage } from './window';
import { CHUNK, DOCS, LIMIT_S, PUBLISHED, type Result } from './work';

/** Documents a pull or push: what its documentation shows, and what all others are given here. */
const BATCHES = [30, CHUNK] as const;
const nameOf = (batch: number): string => `RxDB, Dexie storage, NATS replication, batches of ${batch}`;

const pulled = (batch: number): Promise<Result> =>
  withNats('pulled', async (hub) => {
    await withHub(hub, (connection) => publishRows(connection, hub, AT_SERVER, DOCS));
    return withPage('rxdb', (ask) => firstSync(nameOf(batch), ask, { hub, batch }, DOCS));
  });

/**
 * Its pull closes each fetch as soon as it was sent, and takes what had come by then for a batch; a batch that is not full is
 * the end to it. Asked again it goes on from there, so here it is asked until a count finds all rows.
 */
const pulledAgain = (batch: number): Promise<Result> =>
  withNats('again', async (hub) => {
    await withHub(hub, (connection) => publishRows(connection, hub, AT_SERVER, DOCS));
    return withPage('rxdb', async (ask) => {
      await ask('open');
      const given = { hub, batch, rows: DOCS, limitSeconds: LIMIT_S };
      const { took, asked } = await ask<{ took: number; asked: number }>('pullAgain', given);
      const counted = await ask<number>('stored');
      const problem = [`all rows were there after it had said ${asked} times that it was in sync.`, await oddities(ask, AT_SERVER, DOCS)];
      const who = `${nameOf(batch)}, asked again until all is there`;
      return judged({ who, work: 'first sync', rows: DOCS, took, counted, problem: problem.join(' ').trim() });
    });
  });

const pushed = (batch: number): Promise<Result> =>
  withNats('pushed', (hub) =>
    withPage('rxdb', async (ask) => {
      await filled(ask, WAITING, PUBLISHED);
      return published(nameOf(batch), ask, { hub, batch }, PUBLISHED, () =>
        withHub(hub, (connection) => messagesIn(connection, hub.stream)),
      );
    }),
  );

async function withNats<T>(name: string, work: (hub: Hub) => Promise<T>): Promise<T> {
  const server: Server = await startNats();
  try {
    return await work({ servers: `127.0.0.1:${server.port}`, stream: name, prefix: name });
  } finally {
    await server.stop();
  }
}

/** Each with a hub, a profile and a page of its own. */
export const RXDB = [...BATCHES.flatMap((batch) => [() => pulled(batch), () => pushed(batch)]), () => pulledAgain(BATCHES[0])];
