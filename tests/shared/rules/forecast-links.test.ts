import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLinkDecision, decisionOn, type LinkFacts, proposeLinks } from '../../../shared/rules/forecast-links';

const facts = (id: string, over: Partial<LinkFacts>): LinkFacts => ({ id, person: id, matterId: '', field: '', place: '', ...over });

describe('疑似串联', () => {
  it('from so many different people, and not before', () => {
    const two = [facts('a', { field: '04' }), facts('b', { field: '04' })];
    expect(proposeLinks(two, 3)).toEqual([]);
    expect(proposeLinks([...two, facts('c', { field: '04', person: 'a' })], 3), 'one of them twice').toEqual([]);
    expect(proposeLinks([...two, facts('c', { field: '04' })], 3)).toEqual([{ kind: 'field', key: '04', memberIds: ['a', 'b', 'c'] }]);
    expect(proposeLinks(two, 2)).toHaveLength(1);
  });
  it('places are compared as people mean them; nothing known joins nobody', () => {
    const all = [facts('a', { place: '城关镇' }), facts('b', { place: ' 城关镇。' }), facts('c', {}), facts('d', {})];
    expect(proposeLinks(all, 2)).toEqual([{ kind: 'place', key: '城关镇', memberIds: ['a', 'b'] }]);
  });
  it('what a matter joins is not said again of its field', () => {
    const all = ['a', 'b', 'c'].map((id) => facts(id, { matterId: 'm', field: '04', place: '城关镇' }));
    expect(proposeLinks(all, 3).map(({ kind }) => kind)).toEqual(['matter']);
    expect(proposeLinks([...all, facts('d', { field: '04' })], 3).map(({ kind }) => kind)).toEqual(['matter', 'field']);
  });
  const some = fc.array(
    fc.record({
      ...{ id: fc.uuid(), person: fc.constantFrom('p', 'q', 'r', 's'), matterId: fc.constantFrom('', 'm', 'n') },
      ...{ field: fc.constantFrom('', '04', '05'), place: fc.constantFrom('', '城关镇', '北乡') },
    }),
    { maxLength: 12 },
  );
  it('whatever the order, the same is proposed, and each member has what it is joined by', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 4 }), (all, from) => {
        const sets = (list: readonly LinkFacts[]) =>
          proposeLinks(list, from)
            .map((link) => JSON.stringify(link))
            .sort();
        expect(sets([...all].reverse())).toEqual(sets(all));
        for (const { memberIds } of proposeLinks(all, from)) {
          const people = new Set(all.filter(({ id }) => memberIds.includes(id)).map(({ person }) => person));
          expect(people.size).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });
  it('a decision holds for those it was about, and for fewer of them, never for more', () => {
    const link = (memberIds: string[]) => ({ kind: 'field' as const, key: '04', memberIds });
    const earlier = { kind: 'field' as const, memberIds: ['a', 'b', 'c'], at: 1 };
    expect(decisionOn(link(['a', 'b', 'c']), [earlier])).toEqual({ decision: earlier, since: 0 });
    expect(decisionOn(link(['a', 'b']), [earlier]).decision).toBe(earlier);
    expect(decisionOn(link(['a', 'b', 'c', 'd']), [earlier])).toEqual({ decision: null, since: 1 });
    const later = { ...earlier, at: 2 };
    expect(decisionOn(link(['a', 'b', 'c']), [earlier, later]).decision).toBe(later);
    expect(decisionOn(link(['a', 'b', 'c']), [{ ...earlier, kind: 'place' }])).toEqual({ decision: null, since: 0 });
  });
  it('only a rejection needs its reason', () => {
    expect([checkLinkDecision(true, ''), checkLinkDecision(false, '互不相干')]).toEqual(['', '']);
    expect(checkLinkDecision(false, ' ')).not.toBe('');
  });
});
