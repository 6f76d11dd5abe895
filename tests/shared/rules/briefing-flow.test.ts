import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/domain/basics';
import type { BriefingState } from '../../../shared/domain/briefing';
import { type BriefingStep, mayEdit, type StepFacts, takeStep } from '../../../shared/rules/briefing-flow';
import { briefingNumber, nextBriefingNumber, numberingDesk } from '../../../shared/rules/briefing-number';

const facts = (over: Partial<StepFacts> & { by?: { id: string; roles: readonly Role[] } } = {}): StepFacts => ({
  ...{ state: 'submitted', drafterId: 'a', by: { id: 'b', roles: ['coordinator'] }, otherReviewer: true, verdict: 'approve', reason: '' },
  numbering: { here: true, deskName: '1号登记台' },
  ...over,
});
const leader = { id: 'c', roles: ['leader'] as const };

describe('拟稿 → 审核 → 签发', () => {
  it.each<[string, BriefingStep, Partial<StepFacts>, BriefingState | string]>([
    ['is submitted', 'submit', { state: 'draft' }, 'submitted'],
    ['is reviewed by a coordinator', 'review', {}, 'reviewed'],
    ['is reviewed by a leader', 'review', { by: leader }, 'reviewed'],
    ['is not reviewed by a clerk', 'review', { by: { id: 'b', roles: ['registrar'] } }, '审核须由协调员或领导'],
    ['is not reviewed by who drafted it', 'review', { by: { id: 'a', roles: ['coordinator'] } }, '须是两个人'],
    ['is, where the unit set that aside', 'review', { by: { id: 'a', roles: ['coordinator'] }, otherReviewer: false }, 'reviewed'],
    ['is signed by a leader', 'sign', { state: 'reviewed', by: leader }, 'issued'],
    ['is not signed by a coordinator', 'sign', { state: 'reviewed' }, '签发须由领导'],
    ['is not signed before its review', 'sign', { by: leader }, '刚被别人办过'],
    ['comes back with a reason', 'review', { verdict: 'return', reason: '数字不符' }, 'draft'],
    ['comes back from signing', 'sign', { state: 'reviewed', by: leader, verdict: 'return', reason: '补充' }, 'draft'],
    ['does not come back without one', 'review', { verdict: 'return' }, '退回须写明原因'],
    [
      'is not signed where no number is given',
      'sign',
      { state: 'reviewed', by: leader, numbering: { here: false, deskName: '1号登记台' } },
      '由1号登记台统一给出',
    ],
    [
      'comes back from there all the same',
      'sign',
      { state: 'reviewed', by: leader, verdict: 'return', reason: '补充', numbering: { here: false, deskName: '' } },
      'draft',
    ],
    ['is not submitted twice', 'submit', { state: 'submitted' }, '刚被别人办过'],
  ])('%s', (_what, step, over, expected) => {
    const stepped = takeStep(step, facts(over));
    if (stepped.ok) expect(stepped.state).toBe(expected);
    else expect(stepped.message).toContain(expected);
  });

  it('nothing leaves 已签发, whoever does whatever', () => {
    const roles = fc.subarray<Role>(['registrar', 'coordinator', 'leader', 'analyst']);
    fc.assert(
      fc.property(
        fc.constantFrom<BriefingStep>('submit', 'review', 'sign'),
        roles,
        fc.boolean(),
        fc.string(),
        (step, held, back, reason) => {
          const verdict = back ? 'return' : 'approve';
          expect(takeStep(step, facts({ state: 'issued', by: { id: 'x', roles: held }, verdict, reason })).ok).toBe(false);
        },
      ),
    );
    expect(mayEdit('issued')).toBe(false);
  });

  it('in any order of acts nobody is both who drafted and who reviewed, and only leaders sign', () => {
    const act = fc.record({
      step: fc.constantFrom<BriefingStep>('submit', 'review', 'sign'),
      by: fc.constantFrom(
        { id: 'a', roles: ['registrar'] as Role[] },
        { id: 'b', roles: ['coordinator'] as Role[] },
        { id: 'c', roles: ['leader'] as Role[] },
      ),
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let [state, drafterId, reviewerId]: [BriefingState, string, string] = ['draft', '', ''];
        for (const { step, by, back } of acts) {
          const stepped = takeStep(step, facts({ state, drafterId, by, verdict: back ? 'return' : 'approve', reason: back ? '改' : '' }));
          if (!stepped.ok) continue;
          if (step === 'submit') drafterId = by.id;
          if (step === 'review' && stepped.state === 'reviewed') reviewerId = by.id;
          if (stepped.state === 'issued') {
            expect(by.roles).toContain('leader');
            expect(reviewerId).not.toBe(drafterId);
          }
          state = stepped.state;
        }
      }),
    );
  });
});

describe('the number', () => {
  it('is none before issue, and then gap-free in its year', () => {
    expect(briefingNumber(0, 0)).toBe('待编号');
    expect(briefingNumber(2026, 3)).toBe('〔2026〕第3期');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (n) => {
        const given: number[] = [];
        for (let i = 0; i < n; i++) given.push(nextBriefingNumber(given));
        expect(given).toEqual(Array.from({ length: n }, (_, i) => i + 1));
      }),
    );
  });
  it.each([
    ['as it is set', '02', '02'],
    ['the first where nothing is set', '', '01'],
    ['the first where the set one is gone', '07', '01'],
  ])('is given at one desk: %s', (_what, set, expected) => {
    expect(numberingDesk(set, [{ code: '01' }, { code: '02' }])).toBe(expected);
  });
});
