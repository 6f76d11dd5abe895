import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';
import { QUALIFICATION_NAMES } from './staff';

/** As what somebody is on duty on a day. A person has one post a day. */
export const DUTY_POSTS = [
  'leader',
  'coordinator',
  'recorder',
  'interviewer',
  'guard',
  'assistant',
  'logistics',
  'analyst',
  'registrar',
] as const;
export const DutyPost = z.enum(DUTY_POSTS);
export type DutyPost = z.infer<typeof DutyPost>;
export const DUTY_POST_NAMES: Record<DutyPost, string> = {
  leader: '带班领导',
  coordinator: '专职协调员',
  recorder: '记录员',
  interviewer: '接谈员',
  guard: '专职安保',
  assistant: '协管员',
  logistics: '后勤',
  analyst: '研判员',
  registrar: '登记员',
};

const KEY = /^[a-z0-9-]{1,40}$/;
const Key = z.string().regex(KEY);
const bounded = (min: number, max: number) => {
  const words = `应为 ${min}–${max} 的整数`;
  return z.number(words).int(words).min(min, words).max(max, words);
};

/** A kind of paper that somebody may hold: 保安员证 (保安服务管理条例 16 条), a first-aider's, … */
export const CertificateKind = z.object({ key: Key, name: requiredText(20, '证件名称') });
export type CertificateKind = z.infer<typeof CertificateKind>;

/** So many are needed on a day, and what each of them holds. */
export const DutyNeed = z.object({
  key: Key,
  name: requiredText(24, '要求'),
  /** On which post they count; empty: on any. */
  post: z.union([DutyPost, z.literal('')]),
  atLeast: bounded(1, 99),
  /** Each holds one of these: a qualification, or a valid certificate of the kind. Empty: nothing is asked for. */
  anyOf: z.array(Key).max(10, '最多 10 项'),
});
export type DutyNeed = z.infer<typeof DutyNeed>;

/** Something that is looked at before the hall opens (plan S20). */
export const Facility = z.object({
  id: Key,
  name: requiredText(24, '检查项目'),
  /** Unanswered or out of order, the day opens only with a reason: fire protection. */
  critical: z.boolean(),
});
export type Facility = z.infer<typeof Facility>;

/** 值班与设施: who and what a day needs; all figures [default], the unit's to change. */
export const DutySettings = z.object({
  needs: z.array(DutyNeed).max(30, '最多 30 项'),
  certificates: z.array(CertificateKind).max(20, '最多 20 种'),
  /** Days before a certificate's or a supply's last day on which it is said. */
  warnDays: bounded(0, 365),
  facilities: z.array(Facility).max(60, '最多 60 项'),
  /** Days after which the stock of a supply has to be looked at again. */
  supplyCheckDays: bounded(1, 365),
});
export type DutySettings = z.infer<typeof DutySettings>;

/** What can be asked for in `anyOf`, by name. */
export const holdingName = (key: string, certificates: readonly CertificateKind[]): string =>
  (QUALIFICATION_NAMES as Record<string, string>)[key] ?? certificates.find((each) => each.key === key)?.name ?? key;

export const CertificateInput = z.object({
  /** Absent for a new one. */
  id: Id.optional(),
  staffId: Id,
  kind: z.string().regex(KEY, '请选择证件种类'),
  number: requiredText(40, '证件编号'),
  /** Its last day. */
  expires: DayString,
});
export type CertificateInput = z.infer<typeof CertificateInput>;

/** `last-day`: today is the last day it counts. */
export const CertificateStanding = z.enum(['good', 'soon', 'last-day', 'expired']);
export type CertificateStanding = z.infer<typeof CertificateStanding>;

export const CertificateView = CertificateInput.extend({ id: Id, standing: CertificateStanding });
export type CertificateView = z.infer<typeof CertificateView>;

/** One of the staff as the roster of a day shows them. */
export const RosterMember = z.object({
  id: Id,
  name: z.string(),
  post: z.union([DutyPost, z.literal('')]),
  qualifications: z.array(z.string()),
  certificates: z.array(z.object({ kind: z.string(), expires: DayString, standing: CertificateStanding })),
});
export type RosterMember = z.infer<typeof RosterMember>;

export const StandIn = z.object({ seat: z.string(), person: z.string(), insteadOf: z.string() });
export type StandIn = z.infer<typeof StandIn>;

export const RosterView = z.object({
  date: DayString,
  members: z.array(RosterMember),
  /** Null: nobody has set this day yet, and the posts are a proposal. */
  saved: z
    .object({
      at: Instant,
      staffName: z.string(),
      /** On the day itself: only then it says who is 当班. One made ahead is confirmed in the morning. */
      confirmed: z.boolean(),
      reason: z.string(),
      shortages: z.array(z.string()),
      standIns: z.array(StandIn),
    })
    .nullable(),
});
export type RosterView = z.infer<typeof RosterView>;

export const RosterInput = z.object({
  date: DayString,
  /** Who is not named is not on duty. */
  posts: z.record(Id, DutyPost),
  /** Needed where the roster falls short. */
  reason: text(200).default(''),
});
export type RosterInput = z.infer<typeof RosterInput>;

export const FACILITY_STATES = ['good', 'fault', 'mended'] as const;
export const FacilityState = z.enum(FACILITY_STATES);
export type FacilityState = z.infer<typeof FacilityState>;
export const FACILITY_STATE_NAMES: Record<FacilityState, string> = { good: '正常', fault: '异常', mended: '已处理' };

export const FacilityRow = Facility.extend({
  /** Null: not looked at today. */
  state: FacilityState.nullable(),
  note: z.string(),
  at: Instant.nullable(),
  staffName: z.string(),
});
export type FacilityRow = z.infer<typeof FacilityRow>;
export const FacilityDay = z.object({
  rows: z.array(FacilityRow),
  /** Null: the day's reception is not open yet. */
  opening: z.object({ at: Instant, staffName: z.string(), reason: z.string(), left: z.array(z.string()) }).nullable(),
});
export type FacilityDay = z.infer<typeof FacilityDay>;

const Count = bounded(0, 99_999);
export const SupplyInput = z.object({
  id: Id.optional(),
  name: requiredText(30, '物资名称'),
  unit: text(6).default(''),
  stock: Count,
  minimum: Count,
  location: text(40).default(''),
  /** Its last day; empty: it does not run out. */
  expires: z.union([DayString, z.literal('')]).default(''),
  note: text(100).default(''),
});
export type SupplyInput = z.infer<typeof SupplyInput>;

export const SupplyFlag = z.enum(['short', 'expired', 'last-day', 'soon', 'unchecked']);
export type SupplyFlag = z.infer<typeof SupplyFlag>;
export const SupplyView = SupplyInput.extend({
  id: Id,
  checkedAt: Instant,
  checkedByName: z.string(),
  flags: z.array(SupplyFlag),
});
export type SupplyView = z.infer<typeof SupplyView>;

/** Something to be seen before the day begins, with the screen where it is put right. */
export const MorningFlag = z.object({
  kind: z.enum(['roster', 'certificate', 'facility', 'opening', 'supply', 'substitute', 'organisation']),
  level: z.enum(['red', 'warn']),
  text: z.string(),
});
export type MorningFlag = z.infer<typeof MorningFlag>;
