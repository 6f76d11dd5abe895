import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchIn, groupIn, headIn, type Links, mergeProblem } from '../../../shared/rules/person-group';

const links = (pairs: Record<string, string | undefined>): Links => new Map(Object.entries(pairs));

describe('records of one person', () => {
  const tree = links({ a: undefined, b: 'a', c: 'b', d: 'a', e: undefined });
  it('a group is a tree: whichever record is asked for, the head first, then by id', () => {
    for (const id of ['a', 'b', 'c', 'd']) expect(groupIn(tree, id)).toEqual(['a', 'b', 'c', 'd']);
    expect(groupIn(tree, 'e')).toEqual(['e']);
  });
  it('a record takes along what was put under it', () => {
    expect(branchIn(tree, 'b').sort()).toEqual(['b', 'c']);
    expect(branchIn(tree, 'c')).toEqual(['c']);
  });
  it('two desks that linked both ways make a ring, read alike from everywhere: the smallest id leads', () => {
    const ring = links({ b: 'a', a: 'b', c: 'b', d: 'c' });
    for (const id of ['a', 'b', 'c', 'd']) expect(groupIn(ring, id)).toEqual(['a', 'b', 'c', 'd']);
    expect(branchIn(ring, 'b').sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(headIn(links({ a: 'a' }), 'a')).toBe('a');
  });
  it('a link to a record that was erased leads nowhere', () => {
    expect(groupIn(links({ b: 'gone', c: 'b' }), 'c')).toEqual(['b', 'c']);
    expect(groupIn(links({}), 'unknown')).toEqual(['unknown']);
  });
  it('refuses itself, a record that has a link already, and one of the same group', () => {
    expect(mergeProblem(tree, 'a', 'a')).toContain('同一份记录');
    expect(mergeProblem(tree, 'b', 'e')).toContain('请先拆分');
    expect(mergeProblem(tree, 'a', 'c')).toContain('已经是同一人');
    expect(mergeProblem(tree, 'a', 'e')).toBeNull();
    expect(mergeProblem(tree, 'e', 'c')).toBeNull();
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const id = fc.constantFrom(...ids);

describe('any links at all', () => {
  it('every record is in exactly one group, which does not depend on where one begins or on the order of the rows', () => {
    fc.assert(
      fc.property(fc.dictionary(id, fc.option(fc.constantFrom(...ids, 'gone'), { nil: undefined })), (pairs) => {
        const all = links(pairs);
        const turned: Links = new Map([...all].reverse());
        for (const each of all.keys()) {
          const group = groupIn(all, each);
          expect(group).toContain(each);
          expect(groupIn(turned, each)).toEqual(group);
          for (const other of group) expect(groupIn(all, other)).toEqual(group);
        }
      }),
    );
  });

  it('merges that the rule lets pass never make a ring; split again in any order nothing is left of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id)), fc.shuffledSubarray(ids, { minLength: ids.length }), (wishes, order) => {
        const now = new Map<string, string | undefined>(ids.map((each) => [each, undefined]));
        for (const [from, into] of wishes) {
          if (mergeProblem(now, from, into)) continue;
          const apart = [groupIn(now, from), groupIn(now, into)];
          now.set(from, into);
          expect(new Set(groupIn(now, from))).toEqual(new Set(apart.flat()));
          expect(now.get(headIn(now, from))).toBeUndefined();
          now.set(from, undefined);
          expect([groupIn(now, from), groupIn(now, into)]).toEqual(apart);
          now.set(from, into);
        }
        for (const each of order) now.set(each, undefined);
        for (const each of ids) expect(groupIn(now, each)).toEqual([each]);
      }),
    );
  });
});
