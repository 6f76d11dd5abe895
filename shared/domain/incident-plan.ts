import { z } from 'zod';
import { Id, Instant, requiredText, text } from './basics';

/** The catalogue of a petition hall's incidents (incidents 3.4). A unit edits what they hold, not which there are. */
export const INCIDENT_CODES = [
  'E01',
  'E02',
  'E03',
  'E04',
  'E05',
  'E06',
  'E07',
  'E08',
  'E09',
  'E10',
  'E11',
  'E12',
  'E13',
  'E14',
  'E15',
  'E16',
  'E17',
  'E18',
  'E19',
  'E20',
  'E21',
  'E22',
] as const;
export const IncidentCode = z.enum(INCIDENT_CODES);
export type IncidentCode = z.infer<typeof IncidentCode>;

/**
 * - `persuade`: asking somebody to stop or to leave (劝离); each is counted.
 * - `control`: stopping, keeping apart, waiting for the police (控制); never before persuasion (plan S42), and never
 *   searching, detaining or seizing, which guards may not do (保安服务管理条例 30 条).
 * - `care`: look at the care note of whoever it is about.
 * - `evacuate`: everybody out; opens the evacuation list.
 */
export const STEP_KINDS = ['act', 'persuade', 'control', 'care', 'evacuate'] as const;
export const StepKind = z.enum(STEP_KINDS);
export type StepKind = z.infer<typeof StepKind>;
export const STEP_KIND_NAMES: Record<StepKind, string> = {
  act: '处置',
  persuade: '劝离',
  control: '控制',
  care: '关怀提示',
  evacuate: '疏散',
};

const MINUTES = '应为 0–1440 的整数';
const Key = z.string().regex(/^[a-z0-9-]{1,40}$/);

const Minutes = z.number(MINUTES).int(MINUTES).min(0, MINUTES).max(1440, MINUTES);

export const IncidentStep = z.object({
  id: Key,
  text: requiredText(80, '步骤内容'),
  kind: StepKind.default('act'),
  /** An incident is not closed over one that was neither done nor left out with a reason (plan S03d). */
  mandatory: z.boolean().default(true),
  /** Minutes after the alarm, where the plan sets a limit. */
  within: Minutes.nullable().default(null),
});
export type IncidentStep = z.infer<typeof IncidentStep>;

/** Whom this type asks to be told, and until when. */
export const PlanCall = z.object({
  /** Key of a contact of the unit (domain/emergency). */
  to: Key,
  /** Minutes after the alarm; 0: at once. */
  within: Minutes,
  /** In words, where it depends: 「有人受伤或动手时」. Empty: always. */
  when: text(40).default(''),
});
export type PlanCall = z.infer<typeof PlanCall>;

export const FIELD_KINDS = ['text', 'number', 'time'] as const;
export const FIELD_KIND_NAMES: Record<(typeof FIELD_KINDS)[number], string> = { text: '文字', number: '数字', time: '时间' };
/** What this type's record must say beside the timeline. */
export const PlanField = z.object({
  key: Key,
  label: requiredText(20, '栏目名称'),
  kind: z.enum(FIELD_KINDS).default('text'),
});
export type PlanField = z.infer<typeof PlanField>;

export const IncidentPlan = z.object({
  code: IncidentCode,
  name: requiredText(20, '事件名称'),
  /** Where visitors can read the screen: says nothing of anybody's state (domain README, fact 8). */
  neutral: requiredText(20, '对外名称'),
  /** The digit that chooses it after F9; empty: from the list. */
  digit: z.string().regex(/^\d?$/, '一位数字，或不填'),
  steps: z.array(IncidentStep).min(1, '至少要有一个步骤').max(20, '最多 20 个步骤'),
  mustNots: z.array(requiredText(40, '禁止事项')).max(10, '最多 10 条'),
  calls: z.array(PlanCall).max(20, '最多 20 条'),
  fields: z.array(PlanField).max(20, '最多 20 栏'),
  /** Conduct that this type is by itself: what proposes its level from the first minute. */
  conducts: z.array(Key).max(10, '最多 10 种'),
  basis: text(200),
});
export type IncidentPlan = z.infer<typeof IncidentPlan>;

/**
 * 草案 → 已审定, in force from then on; one in force per type, older ones stay for the incidents that began with them.
 * `discarded`: a draft that was taken back, or gave way to a later one.
 */
export const PLAN_STATES = ['draft', 'in-force', 'replaced', 'discarded'] as const;
export const PlanState = z.enum(PLAN_STATES);
export type PlanState = z.infer<typeof PlanState>;
export const PLAN_STATE_NAMES: Record<PlanState, string> = {
  draft: '待审定',
  'in-force': '生效',
  replaced: '已被替代',
  discarded: '已撤回',
};

/** One edition as the settings show it. Edition 1 is what the program ships. */
export const PlanEdition = z.object({
  id: z.union([Id, z.literal('')]),
  code: IncidentCode,
  edition: z.number().int().min(1),
  state: PlanState,
  at: Instant.nullable(),
  byName: z.string(),
  approvedAt: Instant.nullable(),
  approvedName: z.string(),
  plan: IncidentPlan,
});
export type PlanEdition = z.infer<typeof PlanEdition>;
/** What the program ships; nobody of the unit has approved it. */
export const SHIPPED_EDITION = 1;
