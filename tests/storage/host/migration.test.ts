import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { encodeBatch } from '../../../electron/storage/host/batch-codec';
import { hashOf } from '../../../electron/storage/host/codec';
import { ReceptionDb, SCHEMA, storedSchema } from '../../../electron/storage/host/db';
import { declareVersions } from '../../../electron/storage/host/migrations';
import { schema001 } from '../../../electron/storage/host/migrations/001-first';
import { rangeOf } from '../../../electron/storage/host/newest-first-index';
import { openVisits } from '../../../electron/storage/host/visits/open-visits';

/** A visit as the first release kept it: nothing yet of its way through the hall. */
const visit = (id: string, date: string, state: string, heads: number) => ({
  id,
  version: 1,
  clock: '1',
  number: `${date}-${id}`,
  date,
  deskCode: '01',
  cardNo: Number(id),
  queueNo: Number(id),
  queueNumber: `A00${id}`,
  kind: heads >= 5 ? 'collective' : 'individual',
  state,
  heads,
  others: heads - 1,
  personIds: [],
  fieldCode: '04',
});

it('a hall of the first release opens: its people are counted by state, its rows are found by the new indexes', async () => {
  const name = 'hall-of-the-first-release';
  const old = new Dexie(name);
  old.version(1).stores(schema001);
  await old.open();
  await old
    .table('visits')
    .bulkAdd([
      visit('1', '2026-11-22', 'returned', 1),
      visit('2', '2026-11-23', 'issued', 1),
      visit('3', '2026-11-23', 'issued', 9),
      visit('4', '2026-11-23', 'void', 1),
      { ...visit('5', '2026-11-23', 'issued', 1), erased: '2' },
    ]);
  await old.table('dayTotals').bulkAdd([
    { id: '2026-11-22', visits: 1, heads: 1, inHall: 0, cardsOut: 0 },
    { id: '2026-11-23', visits: 2, heads: 10, inHall: 10, cardsOut: 2 },
  ]);
  old.close();
  expect(await storedSchema(name)).toBe(1);

  const db = new ReceptionDb(name);
  await db.open();
  expect(await storedSchema(name)).toBe(SCHEMA);
  expect(await db.dayTotals.get('2026-11-23')).toMatchObject({ visits: 2, heads: 10, inHall: 10, issued: 10, waiting: 0, cardsOut: 2 });
  expect(await db.dayTotals.get('2026-11-22'), 'a day on which nobody is here is left alone').toEqual({
    id: '2026-11-22',
    visits: 1,
    heads: 1,
    inHall: 0,
    cardsOut: 0,
  });
  const here = await openVisits({ db });
  expect(here.filter((row) => !row.erased).map((row) => row.id)).toEqual(['3', '2']);
  expect(await db.rows('visits').where('[fieldCode+date]').equals(['04', '2026-11-22']).count()).toBe(1);
  db.close();
  await Dexie.delete(name);
});

it('people of an older hall are found newest first, whatever order they were written in', async () => {
  const name = 'hall-before-newest-first';
  const old = new Dexie(name);
  old.version(1).stores(schema001);
  await old.open();
  const ids = ['2024-01-02', '2026-11-01', '2025-06-30'].map((day) => uuid({ msecs: Date.parse(`${day}T09:00:00+08:00`) }));
  await old
    .table('persons')
    .bulkAdd([
      ...ids.map((id) => ({ id, version: 1, clock: '1', tokens: ['one-of-many', 'other'] })),
      { id: 'gone', version: 1, clock: '1', erased: '2' },
    ]);
  old.close();

  const db = new ReceptionDb(name);
  await db.open();
  const found = await db
    .rows('persons')
    .where('foundBy')
    .between(...rangeOf('one-of-many'))
    .primaryKeys();
  expect(found).toEqual([ids[1], ids[2], ids[0]]);
  db.close();
  await Dexie.delete(name);
});

it("chains kept by desk are kept by desk and incarnation, the older incarnation's end with them", async () => {
  const name = 'hall-before-other-desks';
  const old = new Dexie(name);
  old.version(1).stores(schema001);
  await old.open();
  const body = { requestId: 'r', at: 1, who: 'program', action: 'internal.audit', reply: null, changes: [] };
  const batch = (inc: number, first: number) => {
    const { payload } = encodeBatch(new Uint8Array(32), { desk: '01', inc, first, last: first + 1, prev: new Uint8Array(32) }, body);
    const id = `01.${String(inc).padStart(6, '0')}.${String(first).padStart(12, '0')}`;
    return { id, desk: '01', inc, first, last: first + 1, position: inc * 10 + first, requestId: id, payload };
  };
  const batches = [batch(1, 1), batch(1, 3), batch(3, 1)];
  await old.table('batches').bulkAdd(batches);
  const hash = hashOf(batches[2]?.payload ?? new Uint8Array());
  await old.table('meta').add({ id: 'state', inc: 3, chains: { '01': { inc: 3, last: 2, hash } } });
  old.close();

  const db = new ReceptionDb(name);
  await db.open();
  expect((await db.meta.get('state'))?.chains).toEqual({
    '01.1': { desk: '01', inc: 1, last: 4, hash: hashOf(batches[1]?.payload ?? new Uint8Array()) },
    '01.3': { desk: '01', inc: 3, last: 2, hash },
  });
  db.close();
  await Dexie.delete(name);
});

it('a table that is declared again keeps every index it had: the last declaration is the whole of it', () => {
  /** Not asked any more. */
  const LEFT: Record<string, string[]> = { persons: ['*tokens'] };
  const known = new Map<string, string[]>();
  const lost: string[] = [];
  const stores = (schema: Record<string, string>) => {
    for (const [table, spec] of Object.entries(schema)) {
      const indexes = spec.split(', ');
      for (const index of known.get(table) ?? [])
        if (!indexes.includes(index) && !LEFT[table]?.includes(index)) lost.push(`${table} ${index}`);
      known.set(table, indexes);
    }
    return { upgrade: () => {} };
  };
  declareVersions({ version: () => ({ stores }) } as unknown as Dexie);
  expect(known.size).toBeGreaterThan(60);
  expect(lost).toEqual([]);
});
