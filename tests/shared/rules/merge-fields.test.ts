import { describe, expect, it } from 'vitest';
import { mergeFields } from '../../../shared/rules/merge-fields';

const isBehind = (a: unknown, b: unknown): boolean => String(a) < String(b);
const row = { state: 'waiting', roomId: 'room-1' };
const clocks = { first: '3-01', later: { roomId: '5-01' } };

describe('two values of one field', () => {
  it.each([
    ['later than the row', { state: 'ended' }, '4-02', { state: 'ended' }],
    ['earlier than the row', { state: 'issued' }, '2-02', {}],
    ['later than the row, earlier than the field', { roomId: 'room-2' }, '4-02', {}],
    ['in the same moment at a desk with a greater code', { roomId: 'room-2' }, '5-02', { roomId: 'room-2' }],
    ['in the same moment at a desk with a smaller code', { roomId: 'room-2' }, '5-00', {}],
    ['earlier than the row, of a field nobody had set', { heads: 3 }, '2-02', { heads: 3 }],
    ['of the very same clock, greater', { state: 'zz' }, '3-01', { state: 'zz' }],
    ['of the very same clock, smaller', { state: 'a' }, '3-01', {}],
    ['each on its own', { state: 'ended', roomId: 'room-2' }, '4-02', { state: 'ended' }],
  ])('%s', (_why, incoming, hlc, counts) => {
    expect(mergeFields(row, clocks, incoming, hlc, isBehind)).toEqual(counts);
  });
});
