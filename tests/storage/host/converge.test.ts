import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../electron/storage/batch';
import { aboutRow, openValue, sealValue } from '../../../electron/storage/host/codec';
import { applyChange, wantsKey } from '../../../electron/storage/host/row';
import type { StoredRow } from '../../../electron/storage/host/stored';

const HISTORIES = Number(process.env.SYNC_HISTORIES ?? 3000);
const KEYS = new Map(['m:1', 'm:2'].map((id, i) => [id, new Uint8Array(32).fill(i + 1)]));
const about = aboutRow('visits', 'v');

/** Few clocks, so that they meet: two desks in one millisecond, one desk restored from a copy giving one clock twice. */
const clocks = fc
  .tuple(fc.nat(5), fc.nat(1), fc.constantFrom('01', '02', '03'))
  .map(([ms, counter, desk]) => `${ms.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}-${desk}`);
const open = fc.record(
  { state: fc.constantFrom('issued', 'waiting', 'ended'), heads: fc.nat(3), gone: fc.constant(undefined) },
  { requiredKeys: [] },
);
const inside = fc.record(
  { summary: fc.constantFrom('甲', '乙', '丙'), needs: fc.array(fc.nat(2), { maxLength: 2 }) },
  { requiredKeys: [] },
);
const change = fc
  .record({
    hlc: clocks,
    open,
    inside,
    keyId: fc.constantFrom('m:1', 'm:1', 'm:1', 'm:2'),
    op: fc.constantFrom('add', 'put', 'put', 'put'),
  })
  .map(({ hlc, open: fields, inside: hidden, keyId, op }): Change => {
    const plain: Change = { hlc, table: 'visits', rowId: 'v', op: op as 'add' | 'put', open: fields, keyId };
    return Object.keys(hidden).length === 0 ? plain : { ...plain, sealed: sealValue(KEYS.get(keyId) ?? new Uint8Array(), hidden, about) };
  });
const erase = clocks.map((hlc): Change => ({ hlc, table: 'visits', rowId: 'v', op: 'erase', open: {} }));
const history = fc
  .tuple(fc.array(change, { minLength: 1, maxLength: 7 }), fc.array(erase, { maxLength: 1 }))
  .map(([some, last]) => [...some, ...last]);
const arrivals = history.chain((changes) => {
  const order = fc.shuffledSubarray([...changes, ...changes], { minLength: changes.length * 2 });
  return fc.tuple(order, order);
});

/** A desk that gets its keys at once, or only when all changes have come. */
function arrive(changes: readonly Change[], keysLate: boolean): StoredRow | undefined {
  const here = new Map(keysLate ? [] : KEYS);
  const keyAt = (id: string) => here.get(id);
  const waiting: Change[] = [];
  let row: StoredRow | undefined;
  for (const [i, each] of changes.entries()) {
    if (wantsKey(row, each, keyAt)) waiting.push(each);
    row = applyChange(row, each, i, keyAt);
  }
  for (const [id, key] of KEYS) here.set(id, key);
  for (const each of waiting) row = applyChange(row, each, changes.length, keyAt);
  return row;
}

function shown(row: StoredRow | undefined) {
  const { version: _, clock: __, clocks: ___, sealed, ...rest } = row ?? { version: 0, clock: '', clocks: {}, sealed: undefined };
  return { ...rest, inside: sealed && openValue(KEYS.get(String(row?.keyId)) ?? new Uint8Array(), sealed, about) };
}

describe('changes of several desks to one row', () => {
  it('come to the same row in any order, any number of times, added once or twice or after they were changed', () => {
    fc.assert(
      fc.property(arrivals, ([one, other]) => {
        expect(shown(arrive(other, false))).toEqual(shown(arrive(one, false)));
      }),
      { numRuns: HISTORIES },
    );
  });

  it('the same where the keys came last', () => {
    fc.assert(
      fc.property(arrivals, ([one, other]) => {
        expect(shown(arrive(other, true))).toEqual(shown(arrive(one, false)));
      }),
      { numRuns: HISTORIES },
    );
  });
});
