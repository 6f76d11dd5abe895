import { z } from 'zod';
import { DayString, Id, Instant, requiredText } from './basics';

/**
 * 关怀提示: how somebody is received well (a wheelchair, a quiet voice). 关注提示: what the team prepares for. Neither ever
 * refuses anybody anything; both have a source, a reason, an approver and a last day.
 */
export const CARE_KINDS = ['care', 'attention'] as const;
export const CareKind = z.enum(CARE_KINDS);
export type CareKind = z.infer<typeof CareKind>;
export const CARE_KIND_NAMES: Record<CareKind, string> = { care: '关怀', attention: '关注' };

/** Who says so; proposed, any other words may be typed. */
export const CARE_SOURCES = ['本人告知', '家属告知', '接谈记录', '其他单位', '医护人员'] as const;

export const CARE_STATES = ['in-force', 'expired', 'ended', 'renewed'] as const;
export const CareState = z.enum(CARE_STATES);
export type CareState = z.infer<typeof CareState>;
export const CARE_STATE_NAMES: Record<CareState, string> = {
  'in-force': '有效',
  expired: '已到期',
  ended: '已结束',
  renewed: '已续期',
};

const Reading = z.number().int().min(0).max(999).nullable();
/** As the hall's own device showed it: mmHg and beats a minute. Health: read by the few, in the sealed half, never on a card. */
export const Vitals = z.object({ systolic: Reading, diastolic: Reading, pulse: Reading });
export type Vitals = z.infer<typeof Vitals>;

/** What is written down, by whoever writes it. */
export const CareNoteInput = z.object({
  kind: CareKind,
  /** For the desk: what to do, never why. */
  arrangement: requiredText(200, '接待安排'),
  /** For those few who talk with the person. */
  detail: requiredText(500, '详情'),
  vitals: Vitals.optional(),
  source: requiredText(60, '来源'),
  reason: requiredText(200, '理由'),
  /** The last day on which it is shown. */
  expires: DayString,
});
export type CareNoteInput = z.infer<typeof CareNoteInput>;

/** One note of a person, past ones too, without what only few may read. */
export const CareNoteEntry = z.object({
  id: Id,
  kind: CareKind,
  state: CareState,
  arrangement: z.string(),
  expires: DayString,
  /** Null of a note from before authors were kept. */
  writtenAt: Instant.nullable(),
  authorName: z.string(),
  approverName: z.string(),
  endedAt: Instant.nullable(),
  endedByName: z.string(),
  /** Which earlier one it carries on; empty for a first one. */
  renews: z.union([Id, z.literal('')]),
});
export type CareNoteEntry = z.infer<typeof CareNoteEntry>;

/** The rest of it; each look at it is a line in the audit trail. */
export const CareNoteDetail = z.object({
  vitals: Vitals.nullable(),
  detail: z.string(),
  source: z.string(),
  reason: z.string(),
  endReason: z.string(),
});
export type CareNoteDetail = z.infer<typeof CareNoteDetail>;
