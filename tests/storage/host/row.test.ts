import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../electron/storage/batch';
import { aboutRow, openValue, sealValue } from '../../../electron/storage/host/codec';
import { applyChange } from '../../../electron/storage/host/row';
import type { StoredRow } from '../../../electron/storage/host/stored';

const key = new Uint8Array(32).fill(7);
const keyAt = () => key;
const about = aboutRow('visits', 'v');

const clock = (n: number): string => `${String(n).padStart(6, '0')}-01`;
const put = (n: number, open: Record<string, unknown>, sealed: Record<string, unknown>): Change => ({
  hlc: clock(n),
  table: 'visits',
  rowId: 'v',
  op: 'put',
  open,
  ...(Object.keys(sealed).length > 0 ? { sealed: sealValue(key, sealed, about), keyId: 'm:1' } : {}),
});
const first = put(0, { state: 'issued', heads: 1 }, { summary: '起', place: '甲' });

const apply = (changes: readonly Change[]): StoredRow => {
  let row: StoredRow | undefined;
  for (const [i, change] of [first, ...changes].entries()) row = applyChange(row, change, i, keyAt);
  if (!row) throw new Error('no row');
  return row;
};
const shown = (row: StoredRow) => ({
  state: row.state,
  heads: row.heads,
  erased: row.erased !== undefined,
  inside: row.sealed && openValue(key, row.sealed, about),
});

describe('changes to one row', () => {
  it('come to the same row in whatever order they arrive, field by field', () => {
    const fields = fc.record({ state: fc.constantFrom('waiting', 'ended'), heads: fc.nat(9) }, { requiredKeys: [] });
    const sealed = fc.record({ summary: fc.string(), place: fc.string() }, { requiredKeys: [] });
    const changes = fc
      .array(fc.tuple(fields, sealed), { maxLength: 8 })
      .map((list) => list.map(([open, inside], i) => put(i + 1, open, inside)));
    const shuffled = changes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([inOrder, another]) => {
        expect(shown(apply(another))).toEqual(shown(apply(inOrder)));
      }),
      { numRuns: 60 },
    );
  });

  it('an erased row stays erased', () => {
    const erase: Change = { hlc: clock(5), table: 'visits', rowId: 'v', op: 'erase', open: {} };
    expect(shown(apply([erase, put(9, { state: 'ended' }, { summary: '又' })]))).toEqual({
      state: undefined,
      heads: undefined,
      erased: true,
      inside: undefined,
    });
  });

  it('a row whose key is gone takes open fields and brings nothing sealed back', () => {
    const row = applyChange(apply([]), put(3, { state: 'ended' }, { summary: '新' }), 2, () => undefined);
    expect(shown(row)).toMatchObject({ state: 'ended', inside: { summary: '起' } });
  });
});
