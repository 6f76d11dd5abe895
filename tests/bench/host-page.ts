import type { ElectronApplication, Page } from '@playwright/test';
import type Dexie from 'dexie';

/** The hidden page that owns IndexedDB. Dexie leaves itself there, so what is measured raw runs on the program's own copy. */
export function hostPage(app: ElectronApplication): Page {
  const page = app.windows().find((w) => w.url().startsWith('app://storage'));
  if (!page) throw new Error('the storage host has no page');
  return page;
}

/**
 * The rows that the last registration stored, written again and again under fresh keys into a database of the same
 * tables and indexes: one strict transaction each, and nothing else.
 */
export function rawTransactions(page: Page, runs: number): Promise<{ times: number[]; rows: number }> {
  return page.evaluate(async (count) => {
    type Stored = Record<string, unknown> & { id: string };
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    const schema = Object.fromEntries(
      real.tables.map((t) => [t.name, [t.schema.primKey, ...t.schema.indexes].map((i) => i.src).join(', ')]),
    );
    const batch = (await real
      .table('batches')
      .orderBy('position')
      .reverse()
      .filter((b) => b.action === 'visit.register')
      .first()) as Stored & { touched: string[] };
    const rows: { table: string; row: Stored }[] = [{ table: 'batches', row: batch }];
    const take = async (table: string, id: string): Promise<Stored | undefined> => {
      const row = (await real.table(table).get(id)) as Stored | undefined;
      if (row) rows.push({ table, row });
      return row;
    };
    for (const name of batch.touched) {
      const [table = '', id = ''] = name.split('/');
      const row = await take(table, id);
      if (table === 'visits' && row) {
        await take('verifications', String(row.verificationId));
        await take('dayTotals', String(row.date));
        await take('dayFigures', String(row.date));
      }
      if ((table === 'persons' || table === 'matters') && row) await take('keys', String(row.keyId));
    }
    await take('meta', 'state');
    real.close();

    await DexieHere.delete('bench');
    const scratch = new DexieHere('bench', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    scratch.version(1).stores(schema);
    await scratch.open();
    const tables = [...new Set(rows.map((r) => r.table))];
    const times: number[] = [];
    const WARM_UP = 20;
    for (let n = 0; n < count + WARM_UP; n++) {
      const fresh = rows.map(({ table, row }) => {
        const copy: Stored = { ...row };
        if (table !== 'meta' && table !== 'dayTotals' && table !== 'dayFigures') copy.id = `${row.id}-${n}`;
        if (table === 'batches') Object.assign(copy, { position: n, requestId: `${row.requestId}-${n}` });
        return { table, copy };
      });
      const began = performance.now();
      await scratch.transaction('rw', tables, async () => {
        await Promise.all(fresh.map(({ table, copy }) => scratch.table(table).put(copy)));
      });
      if (n >= WARM_UP) times.push(performance.now() - began);
    }
    scratch.close();
    await DexieHere.delete('bench');
    return { times, rows: rows.length };
  }, runs);
}

/** What a search stands on: one look into the index of search words, 20 rows, nothing opened. */
export function rawLookups(page: Page, runs: number): Promise<number[]> {
  return page.evaluate(async (count) => {
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    const persons = real.table('persons');
    const people = (await persons.limit(count * 3).toArray()) as { tokens?: string[] }[];
    const words = people.flatMap((p, i) => (i % 3 === 0 ? [p.tokens?.[i % (p.tokens.length || 1)] ?? ''] : [])).slice(0, count);
    const times: number[] = [];
    for (const word of words) {
      const began = performance.now();
      await persons.where('foundBy').between(word, `${word}~`).limit(20).toArray();
      times.push(performance.now() - began);
    }
    real.close();
    return times;
  }, runs);
}

/** What a figure of a period would cost without totals: the index counts its visits, one period a run. */
export function rawCounts(page: Page, periods: readonly { from: string; to: string }[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const DexieHere = (globalThis as unknown as Record<symbol, typeof Dexie>)[Symbol.for('Dexie')];
    if (!DexieHere) throw new Error('no Dexie in the storage host');
    const real = await new DexieHere('reception').open();
    const times: number[] = [];
    for (const { from, to } of all) {
      const began = performance.now();
      await real.table('visits').where('date').between(from, to, true, true).count();
      times.push(performance.now() - began);
    }
    real.close();
    return times;
  }, periods);
}
