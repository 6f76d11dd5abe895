import { z } from 'zod';
import { TimeString } from './appointments';
import { DayString, Id, Instant, requiredText, text } from './basics';
import type { Group } from './emergency';
import { MatterState } from './known-person';

/** 今日预判: who may come on a day, how serious it may get, and who was told. Rules: rules/forecast-*. */

/** Where the word comes from (plan S28). */
export const FORECAST_CHANNELS = ['system', 'hotline', 'grassroots'] as const;
export const ForecastChannel = z.enum(FORECAST_CHANNELS);
export type ForecastChannel = z.infer<typeof ForecastChannel>;
export const FORECAST_CHANNEL_NAMES: Record<ForecastChannel, string> = {
  system: '信访业务系统',
  hotline: '12345',
  grassroots: '基层报送',
};

/** The warning before a visit (plan S31), the least first; never to be confused with the four levels of an incident. */
export const FORECAST_GRADES = ['general', 'attention', 'high'] as const;
export const ForecastGrade = z.enum(FORECAST_GRADES);
export type ForecastGrade = z.infer<typeof ForecastGrade>;
export const FORECAST_GRADE_NAMES: Record<ForecastGrade, string> = { general: '一般', attention: '关注', high: '高风险' };

export const ForecastState = z.enum(['standing', 'withdrawn']);
export type ForecastState = z.infer<typeof ForecastState>;

/** What is not known is said to be so (plan S29): one word for every blank. */
export const NOT_KNOWN = '未掌握';

/** The five groups of the plan's S33; the leading group gets proposals of its own. */
export const WARNED_GROUPS = ['coordination', 'reception', 'security', 'logistics', 'analysis'] as const satisfies readonly Group[];

/** Figures of the forecast; every one is the unit's to change. */
export const ForecastSettings = z.object({
  /** The three channels are collected by then, `HH:mm` of the day (plan S28). */
  closeAt: TimeString.default('08:30'),
  /** Minutes for the analysis (plan S30). */
  gradeMinutes: z.number().int().min(1).max(240).default(30),
  /** 高风险 from so many heads (plan S32: 以上 includes the number). */
  highHeads: z.number().int().min(2).max(999).default(5),
  /** 高风险 from this visit on in a matter that is not resolved (超过 3 次: the 4th). */
  highVisits: z.number().int().min(2).max(99).default(4),
  /** 重大利益冲突 alone makes it 高风险. */
  highInterests: z.boolean().default(true),
  /** 极端行为史 alone makes it 高风险. */
  highExtreme: z.boolean().default(true),
  /** 关注 from so many heads. Ours: the plan gives criteria for 高风险 only. */
  attentionHeads: z.number().int().min(2).max(999).default(3),
  /** 关注 from this visit on in a matter that is not resolved. Ours, too. */
  attentionVisits: z.number().int().min(2).max(99).default(2),
  /** So many items with one matter, field or place on a day are proposed as 疑似串联 (plan S26: three). */
  linkItems: z.number().int().min(2).max(99).default(3),
});
export type ForecastSettings = z.infer<typeof ForecastSettings>;

/** What the criteria of S32 look at. Null: not known. */
export const ForecastFacts = z.object({
  heads: z.number().int().min(1, '人数应为 1–9999 的整数').max(9999, '人数应为 1–9999 的整数').nullable().default(null),
  /** Which visit in the same matter it would be, itself included (domain fact 4). */
  visits: z.number().int().min(1, '次数应为 1–999 的整数').max(999, '次数应为 1–999 的整数').nullable().default(null),
  /** 已化解. */
  resolved: z.boolean().nullable().default(null),
  /** 重大利益冲突. */
  interests: z.boolean().default(false),
  /** 极端行为史. */
  extreme: z.boolean().default(false),
});
export type ForecastFacts = z.infer<typeof ForecastFacts>;

const Ref = z.union([Id, z.literal('')]).default('');

/** An item as it is typed: five groups of content (plan S29). */
export const ForecastInput = ForecastFacts.extend({
  id: Id.optional(),
  date: DayString,
  /** `HH:mm` of the date; empty: not known. */
  time: z.union([TimeString, z.literal('')]).default(''),
  channel: ForecastChannel,
  /** When the channel told us, `HH:mm` of the day of entry; empty: now. */
  received: z.union([TimeString, z.literal('')]).default(''),
  /** Which unit, list or number in the channel. */
  source: text(120).default(''),
  /** Who comes: a name, or 「某小区业主」. */
  who: requiredText(120, '来访人或群体'),
  /** 主要诉求. */
  demand: text(2000).default(''),
  /** 涉及领域: a code of the hall's dictionary. */
  field: z.string().max(20).default(''),
  place: text(120).default(''),
  /** 历史处理情况. */
  history: text(1000).default(''),
  /** Known in the hall already. */
  personId: Ref,
  matterId: Ref,
  /** 重点人员特征: the age stands with the item, the rest is restricted. */
  age: text(20).default(''),
});
export type ForecastInput = z.infer<typeof ForecastInput>;

/** Health and conduct (domain fact 8): for those few who prepare the talk; each look at it is a line in the audit trail. */
export const ForecastTraits = z.object({ health: text(500).default(''), conduct: text(500).default('') });
export type ForecastTraits = z.infer<typeof ForecastTraits>;

/** A criterion that is met, with the figures it was met by. */
export const FORECAST_CRITERIA = ['heads', 'visits', 'interests', 'extreme'] as const;
export const ForecastReason = z.object({
  /** `restricted`: met, but what it is may not be told to whoever asks. */
  criterion: z.enum([...FORECAST_CRITERIA, 'restricted']),
  grade: ForecastGrade,
  text: z.string(),
});
export type ForecastReason = z.infer<typeof ForecastReason>;

/** One decision of a person; only ever added, the last one holds. */
export const GradeEntry = z.object({
  at: Instant,
  staffName: z.string(),
  grade: ForecastGrade,
  /** What was suggested at that moment. */
  suggested: ForecastGrade,
  reason: z.string(),
});
export type GradeEntry = z.infer<typeof GradeEntry>;

/** An item as lists show it; what this person may not know is not in it. */
export const ForecastView = z.object({
  id: Id,
  date: DayString,
  state: ForecastState,
  withdrawnReason: z.string(),
  channel: ForecastChannel,
  source: z.string(),
  receivedAt: Instant,
  enteredAt: Instant,
  enteredByName: z.string(),
  plannedAt: Instant.nullable(),
  who: z.string(),
  heads: z.number().int().nullable(),
  demand: z.string(),
  field: z.string(),
  place: z.string(),
  history: z.string(),
  visits: z.number().int().nullable(),
  resolved: z.boolean().nullable(),
  interests: z.boolean(),
  personId: z.string(),
  matterId: z.string(),
  /** Of the linked matter as it is now. */
  matterState: MatterState.nullable(),
  age: z.string(),
  /** Health or conduct is written down. Null: this person is not told. */
  traits: z.boolean().nullable(),
  extreme: z.boolean().nullable(),
  suggested: ForecastGrade,
  reasons: z.array(ForecastReason),
  /** The human grade; null until there is one. */
  grade: ForecastGrade.nullable(),
  /** When the first grading was done: the analysis's end. */
  gradedAt: Instant.nullable(),
  /** Oldest first. */
  grades: z.array(GradeEntry),
  imported: z.boolean(),
});
export type ForecastView = z.infer<typeof ForecastView>;
