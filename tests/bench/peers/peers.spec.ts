import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runtimeBinary } from '../../e2e/runtime';
import { table } from '../figures';
import { absent } from './installed';
import { POUCHDB } from './measure-pouchdb';
import { RAW } from './measure-raw';
import { RXDB } from './measure-rxdb';
import { rowsOfTable } from './report';
import { CHUNK, DOCS, PUBLISHED, type Result } from './work';

const OUT = join(__dirname, '..', '..', '..', 'test-results', 'bench-peers.json');
/** For work on one of them: `PEERS_ONLY=raw,rxdb`. */
const ONLY = process.env.PEERS_ONLY?.split(',');

const CANDIDATES = [
  { name: 'raw', works: RAW, who: 'IndexedDB and JetStream alone', packages: [] },
  { name: 'rxdb', works: RXDB, who: 'RxDB', packages: ['rxdb', 'rxjs', 'dexie', 'nats'] },
  {
    name: 'pouchdb',
    works: POUCHDB,
    who: 'PouchDB',
    packages: ['pouchdb-browser', 'pouchdb-adapter-indexeddb', 'pouchdb-find', 'pouchdb-server'],
  },
];

test('peers', async () => {
  const loadBefore = loadavg()[0] ?? 0;
  const results: Result[] = [];
  const failures: string[] = [];
  for (const { name, works, who, packages } of CANDIDATES) {
    if (ONLY && !ONLY.includes(name)) continue;
    const missing = absent(who, packages);
    results.push(...missing);
    if (missing.length > 0) continue;
    for (const work of works) {
      // One that fails costs its own row, not those of the others.
      await work().then(
        (result) => {
          results.push(result);
          console.log(`measured: ${result.who}, ${result.work}`);
        },
        (error: unknown) => failures.push(`${name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
  }
  const machine = machineLine(loadBefore);
  mkdirSync(dirname(OUT), { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ machine, docs: DOCS, published: PUBLISHED, chunk: CHUNK, results, failures }, null, 2)}\n`);
  const odd = results.filter((r) => r.problem).map((r) => `${r.who}, ${r.work}: ${r.problem}`);
  console.log(`\nmachine: ${machine}\n\n${table(rowsOfTable(results))}\n`);
  console.log(odd.length > 0 ? `what could not be done, or was odd\n${odd.join('\n')}\n` : '');
  expect(failures, 'what could not be measured').toEqual([]);
});

/** With the load, for other work on the machine is in every figure. */
function machineLine(loadBefore: number): string {
  const electron = readFileSync(join(dirname(runtimeBinary()), 'version'), 'utf8').trim();
  const load = `load ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cpus().length} cores (${cpus()[0]?.model.trim() || process.arch}), ${memory}; Electron ${electron}; ${load}`;
}
