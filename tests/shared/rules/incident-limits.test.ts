import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { limitsInWords, limitsOf } from '../../../shared/rules/incident-limits';

const MINUTE = 60_000;
const plan = { ...CATALOGUE.E07, steps: [{ id: 'ring', text: '拨 120', kind: 'act' as const, mandatory: true, within: 1 }] };
const facts = { plan, stepsDone: {}, calls: [], controlledAt: null, controlWithin: null, elapsed: 30 * MINUTE };

describe('which limits of an incident were kept', () => {
  it.each([
    ['at the very minute', 1 * MINUTE, true],
    ['within that minute, as limits are given', 2 * MINUTE - 1, true],
    ['a whole minute late', 2 * MINUTE, false],
  ])('a step done %s', (_what, ring, kept) => {
    expect(limitsOf({ ...facts, stepsDone: { ring } })).toEqual([{ what: '拨 120', due: MINUTE, doneAt: ring, kept }]);
  });

  it('what was never done is missed once its time is over, and not before', () => {
    expect(limitsOf({ ...facts, elapsed: 2 * MINUTE - 1 })).toEqual([]);
    expect(limitsOf({ ...facts, elapsed: 2 * MINUTE })[0]).toMatchObject({ doneAt: null, kept: false });
  });

  it('calls count unless they depend on something, or nobody asked for them; the earliest limit stands first', () => {
    const call = (name: string, due: number, toldAt: number | null, when = '') => ({ name, due, toldAt, when });
    const calls = [
      call('组长', 5 * MINUTE, 7 * MINUTE),
      call('110 公安', 0, null, '有人受伤时'),
      call('家属', Number.MAX_SAFE_INTEGER, 1),
      call('综合协调组', 3 * MINUTE, 2 * MINUTE),
    ];
    const limits = limitsOf({ ...facts, calls, stepsDone: { ring: 0 }, controlWithin: 15, controlledAt: 14 * MINUTE });
    expect(limits.map(({ what, kept }) => [what, kept])).toEqual([
      ['拨 120', true],
      ['告知综合协调组', true],
      ['告知组长', false],
      ['受控', true],
    ]);
    expect(limitsInWords(limits)).toBe('4 项时限，做到 3 项；告知组长超时 2 分钟。');
  });

  it.each([
    [[], '没有设定时限。'],
    [[{ what: '受控', due: 1, doneAt: 1, kept: true }], '1 项时限全部做到。'],
    [[{ what: '拨 120', due: 1, doneAt: null, kept: false }], '1 项时限，做到 0 项；拨 120未完成。'],
  ])('in words: %j', (limits, words) => expect(limitsInWords(limits)).toBe(words));
});
