import { describe, expect, it } from 'vitest';
import { type Represented, representativeRefusal } from '../../../shared/rules/representatives';

const RULES = { representativeCap: 5 };
const group = (more: Partial<Represented> = {}): Represented => ({
  state: 'waiting',
  kind: 'collective',
  heads: 12,
  others: 10,
  left: 0,
  goneIds: [],
  ...more,
});

describe('one more representative', () => {
  it.each([
    ['of a group with two', group()],
    ['up to the fifth', group({ others: 8 })],
    ['while they are talked with', group({ state: 'interview' })],
    ['afterwards, whoever has left', group({ state: 'returned', left: 10 })],
    ['as long as one without a name is here', group({ left: 9 })],
  ])('is chosen %s', (_what, visit) => {
    expect(representativeRefusal(visit, RULES)).toBeNull();
  });

  it.each([
    ['a sixth', group({ others: 7 }), /最多 5 名/],
    ['of a few who came together', group({ kind: 'individual', heads: 3, others: 2 }), /只有集体访/],
    ['where everybody has a name', group({ heads: 2, others: 0 }), /都已登记姓名/],
    ['when all without a name are gone', group({ left: 10 }), /先行离开/],
    ['of a void card', group({ state: 'void' }), /作废/],
  ])('is refused: %s', (_what, visit, sentence) => {
    expect(representativeRefusal(visit, RULES)).toMatch(sentence);
  });
});
