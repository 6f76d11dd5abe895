import { z } from 'zod';
import { TimeString } from './appointments';
import { DayString, Id, Instant, requiredText, text } from './basics';
import { FacilityState } from './duty';
import { ForecastGrade } from './forecast';
import { SpecialNeed } from './visit';

/** 准备: what is done before a matter of 关注 or 高风险 is received, counted back from its planned time (plan S34–S41). */

const Key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const bounded = (min: number, max: number) => {
  const words = `应为 ${min}–${max} 的整数`;
  return z.number(words).int(words).min(min, words).max(max, words);
};

/**
 * By what a step is settled:
 * - `summons`: a department's person is named with a time (S35); `patrol`: enough whole rounds of the day (S36);
 * - `room`: a room with everything in it (S37); `team`: three different people (S41); `briefing`: the meeting was held (S39);
 * - `plain`: somebody says so.
 */
export const PREPARATION_KINDS = ['plain', 'summons', 'patrol', 'room', 'team', 'briefing'] as const;
export const PreparationKind = z.enum(PREPARATION_KINDS);
export type PreparationKind = z.infer<typeof PreparationKind>;
export const PREPARATION_KIND_NAMES: Record<PreparationKind, string> = {
  plain: '一般步骤',
  summons: '通知业务科室',
  patrol: '安全巡查',
  room: '接访室布置',
  team: '接谈分工',
  briefing: '短会',
};

export const PreparationStep = z.object({
  key: Key,
  name: requiredText(30, '步骤'),
  kind: PreparationKind,
  /** Minutes before the planned time. */
  minutesBefore: bounded(0, 1440),
  /** From which grade on. */
  from: z.enum(['attention', 'high']),
  /** When time is short it may be left out, with a reason. */
  mayOmit: z.boolean(),
});
export type PreparationStep = z.infer<typeof PreparationStep>;

/** A business department and how soon its person has to be there (plan S06). */
export const Department = z.object({
  id: Key,
  name: requiredText(30, '科室名称'),
  contact: text(30),
  phone: text(30),
  arrivalMinutes: bounded(1, 240),
});
export type Department = z.infer<typeof Department>;

export const PatrolPoint = z.object({ id: Key, name: requiredText(24, '巡查点'), mandatory: z.boolean() });
export type PatrolPoint = z.infer<typeof PatrolPoint>;
export const RoomItem = z.object({ id: Key, name: requiredText(24, '布置项目') });
export type RoomItem = z.infer<typeof RoomItem>;

/** All figures [default], the unit's to change. */
export const PreparationSettings = z.object({
  steps: z.array(PreparationStep).max(30, '最多 30 步'),
  departments: z.array(Department).max(60, '最多 60 个'),
  /** For a department that is not in the list (plan S06: 10, 20 or 30). */
  arrivalMinutes: bounded(1, 240),
  points: z.array(PatrolPoint).max(40, '最多 40 个'),
  /** Rounds of a day with nothing above 一般, with 关注, with 高风险 (plan S15, S36). */
  rounds: z.object({ general: bounded(0, 24), attention: bounded(0, 24), high: bounded(0, 24) }),
  roomItems: z.array(RoomItem).max(30, '最多 30 项'),
  /** Seconds after which notes on a person hide themselves again (plan S40). */
  hideSeconds: bounded(10, 600),
});
export type PreparationSettings = z.infer<typeof PreparationSettings>;

export const STEP_STATES = ['open', 'done', 'omitted'] as const;
export const StepState = z.enum(STEP_STATES);
export type StepState = z.infer<typeof StepState>;

/** One step of a matter's checklist, as it stands. */
export const StepView = z.object({
  key: z.string(),
  name: z.string(),
  kind: PreparationKind,
  /** ms UTC; null: the hour of the visit is not known, so nothing counts back from it. */
  dueAt: Instant.nullable(),
  /** There was less time than the step wants: due before the talk begins. */
  compressed: z.boolean(),
  mayOmit: z.boolean(),
  state: StepState,
  doneAt: Instant.nullable(),
  byName: z.string(),
  note: z.string(),
  /** Whole minutes after its time, once done or as of now; 0: in time. */
  lateMinutes: z.number().int(),
  /** What it still wants, in words; empty once it is settled. */
  missing: z.string(),
});
export type StepView = z.infer<typeof StepView>;

export const SUMMONS_METHODS = ['phone', 'in-person', 'message'] as const;
export const SummonsMethod = z.enum(SUMMONS_METHODS);
export type SummonsMethod = z.infer<typeof SummonsMethod>;
export const SUMMONS_METHOD_NAMES: Record<SummonsMethod, string> = { phone: '电话', 'in-person': '当面', message: '消息' };

/** A department is asked to come: 通知, 应答, 到场 (plan S06, S35). */
export const SummonsView = z.object({
  id: Id,
  itemId: z.string(),
  department: z.string(),
  contact: z.string(),
  phone: z.string(),
  method: SummonsMethod,
  limitMinutes: z.number().int(),
  notifiedAt: Instant,
  notifiedByName: z.string(),
  answeredAt: Instant.nullable(),
  /** Who comes. */
  attendee: z.string(),
  arrivedAt: Instant.nullable(),
});
export type SummonsView = z.infer<typeof SummonsView>;

const Member = z.union([Id, z.literal('')]);
export const PrepTeam = z.object({ lead: Member, recorder: Member, observer: Member });
export type PrepTeam = z.infer<typeof PrepTeam>;

export const PreparationItem = z.object({
  id: Id,
  who: z.string(),
  heads: z.number().int().nullable(),
  field: z.string(),
  grade: ForecastGrade,
  plannedAt: Instant.nullable(),
  /** 准备时间不足: some step had less time than it wants. */
  compressed: z.boolean(),
  /** That was taken note of, with the steps it was about. */
  begun: z.object({ at: Instant, staffName: z.string(), steps: z.array(z.string()) }).nullable(),
  steps: z.array(StepView),
  needs: z.array(SpecialNeed),
  roomId: z.string(),
  roomItems: z.array(z.string()),
  team: PrepTeam,
  summons: z.array(SummonsView),
});
export type PreparationItem = z.infer<typeof PreparationItem>;

export const RoundView = z.object({
  id: Id,
  at: Instant,
  staffName: z.string(),
  points: z.array(z.object({ id: z.string(), name: z.string(), state: FacilityState })),
  note: z.string(),
  /** Every mandatory point was looked at and is clear. */
  whole: z.boolean(),
});
export type RoundView = z.infer<typeof RoundView>;

/** 短会 (plan S39). */
export const MeetingView = z.object({
  id: Id,
  startedAt: Instant,
  hostName: z.string(),
  recordedByName: z.string(),
  itemIds: z.array(Id),
  present: z.array(z.string()),
  absent: z.array(z.string()),
  /** Minutes after the time counted back from the first of its matters; 0: in time. */
  lateMinutes: z.number().int(),
  note: z.string(),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const PreparationDay = z.object({
  date: DayString,
  items: z.array(PreparationItem),
  roundsNeeded: z.number().int(),
  rounds: z.array(RoundView),
  meetings: z.array(MeetingView),
  /** Whoever is on duty that day, by name: they are expected at the meeting. */
  expected: z.array(z.object({ id: Id, name: z.string() })),
  /** Copies of the sheet with care notes, and for whom. */
  copies: z.array(z.object({ at: Instant, byName: z.string(), receivers: z.array(z.string()) })),
});
export type PreparationDay = z.infer<typeof PreparationDay>;

/** What a person's notes say to those who receive them; after the day only what was arranged. */
export const MeetingNotes = z.object({
  itemId: Id,
  masked: z.boolean(),
  notes: z.array(z.object({ arrangement: z.string(), detail: z.string() })),
  health: z.string(),
  conduct: z.string(),
});
export type MeetingNotes = z.infer<typeof MeetingNotes>;

export const MeetingInput = z.object({
  date: DayString,
  itemIds: z.array(Id).min(1, '请选择这次短会的事项').max(100),
  startedAt: TimeString,
  hostId: z.uuid('请选择主持人'),
  present: z.array(Id).max(200),
  note: text(300).default(''),
});
export type MeetingInput = z.infer<typeof MeetingInput>;
