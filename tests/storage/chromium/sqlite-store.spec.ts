import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { demoUnit } from '../../../shared/demo/demo-unit';
import { Disk, HostInChromium, type Store } from './host-in-chromium';

/**
 * A new profile of a current runtime gets the SQLite store under IndexedDB, which the fallback runtime does not have.
 * The same host, on both stores, in a Chromium that knows both; the program may lean on neither.
 */
test.setTimeout(120_000);
const VISITS = 300;

/** Which store really lies under the database: a switch that Chromium no longer knows would be ignored in silence. */
function storeIn(folder: string): Store {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('IndexedDB'));
  const isSqlite = (name: string): boolean => {
    try {
      return readFileSync(join(folder, name)).subarray(0, 15).toString('latin1') === 'SQLite format 3';
    } catch {
      return false;
    }
  };
  return files.some(isSqlite) ? 'sqlite' : 'leveldb';
}

async function setUp(host: HostInChromium): Promise<void> {
  const { settings, staff } = demoUnit();
  const people = staff.map(({ pin: _pin, ...person }, i) => ({
    id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    ...person,
    roles: [...person.roles],
    qualifications: [...person.qualifications],
    pinHash: '',
  }));
  const printing = { mode: 'none' as const, cardPrinter: '', letterPrinter: '', profiles: {} };
  await host.internal('internal.setup', { settings, printing, staff: people, demo: true });
}

for (const store of ['sqlite', 'leveldb'] as const) {
  test(`${store}: written, closed, found again, its chain whole; and the other store is rebuilt from the journal`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reception-store-'));
    const other = mkdtempSync(join(tmpdir(), 'reception-store-'));
    const disk = new Disk();
    const first = await HostInChromium.start(disk, folder, store);
    expect(await first.open()).toBe('same');
    await setUp(first);
    await first.internal('internal.bulk', { visits: VISITS });
    await first.close();
    expect(storeIn(folder)).toBe(store);

    const again = await HostInChromium.start(disk, folder, store);
    expect(await again.open(), 'nothing is missing and nothing was applied twice').toBe('same');
    const whole = await again.internal('internal.verifyChain', null);
    expect(whole).toMatchObject({ brokenAt: null, aside: 0 });
    await again.close();

    // A change of store is a new database, and the journal holds all of it.
    const changed = await HostInChromium.start(disk, other, store === 'sqlite' ? 'leveldb' : 'sqlite');
    expect(await changed.open()).toBe('rebuild');
    expect(await changed.internal('internal.verifyChain', null)).toEqual(whole);
    await changed.close();
    for (const each of [folder, other]) rmSync(each, { recursive: true, force: true });
  });

  test(`${store}: a database that missed the last writes is brought up to the journal`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reception-store-'));
    const disk = new Disk();
    const first = await HostInChromium.start(disk, folder, store);
    await first.open();
    await setUp(first);
    await first.close();

    const ahead = mkdtempSync(join(tmpdir(), 'reception-store-'));
    const second = await HostInChromium.start(disk, ahead, store);
    await second.open();
    await second.internal('internal.bulk', { visits: 20 });
    await second.close();

    const third = await HostInChromium.start(disk, folder, store);
    expect(await third.open()).toBe('behind');
    expect(await third.internal('internal.verifyChain', null)).toMatchObject({ batches: disk.journal.length, brokenAt: null });
    await third.close();
    for (const each of [folder, ahead]) rmSync(each, { recursive: true, force: true });
  });
}
