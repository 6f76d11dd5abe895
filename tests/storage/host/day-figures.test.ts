import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../electron/storage/batch';
import { RowSet } from '../../../electron/storage/host/apply';
import { hallKeys } from '../../../electron/storage/host/codec';
import { DataKeys } from '../../../electron/storage/host/data-keys';
import { FILL, type FillState, isFill } from '../../../electron/storage/host/day-figures';
import { ReceptionDb } from '../../../electron/storage/host/db';
import type { Host } from '../../../electron/storage/host/host';
import { schema001 } from '../../../electron/storage/host/migrations/001-first';
import { fillSlice } from '../../../electron/storage/host/statistics/fill';
import type { Prepared } from '../../../electron/storage/host/write';
import { FACT_TABLES } from '../../../shared/statistics/facts';
import { keptFigures, recount } from './recount';

const HISTORIES = Number(process.env.FIGURE_HISTORIES ?? 60);
const AT = Date.parse('2026-11-23T09:00:00+08:00');
const DAYS = ['2026-11-22', '2026-11-23', '2026-11-24'];
const day = fc.constantFrom(...DAYS);
const instant = fc.integer({ min: -2, max: 40 }).map((n) => AT + n * 3_600_000);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] });

/** Few rows, few values: so that they meet. */
const OPEN = {
  visits: some({
    date: day,
    state: fc.constantFrom('issued', 'waiting', 'interview', 'returned', 'void'),
    heads: fc.integer({ min: 0, max: 7 }),
    fieldCode: fc.constantFrom('01', '02'),
    purpose: fc.constantFrom('appeal', 'inquiry', 'accusation', 'unheard-of'),
    repeated: fc.boolean(),
    verification: fc.constantFrom('match', 'anonymous'),
    appointment: fc.constantFrom('', 'leader'),
    enteredAt: maybe(instant),
    waitingSince: maybe(instant),
    startedAt: maybe(instant),
  }),
  interviews: some({
    date: day,
    state: fc.constantFrom('talking', 'ended'),
    result: fc.constantFrom('', 'answered', 'verify'),
    endedElapsed: maybe(fc.nat(10_000)),
    pausedMs: fc.nat(2000),
  }),
  promises: some({
    due: day,
    code: fc.constantFrom('D1', 'D2', 'D5'),
    state: fc.constantFrom('open', 'kept', 'void', 'right'),
    keptAt: maybe(instant),
  }),
  incidents: some({
    date: day,
    mode: fc.constantFrom('real', 'drill'),
    state: fc.constantFrom('pending', 'active', 'closed', 'false-alarm'),
    code: fc.constantFrom('', 'E01', 'E07'),
    level: fc.constantFrom(4, 3),
  }),
  followUps: some({ day, kind: fc.constantFrom('satisfaction', 'callback'), number: fc.integer({ min: 0, max: 5 }) }),
  forecastItems: some({
    date: day,
    state: fc.constantFrom('standing', 'withdrawn'),
    grade: fc.constantFrom('', 'high'),
    suggested: fc.constantFrom('general', 'attention'),
  }),
  printJobs: some({
    kind: fc.constantFrom('card', 'letter', 'calibration'),
    state: fc.constantFrom('queued', 'printed', 'failed', 'unknown'),
    createdAt: instant,
    changedAt: instant,
    reprint: fc.nat(1),
  }),
} as const;

const change: fc.Arbitrary<Change> = fc.constantFrom(...FACT_TABLES).chain((table) =>
  fc
    .record({
      hlc: fc.tuple(fc.nat(40), fc.constantFrom('01', '02')).map(([ms, desk]) => `${ms.toString(16).padStart(12, '0')}-0000-${desk}`),
      rowId: fc.constantFrom('a', 'b', 'c'),
      open: OPEN[table] as fc.Arbitrary<Record<string, unknown>>,
      op: fc.oneof(
        { weight: 3, arbitrary: fc.constant('add' as const) },
        { weight: 6, arbitrary: fc.constant('put' as const) },
        {
          weight: 1,
          arbitrary: fc.constant('erase' as const),
        },
      ),
    })
    .map(({ open, op, ...rest }) => ({ table, ...rest, op, open: op === 'erase' ? {} : open })),
);
const changes = fc.array(change, { minLength: 1, maxLength: 40, size: 'max' });
/** How many arrive together, one after the other. */
const portions = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 });

const hall = hallKeys(new Uint8Array(32).fill(7), []);
let names = 0;
async function open(name = `figures-${++names}`): Promise<ReceptionDb> {
  const db = new ReceptionDb(name);
  await db.open();
  return db;
}

/** As a batch is stored: rows and figures in one transaction. */
async function store(db: ReceptionDb, some: readonly Change[]): Promise<void> {
  const rows = new RowSet(db, new DataKeys(db, hall));
  await rows.load(some, 'elsewhere');
  for (const each of some) rows.tryChange(each, 1);
  await rows.loadTotals();
  if (rows.storedIn.length > 0) await db.transaction('rw', rows.storedIn, () => rows.store());
}

function* inPortions<T>(all: readonly T[], sizes: readonly number[]): Generator<T[]> {
  for (let at = 0, turn = 0; at < all.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield all.slice(at, at + size);
    at += size;
  }
}

describe("the days' figures", () => {
  it('are what a recount of the rows says, in whatever order and however often the changes came', async () => {
    await fc.assert(
      fc.asyncProperty(changes, portions, async (history, sizes) => {
        const db = await open();
        const other = await open();
        for (const part of inPortions(history, sizes)) await store(db, part);
        for (const part of inPortions([...history, ...history].reverse(), [...sizes].reverse())) await store(other, part);
        expect(await keptFigures(db)).toEqual(await recount(db));
        expect(await keptFigures(other)).toEqual(await recount(db));
        for (const each of [db, other]) {
          each.close();
          await Dexie.delete(each.name);
        }
      }),
      { numRuns: HISTORIES },
    );
  }, 120_000);

  it('of before they were kept are filled in slices, among writes and new starts, as if they had always been kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        changes,
        changes,
        portions,
        fc.array(fc.constantFrom('slice', 'write', 'restart'), { maxLength: 12 }),
        async (past, later, sizes, turns) => {
          let db = await open();
          await store(db, past);
          // An older program kept none.
          await db.dayFigures.clear();
          const fill: FillState = { id: FILL, counted: {}, done: 0, total: 1 };
          await db.dayFigures.put(fill);
          db.figuresFilled = false;
          const coming = [...inPortions(later, sizes)];
          for (const turn of turns) {
            if (turn === 'slice') await slice(db, 2);
            else if (turn === 'write') await store(db, coming.shift() ?? []);
            else {
              const { name } = db;
              db.close();
              db = await open(name);
            }
          }
          while (!(await slice(db, 2)));
          for (const part of coming) await store(db, part);
          expect(await keptFigures(db)).toEqual(await recount(db));
          expect((await db.dayFigures.toArray()).filter(isFill), 'nothing is left to fill').toEqual([]);
          db.close();
          await Dexie.delete(db.name);
        },
      ),
      { numRuns: HISTORIES },
    );
  }, 120_000);

  it('a hall of the first release is opened at once, and filled afterwards', async () => {
    const name = 'hall-without-figures';
    const old = new Dexie(name);
    old.version(1).stores(schema001);
    await old.open();
    const visit = (id: string, date: string, heads: number) => ({
      ...{ id, version: 1, clock: '1', date, heads, state: 'returned', deskCode: '01', cardNo: 1, queueNo: 1, queueNumber: 'A001' },
      ...{ personIds: [], fieldCode: '04', purpose: 'appeal', repeated: false, number: id },
    });
    await old.table('visits').bulkAdd(Array.from({ length: 7 }, (_, i) => visit(`v${i}`, DAYS[i % 3] ?? '', 1 + i)));
    await old.table('promises').add({ id: 'p', version: 1, clock: '1', matterId: 'm', code: 'D2', due: '2026-11-24', kept: false });
    old.close();
    const db = await open(name);
    expect(await db.dayFigures.get(FILL)).toEqual({ id: FILL, counted: {}, done: 0, total: 8 });
    while (!(await slice(db, 3)));
    expect(await keptFigures(db)).toEqual(await recount(db));
    expect(await keptFigures(db)).toMatchObject({ '2026-11-22': { visits: 3, heads: 1 + 4 + 7 }, '2026-11-24': { 'due.D2.open': 1 } });
    db.close();
    await Dexie.delete(name);
  });
});

/** A slice as the write function takes it, without a journal. */
function slice(db: ReceptionDb, rows: number): Promise<boolean> {
  const take = async (prepare: (meta: unknown) => Promise<{ reply: boolean; prepared: Prepared | null }>): Promise<boolean> => {
    const { reply, prepared } = await prepare({});
    if (prepared) await db.transaction('rw', prepared.beside?.tables ?? [], () => prepared.beside?.store());
    return reply;
  };
  return fillSlice({ db, keys: new DataKeys(db, hall), writer: { take } } as unknown as Host, rows);
}
