import { AT_SERVER, rowsOf, WAITING } from './rows';
import { startPouchServer } from './servers';
import { filled, firstSync, published } from './steps';
import { withPage } from './window';
import { CHUNK, DOCS, PUBLISHED, type Result } from './work';

const WHO = 'PouchDB, IndexedDB adapter, pouchdb-server';

const pulled = (): Promise<Result> =>
  withDatabase(async (server) => {
    for (let at = 0; at < DOCS; at += CHUNK) await writeToServer(server, AT_SERVER + at, Math.min(CHUNK, DOCS - at));
    return withPage('pouchdb', (ask) => firstSync(WHO, ask, { server, batch: CHUNK }, DOCS));
  });

const pushed = (): Promise<Result> =>
  withDatabase((server) =>
    withPage('pouchdb', async (ask) => {
      await filled(ask, WAITING, PUBLISHED);
      return published(WHO, ask, { server, batch: CHUNK }, PUBLISHED, () => rowsAtServer(server));
    }),
  );

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startPouchServer();
  try {
    const url = `http://127.0.0.1:${server.port}/peers`;
    await answered(await fetch(url, { method: 'PUT' }));
    return await work(url);
  } finally {
    await server.stop();
  }
}

async function writeToServer(url: string, from: number, count: number): Promise<void> {
  const docs = rowsOf(from, count).map(({ id, ...rest }) => ({ _id: id, ...rest }));
  const headers = { 'content-type': 'application/json' };
  await answered(await fetch(`${url}/_bulk_docs`, { method: 'POST', headers, body: JSON.stringify({ docs }) }));
}

/** Ids are UUIDs of version 7 and begin with 0: the design documents that PouchDB pushes too are not among them. */
async function rowsAtServer(url: string): Promise<number> {
  const { rows } = await answered<{ rows: unknown[] }>(await fetch(`${url}/_all_docs?startkey="0"&endkey="1"`));
  return rows.length;
}

async function answered<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`pouchdb-server answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return (await response.json()) as T;
}

/** Each with a server, a profile and a page of its own. */
export const POUCHDB = [pulled, pushed];
