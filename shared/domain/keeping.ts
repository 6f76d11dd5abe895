import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

/** What is kept for a time, looked at by people when that has passed, and destroyed with its key. Recordings have their own ledger. */
export const KEPT_KINDS = ['matter', 'incident', 'appointment', 'careNote', 'trail'] as const;
export const KeptKind = z.enum(KEPT_KINDS);
export type KeptKind = z.infer<typeof KeptKind>;
/** What is many small things is looked at by the year (a trail's lines by the month), held back and destroyed so. */
export const PERIOD_KINDS = ['appointment', 'careNote', 'trail'] as const satisfies readonly KeptKind[];
export type PeriodKind = (typeof PERIOD_KINDS)[number];
export const isPeriodKind = (kind: KeptKind): kind is PeriodKind => (PERIOD_KINDS as readonly KeptKind[]).includes(kind);
/** A row's id, or of those kinds the period: `appointment:2025`, `trail:2025-03`. */
export const KeptId = z.union([Id, z.string().regex(/^(?:(?:appointment|careNote):\d{4}|trail:\d{4}-\d{2})$/)]);
export const KEPT_KIND_NAMES: Record<KeptKind | 'recording' | 'person', string> = {
  matter: '信访事项',
  incident: '突发事件',
  appointment: '预约',
  careNote: '关怀提示',
  trail: '审计记录',
  recording: '接谈录音',
  person: '来访人',
};

/** Classes of the unit's own list of periods (档案法实施条例 19 条); which period each has is the unit's to fix. */
export const RETENTION_CODES = ['matter-result', 'matter-none', 'incident', 'drill', 'appointment', 'careNote', 'trail'] as const;
export const RetentionCode = z.enum(RETENTION_CODES);
export type RetentionCode = z.infer<typeof RetentionCode>;
/** The terms of the archives' rules: ten years, thirty, or for ever (0); and shorter ones for what is no archive. */
export const RETENTION_YEARS = [1, 3, 5, 10, 30, 0] as const;
export type RetentionYears = (typeof RETENTION_YEARS)[number];
export const RetentionSettings = z.object({
  years: z.partialRecord(RetentionCode, z.literal(RETENTION_YEARS)).default({}),
  /** Within so many days a person's request is answered (个人信息保护法 50 条 asks for no delay and names no figure). */
  requestDays: z.number().int().min(1).max(60).default(15),
});
export type RetentionSettings = z.infer<typeof RetentionSettings>;

/** What keeps something, with the rule that says so. */
export const KeptBecause = z.object({ sentence: z.string(), basis: z.string() });
export type KeptBecause = z.infer<typeof KeptBecause>;

export const KeptRow = z.object({
  kind: KeptKind,
  id: KeptId,
  /** Numbers of the visits, or the incident's; of a period how many are in it. */
  label: z.string(),
  maskedName: z.string(),
  lastDay: DayString,
  /** First day on which it may be destroyed; empty: never. */
  destroyableFrom: z.string(),
  hold: z.string(),
  kept: z.array(KeptBecause),
});
export type KeptRow = z.infer<typeof KeptRow>;

export const KeptObject = z.object({ kind: KeptKind, id: KeptId });
export const KeepingHold = KeptObject.extend({ hold: z.boolean(), reason: requiredText(200, '原因') });

/** 销毁证明 of what is no recording; it names no person. */
export const KeptCertificate = z.object({
  id: Id,
  at: Instant,
  kind: z.enum([...KEPT_KINDS, 'person', 'recording']),
  label: z.string(),
  reason: z.string(),
  askedByName: z.string(),
  approvedByName: z.string(),
  /** The last day on which a backup from before may still hold it; empty in older ones. */
  backupsUntil: z.string(),
});
export type KeptCertificate = z.infer<typeof KeptCertificate>;

/** 个人信息保护法 45–47 条. */
export const REQUEST_KINDS = ['access', 'correct', 'delete'] as const;
export const RequestKind = z.enum(REQUEST_KINDS);
export type RequestKind = z.infer<typeof RequestKind>;
export const REQUEST_KIND_NAMES: Record<RequestKind, string> = { access: '查阅、复制', correct: '更正、补充', delete: '删除' };

export const RequestState = z.enum(['open', 'done', 'refused']);
export type RequestState = z.infer<typeof RequestState>;
export const REQUEST_STATE_NAMES: Record<RequestState, string> = { open: '待答复', done: '已办理', refused: '不予办理' };

export const NewRequest = z.object({
  personId: Id,
  kind: RequestKind,
  receivedOn: DayString,
  how: requiredText(60, '提出方式'),
  text: requiredText(500, '请求内容'),
});
export type NewRequest = z.infer<typeof NewRequest>;

export const RequestAnswer = z.object({
  id: Id,
  outcome: z.enum(['done', 'refused']),
  /** What was told, and how; of a refusal with its reasons (个人信息保护法 50 条). */
  answer: requiredText(500, '答复内容'),
  basis: text(300).default(''),
});
export type RequestAnswer = z.infer<typeof RequestAnswer>;

export const RequestRow = z.object({
  id: Id,
  personId: Id,
  maskedName: z.string(),
  kind: RequestKind,
  state: RequestState,
  receivedOn: DayString,
  due: DayString,
  overdue: z.boolean(),
  how: z.string(),
  text: z.string(),
  answer: z.string(),
  basis: z.string(),
  staffName: z.string(),
  answeredAt: Instant.nullable(),
  answeredByName: z.string(),
});
export type RequestRow = z.infer<typeof RequestRow>;

/** What is held on a person, in figures, and what forbids to delete it. */
export const HeldOn = z.object({
  maskedName: z.string(),
  visits: z.number().int(),
  matters: z.number().int(),
  talks: z.number().int(),
  recordings: z.number().int(),
  papers: z.number().int(),
  careNotes: z.number().int(),
  /** Items of 今日预判 that were linked with them. */
  forecasts: z.number().int(),
  /** Of matters that only named people may know: they answer about those themselves. */
  hidden: z.number().int(),
  kept: z.array(KeptBecause),
});
export type HeldOn = z.infer<typeof HeldOn>;
