import { describe, expect, it } from 'vitest';
import type { PlanState } from '../../../shared/domain/incident-plan';
import { approveEdition, byEntry, findsEntry, fromReview, nextEdition, withdrawEntry } from '../../../shared/rules/handbook';

const editions = (...states: PlanState[]) => states.map((state, i) => ({ id: `e${i + 1}`, entryId: 'entry', edition: i + 1, state }));

describe('an edition of the handbook', () => {
  it.each<[string, PlanState[], string, Record<string, PlanState>]>([
    ['the first is in force', ['draft'], 'e1', { e1: 'in-force' }],
    ['the one before it is replaced', ['in-force', 'draft'], 'e2', { e1: 'replaced', e2: 'in-force' }],
    [
      'drafts it overtook are replaced too',
      ['replaced', 'in-force', 'draft', 'draft'],
      'e4',
      { e2: 'replaced', e3: 'replaced', e4: 'in-force' },
    ],
  ])('approved: %s', (_name, states, id, expected) => {
    const approval = approveEdition(editions(...states), id);
    expect(approval).toMatchObject({ ok: true });
    if (approval.ok) expect(Object.fromEntries(approval.changes.map((change) => [change.id, change.state]))).toEqual(expected);
  });
  it.each<[string, PlanState[], string, string]>([
    ['a second time', ['in-force'], 'e1', '审定过'],
    ['behind a newer one', ['draft', 'draft'], 'e1', '更新的一版'],
    ['that is not there', ['draft'], 'e9', '没有找到'],
  ])('is not approved %s', (_name, states, id, words) => {
    expect(approveEdition(editions(...states), id)).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });
  it('has the number after the one it was written from; null when somebody was faster', () => {
    expect(nextEdition([], 0)).toBe(1);
    expect(nextEdition(editions('in-force'), 1)).toBe(2);
    expect(nextEdition(editions('in-force', 'draft'), 1)).toBeNull();
  });
  it('stands with the others of its entry, the newest first', () => {
    const other = { id: 'x', entryId: 'other', edition: 1, state: 'draft' as const };
    const grouped = byEntry([...editions('in-force', 'draft'), other]);
    expect(grouped.map(({ entryId, newest, inForce }) => [entryId, newest.id, inForce?.id])).toEqual([
      ['entry', 'e2', 'e1'],
      ['other', 'x', undefined],
    ]);
  });
  it('begins with what a review says', () => {
    expect(fromReview('停电', { limits: '都做到', worked: '', improve: '备足号码本' })).toEqual({
      title: '停电处置参考',
      body: '改进：备足号码本\n时限：都做到',
    });
  });
});

describe('an entry that is taken back', () => {
  it.each<[string, PlanState[], Record<string, PlanState>]>([
    ['leaves nothing of it in force', ['replaced', 'in-force'], { e2: 'discarded' }],
    ['takes its draft with it', ['in-force', 'draft'], { e1: 'discarded', e2: 'discarded' }],
  ])('%s', (_what, states, expected) => {
    const withdrawal = withdrawEntry(editions(...states));
    expect(withdrawal.ok && Object.fromEntries(withdrawal.changes.map(({ id, state }) => [id, state]))).toEqual(expected);
  });
  it('is not taken back twice', () => {
    expect(withdrawEntry(editions('replaced', 'discarded'))).toMatchObject({ ok: false, message: expect.stringContaining('已经撤销') });
  });
});

it.each([
  ['', true],
  ['扩音', true],
  ['聚集 数人', true],
  ['e08', true],
  ['火', false],
  ['扩音 火', false],
])('the handbook is searched for %j', (words, found) => {
  expect(findsEntry(words, { title: '先数人再开口', body: '扩音器在二楼', code: 'E08' }, '聚集')).toBe(found);
});
