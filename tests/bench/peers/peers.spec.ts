import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { table } from '../figures';
import { POUCHDB } from './measure-pouchdb';
import { RAW } from './measure-raw';
import { RXDB } from './measure-rxdb';
import { rowsOfTable } from './report';
import { CHUNK, DOCS, PUBLISHED, type Result } from './work';

const OUT = join(__dirname, '..', '..', '..', 'test-results', 'bench-peers.json');
/** For work on one of them: `PEERS_ONLY=raw,rxdb`. */
const ONLY = process.env.PEERS_ONLY?.split(',');

test('peers', async () => {
  const results: Result[] = [];
  const failures: string[] = [];
  for (const [name, works] of Object.entries({ raw: RAW, rxdb: RXDB, pouchdb: POUCHDB })) {
    if (ONLY && !ONLY.includes(name)) continue;
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
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim() || process.arch}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  mkdirSync(join(OUT, '..'), { recursive: true });
  writeFileSync(OUT, `${JSON.stringify({ machine, docs: DOCS, published: PUBLISHED, chunk: CHUNK, results, failures }, null, 2)}\n`);
  const odd = results.filter((r) => r.problem).map((r) => `${r.who}, ${r.work}: ${r.problem}`);
  console.log(`\nmachine: ${machine}\n\n${table(rowsOfTable(results))}\n`);
  console.log(odd.length > 0 ? `what could not be done, or was odd\n${odd.join('\n')}\n` : '');
  expect(failures, 'what could not be measured').toEqual([]);
});
