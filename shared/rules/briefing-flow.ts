import type { Role } from '../domain/basics';
import type { BriefingState } from '../domain/briefing';

export const BRIEFING_STEPS = ['submit', 'review', 'sign'] as const;
export type BriefingStep = (typeof BRIEFING_STEPS)[number];

/** Who may do what to a 专报; the router asks for the first, a PIN of their own proves the two others. */
export const STEP_ROLES: Record<Exclude<BriefingStep, 'submit'>, readonly Role[]> = {
  review: ['coordinator', 'leader'],
  sign: ['leader'],
};
const FROM: Record<BriefingStep, BriefingState> = { submit: 'draft', review: 'submitted', sign: 'reviewed' };
const TO: Record<BriefingStep, BriefingState> = { submit: 'submitted', review: 'reviewed', sign: 'issued' };

export interface StepFacts {
  state: BriefingState;
  drafterId: string;
  /** Whose hand it is. */
  by: { id: string; roles: readonly Role[] };
  otherReviewer: boolean;
  verdict: 'approve' | 'return';
  reason: string;
  /** The desk that numbers; asked at 签发 only. */
  numbering: { here: boolean; deskName: string };
}
export type Stepped = { ok: true; state: BriefingState } | { ok: false; message: string; fields: Record<string, string> };

const no = (message: string, fields: Record<string, string> = {}): Stepped => ({ ok: false, message, fields });

/**
 * 拟稿 → 审核 → 签发, or back with a reason. Whoever drafted does not review, unless the unit set that aside; the number is
 * given at 签发, so only the numbering desk signs.
 */
export function takeStep(step: BriefingStep, facts: StepFacts): Stepped {
  const { state, drafterId, by, otherReviewer, verdict, reason, numbering } = facts;
  if (state !== FROM[step]) return no('这份专报刚被别人办过，什么也没有改变。请看最新的情况再办。');
  if (step === 'submit') return { ok: true, state: TO.submit };
  if (!by.roles.some((role) => STEP_ROLES[step].includes(role)))
    return step === 'review'
      ? no('审核须由协调员或领导办理，专报没有改变。', { signerId: '请选择协调员或领导' })
      : no('签发须由领导办理，专报没有改变。', { signerId: '请选择领导' });
  if (step === 'review' && otherReviewer && by.id === drafterId)
    return no('拟稿和审核须是两个人，专报没有改变。', { signerId: '请另选审核人' });
  if (verdict === 'return')
    return reason === '' ? no('退回须写明原因，专报没有改变。', { reason: '请填写退回原因' }) : { ok: true, state: 'draft' };
  if (step === 'sign' && !numbering.here)
    return no(`专报编号由${numbering.deskName}统一给出，以免重号。内容已保存，同步后请到${numbering.deskName}签发。`);
  return { ok: true, state: TO[step] };
}

/** Whether its words may still be changed. */
export const mayEdit = (state: BriefingState): boolean => state === 'draft';
