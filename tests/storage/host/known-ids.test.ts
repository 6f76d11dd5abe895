import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { ReceptionDb } from '../../../electron/storage/host/db';
import type { StoredRow } from '../../../electron/storage/host/stored';

const NAME = 'known-ids';
const row = (id: string) => ({ id }) as StoredRow;
let open: ReceptionDb | null = null;
const opened = async (): Promise<ReceptionDb> => {
  open?.close();
  open = new ReceptionDb(NAME);
  await open.open();
  return open;
};

afterEach(async () => {
  await open?.delete();
  open = null;
});

it('knows a table that was empty whole, and nothing before it was asked about it', async () => {
  const { known } = await opened();
  expect(known.isAbsent('visits', 'b')).toBe(false);
  await known.load(['visits']);
  expect(known.isAbsent('visits', 'b')).toBe(true);
  known.stored('visits', ['b', 'd']);
  expect(['a', 'b', 'c', 'd', 'e'].map((id) => known.isAbsent('visits', id))).toEqual([true, false, true, false, true]);
});

it('knows of a table with rows only what stands behind the last', async () => {
  const first = await opened();
  await first.rows('visits').bulkPut([row('b'), row('d')]);
  const { known } = await opened();
  await known.load(['visits']);
  expect(['a', 'c', 'd', 'e'].map((id) => known.isAbsent('visits', id))).toEqual([false, false, false, true]);
  known.stored('visits', ['f']);
  expect(['e', 'f', 'g'].map((id) => known.isAbsent('visits', id))).toEqual([false, false, true]);
});

it('gives up knowing all when that would fill the memory, and stays right', async () => {
  const { known } = await opened();
  await known.load(['visits', 'persons']);
  known.stored(
    'visits',
    Array.from({ length: 250_001 }, (_, n) => `v${String(n).padStart(6, '0')}`),
  );
  expect(known.isAbsent('visits', 'a')).toBe(false);
  expect(known.isAbsent('persons', 'a')).toBe(true);
  known.stored('persons', ['b']);
  expect(known.isAbsent('persons', 'a')).toBe(false);
});
