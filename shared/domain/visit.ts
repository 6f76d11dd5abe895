import { z } from 'zod';
import { DayString, DeskCode, Id, Instant, requiredText, text } from './basics';
import { PersonEntry, PersonView } from './person';

/** 信访目的 (条例 29–31 条 and forms 5.2). */
export const PURPOSES = ['suggestion', 'accusation', 'appeal', 'inquiry', 'other'] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;
export const PURPOSE_NAMES: Record<Purpose, string> = {
  suggestion: '建议意见',
  accusation: '检举控告',
  appeal: '申诉求决',
  inquiry: '咨询',
  other: '其他',
};

export const SPECIAL_NEEDS = ['elder', 'mobility', 'pregnant', 'infant', 'hearing', 'vision', 'ill', 'other'] as const;
export const SpecialNeed = z.enum(SPECIAL_NEEDS);
export type SpecialNeed = z.infer<typeof SpecialNeed>;
export const SPECIAL_NEED_NAMES: Record<SpecialNeed, string> = {
  elder: '老年',
  mobility: '行动不便',
  pregnant: '孕产',
  infant: '带婴幼儿',
  hearing: '听力不便',
  vision: '视力不便',
  ill: '患病',
  other: '其他需要',
};

/**
 * 属性标志 of a visit (forms 5.2), counted in T2. 越级 says that the desk told them which authority is competent (条例 20 条); it is
 * a mark of the visit, never of a person, and nothing else reads it.
 */
export const VISIT_MARKS = ['bypass', 'joint'] as const;
export const VisitMark = z.enum(VISIT_MARKS);
export type VisitMark = z.infer<typeof VisitMark>;
export const VISIT_MARK_NAMES: Record<VisitMark, string> = { bypass: '越级', joint: '联名' };

export const VISIT_STATES = ['issued', 'waiting', 'interview', 'ended', 'returned', 'lost', 'void'] as const;
export const VisitState = z.enum(VISIT_STATES);
export type VisitState = z.infer<typeof VisitState>;
export const VISIT_STATE_NAMES: Record<VisitState, string> = {
  issued: '已发卡',
  waiting: '等候',
  interview: '接谈',
  ended: '已结束',
  returned: '已交还',
  lost: '遗失',
  void: '作废',
};

export const VisitKind = z.enum(['individual', 'collective']);
export type VisitKind = z.infer<typeof VisitKind>;

export const VerificationResult = z.enum(['match', 'unverified', 'anonymous']);
export type VerificationResult = z.infer<typeof VerificationResult>;
export const VERIFICATION_NAMES: Record<VerificationResult, string> = { match: '相符', unverified: '未核验', anonymous: '匿名' };

/** The clerk's correction of the worked-out 初访/重访, with the reason. */
export const RepeatOverride = z.object({ repeated: z.boolean(), reason: requiredText(100, '更正理由') });

/** 补录: what the paper card of a power cut tells besides the visit. Rules over it: rules/paper-visit. */
export const PaperVisit = z.object({
  /** As it stands on the card: 9001, or 1 for the first of the unit's own number book. */
  cardNo: z.number().int(),
  date: DayString,
  /** When they came, `HH:mm` in the hall's zone. */
  arrived: text(5),
  /** When they left; empty while they are still in the hall. */
  left: text(5),
});
export type PaperVisit = z.infer<typeof PaperVisit>;

/** Everything the check-in screen sends. Rules over it: rules/registration. */
export const Registration = z.object({
  kind: VisitKind,
  /** First is the visitor or the first representative; 1 for an individual visit, 1–cap for a collective one. */
  people: z.array(PersonEntry).min(1),
  /** Total heads, representatives included. */
  heads: z.number().int().min(1).max(9999),
  /** Heads that are not registered by name: people.length + others = heads. */
  others: z.number().int().min(0).max(9999),
  /** Where the others wait (collective visits). */
  othersAreaId: z.string().default(''),
  areaId: z.string().default(''),
  purpose: Purpose,
  fieldCode: requiredText(20, '诉求领域'),
  summary: requiredText(2000, '来访事由'),
  /** Where the matter is (问题属地). */
  place: text(120).default(''),
  /** An open matter of this person that this visit belongs to; absent: a new matter. */
  matterId: Id.optional(),
  repeatOverride: RepeatOverride.optional(),
  /** They came by appointment: its mark goes to the visit. */
  appointmentId: Id.optional(),
  /** 补录 of a visit that was written on paper. */
  paper: PaperVisit.optional(),
  needs: z.array(SpecialNeed).default([]),
  marks: z.array(VisitMark).default([]),
  noticeAcknowledged: z.boolean(),
});
export type Registration = z.infer<typeof Registration>;

/** One line of today's list and of search results. */
export const VisitRow = z.object({
  id: Id,
  number: z.string(),
  queueNumber: z.string(),
  date: DayString,
  registeredAt: Instant,
  deskCode: DeskCode,
  kind: VisitKind,
  heads: z.number().int(),
  /** Full name for those who may see it (desk staff do). */
  name: z.string(),
  docMasked: z.string(),
  phoneMasked: z.string(),
  personId: Id,
  fieldCode: z.string(),
  summary: z.string(),
  state: VisitState,
  priority: z.boolean(),
  /** Which visit in the same matter this was, 1 for the first. */
  visitCount: z.number().int(),
  repeated: z.boolean(),
  /** When a visit of a paper card was typed in; null for the others. */
  enteredAt: Instant.nullable(),
});
export type VisitRow = z.infer<typeof VisitRow>;

export const VisitDetail = VisitRow.extend({
  people: z.array(PersonView),
  /** Of these people, who was seen to leave before the others. */
  goneIds: z.array(Id),
  others: z.number().int(),
  areaId: z.string(),
  othersAreaId: z.string(),
  /** Empty: its matter is secret, and this person may not know. */
  purpose: z.union([Purpose, z.literal('')]),
  place: z.string(),
  matterId: Id,
  needs: z.array(SpecialNeed),
  marks: z.array(VisitMark),
  registeredByName: z.string(),
  checkerName: z.string(),
  verification: VerificationResult,
  repeatReason: z.string(),
  voidReason: z.string(),
});
export type VisitDetail = z.infer<typeof VisitDetail>;

/** One earlier value of a visit, newest first. */
export const HistoryEntry = z.object({
  at: Instant,
  staffName: z.string(),
  deskCode: DeskCode,
  action: z.string(),
  reason: z.string(),
  /** Chinese field name → value before and after, masked like the row itself. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

const whole = Registration.shape;
const person = PersonEntry.shape;
/**
 * What may be corrected on the day, with a reason. Fields are named one by one without their defaults: `partial()`
 * keeps those, and a patch would then empty every field that it does not mention.
 */
export const VisitPatch = z.object({
  purpose: whole.purpose.optional(),
  fieldCode: whole.fieldCode.optional(),
  summary: whole.summary.optional(),
  place: whole.place.unwrap().optional(),
  needs: whole.needs.unwrap().optional(),
  marks: whole.marks.unwrap().optional(),
  heads: whole.heads.optional(),
  others: whole.others.optional(),
  areaId: whole.areaId.unwrap().optional(),
  othersAreaId: whole.othersAreaId.unwrap().optional(),
  /** Whose `person` it is; absent: the first of the visit. */
  personId: Id.optional(),
  /** Corrections to one person; a document number changed here is checked like a new one. */
  person: z
    .object({
      name: person.name.optional(),
      phone: person.phone.unwrap().optional(),
      address: person.address.unwrap().optional(),
      docType: person.docType.optional(),
      docNumber: person.docNumber.optional(),
      asPrinted: person.asPrinted.unwrap().optional(),
    })
    .optional(),
});
export type VisitPatch = z.infer<typeof VisitPatch>;
