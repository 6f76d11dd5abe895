import { z } from 'zod';
import { DayString, Id, Instant } from './basics';

export const PERIOD_UNITS = ['day', 'week', 'month', 'year'] as const;
export const PeriodUnit = z.enum(PERIOD_UNITS);
export type PeriodUnit = z.infer<typeof PeriodUnit>;
/** What the report of such a period is called. */
export const REPORT_NAMES: Record<PeriodUnit, string> = { day: '日报', week: '周报', month: '月报', year: '年报' };

/** What counts as 重访 (forms 5.10): the same person or the same matter within the period, or what the desk registered. */
export const REPEAT_RULES = ['either', 'person', 'matter', 'registered'] as const;
export const RepeatRule = z.enum(REPEAT_RULES);
export type RepeatRule = z.infer<typeof RepeatRule>;
export const REPEAT_RULE_NAMES: Record<RepeatRule, string> = {
  either: '统计期内同一人或同一事项再次来访',
  person: '统计期内同一人再次来访',
  matter: '统计期内同一事项再次来访',
  registered: '登记时的初访、重访',
};

/** 统计口径: how figures are counted; changing it counts the past anew, and changes no record. */
export const StatisticsSettings = z.object({
  /** 集体访 from so many heads (plan: 5; some units count from 10 or 30). */
  collectiveFrom: z.number().int().min(2).max(99).default(5),
  repeatBy: RepeatRule.default('either'),
});
export type StatisticsSettings = z.infer<typeof StatisticsSettings>;

/** What a figure is made of: the way from a number to its records. */
export const Figure = z.union([
  z.object({
    /** Rows that count under any of these. */
    keys: z.array(z.string().max(60)).min(1).max(500),
    /** Only of days before this one: what is overdue. */
    before: DayString.optional(),
    /** Only of days on which the unit does not work. */
    rest: z.boolean().optional(),
  }),
  /** One that was found by walking the period's records: they are kept with the walk. */
  z.object({ list: z.string().max(200) }),
]);
export type Figure = z.infer<typeof Figure>;

export const Cell = z.object({
  text: z.string(),
  /** For a spreadsheet; null where there is only text. Shares and changes are fractions. */
  value: z.number().nullable(),
  /** `share` is a fraction that is shown in per cent. */
  kind: z.enum(['count', 'share', 'amount', 'text']),
  /** Why there is no number. */
  reason: z.string(),
  /** Still being counted. */
  pending: z.boolean(),
  figure: Figure.nullable(),
});
export type Cell = z.infer<typeof Cell>;

export const StatRow = z.object({ label: z.string(), level: z.union([z.literal(0), z.literal(1)]), cells: z.array(Cell) });
export type StatRow = z.infer<typeof StatRow>;

/** A picture of some of the table's numbers; whatever it shows stands in the table, too. */
export const Chart = z.object({
  kind: z.enum(['bars', 'columns']),
  label: z.string(),
  unit: z.string(),
  points: z.array(z.object({ label: z.string(), value: z.number(), base: z.number().nullable() })),
  /** What `base` is; empty when there is none. */
  baseLabel: z.string(),
});
export type Chart = z.infer<typeof Chart>;

export const TABLE_IDS = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12'] as const;
export const StatTable = z.object({
  id: z.enum(TABLE_IDS),
  title: z.string(),
  /** The first one is over the rows' labels. */
  columns: z.array(z.string()),
  rows: z.array(StatRow),
  notes: z.array(z.string()),
  chart: Chart.nullable(),
});
export type StatTable = z.infer<typeof StatTable>;

export const StatReport = z.object({
  unit: PeriodUnit,
  from: DayString,
  to: DayString,
  title: z.string(),
  /** What the figures are compared with and how they were counted, a sentence each. */
  remarks: z.array(z.string()),
  tables: z.array(StatTable),
  /** The day of the hall's first record; null when there is none. */
  begun: DayString.nullable(),
  /** 定稿: these are the figures of then; null while the period is open. */
  closed: z
    .object({
      at: Instant,
      staffName: z.string(),
      /** What is different now, `T1 批次 110 → 109`: it counts once the period is opened again. */
      changes: z.array(z.string()),
    })
    .nullable(),
});
export type StatReport = z.infer<typeof StatReport>;

/** One record behind a figure. */
export const StatRecord = z.object({
  id: z.string(),
  /** What opens. */
  opens: z.union([z.object({ kind: z.enum(['visit', 'incident', 'forecast']), id: Id }), z.null()]),
  day: DayString,
  number: z.string(),
  name: z.string(),
  words: z.string(),
  tag: z.string(),
});
export type StatRecord = z.infer<typeof StatRecord>;
