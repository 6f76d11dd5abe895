import { z } from 'zod';
import { requiredText, text } from './basics';

/** Response levels, Ⅰ the highest (突发事件应对法 71 条); never to be confused with the three grades of the forecast. */
export const LEVELS = [4, 3, 2, 1] as const;
export const Level = z.union([z.literal(4), z.literal(3), z.literal(2), z.literal(1)]);
export type Level = z.infer<typeof Level>;
export const LEVEL_MARKS: Record<Level, string> = { 4: 'Ⅳ', 3: 'Ⅲ', 2: 'Ⅱ', 1: 'Ⅰ' };
export const LEVEL_NAMES: Record<Level, string> = { 4: '一般', 3: '较大', 2: '重大', 1: '特别重大' };
export const levelName = (level: Level): string => `${LEVEL_MARKS[level]} ${LEVEL_NAMES[level]}`;

/** The leading group and its five groups (plan S01–S24), and whoever is outside the unit. */
export const GROUPS = ['lead', 'coordination', 'reception', 'security', 'logistics', 'analysis'] as const;
export const Group = z.enum(GROUPS);
export type Group = z.infer<typeof Group>;
export const GROUP_NAMES: Record<Group, string> = {
  lead: '领导小组',
  coordination: '综合协调组',
  reception: '接访处置组',
  security: '安全保障组',
  logistics: '后勤保障组',
  analysis: '信息研判组',
};

/** Numbers that everybody knows, with their own stages: called, case number, arrived, left. */
export const SERVICES = ['110', '119', '120'] as const;
export const Service = z.enum(SERVICES);
export type Service = z.infer<typeof Service>;
export const SERVICE_NAMES: Record<Service, string> = { '110': '110 公安', '119': '119 消防', '120': '120 急救' };

const Key = z.string().regex(/^[a-z0-9-]{1,40}$/);
const StaffRef = z.union([z.uuid(), z.literal('')]);

/** A post that may have to be told. Who holds it is one of the staff, or a name and a number of somebody outside. */
export const Contact = z.object({
  key: Key,
  /** The post: 「副组长（分管负责人）」. */
  name: requiredText(24, '岗位或单位名称'),
  group: z.union([Group, z.literal('')]).default(''),
  staffId: StaffRef.default(''),
  person: text(30).default(''),
  phone: text(30).default(''),
  /** Told instead while the holder is not on duty (plan S02). */
  deputyStaffId: StaffRef.default(''),
  deputyPerson: text(30).default(''),
  deputyPhone: text(30).default(''),
  /** What to say on the telephone; the places below are filled in. */
  script: text(200).default(''),
});
export type Contact = z.infer<typeof Contact>;

/** What a script may leave to be filled in, and what that is. */
export const SCRIPT_PLACES = {
  unit: '单位名称',
  place: '单位地址',
  event: '事件名称',
  people: '现场人数',
  desk: '报警的登记台',
} as const;

/** The head of the leading group: a hall without one is not saved (plan S02). */
export const HEAD = 'head';
/** Told by offices of petition only: others report to their government (条例 25 条). */
export const PETITION_CALLS: readonly string[] = ['petition-superior', 'petition-national'];

/** A conduct that raises the level when it is ticked; `clause` is its item of 条例 26 条 (1–6), 0 for none. */
export const Conduct = z.object({
  id: Key,
  label: requiredText(30, '行为'),
  level: Level,
  clause: z.number().int().min(0).max(6),
});
export type Conduct = z.infer<typeof Conduct>;

/** The six items of 条例 26 条 in our own short words, by their number. */
export const CLAUSES = [
  '不涉及',
  '（一）聚集、围堵、冲击、拦车堵路',
  '（二）危险物品、管制器具',
  '（三）侮辱、殴打、威胁、拘禁、毁物',
  '（四）滞留、滋事、弃留他人',
  '（五）煽动、串联、操纵、敛财',
  '（六）其他扰乱公共秩序',
] as const;

const bounded = (min: number, max: number) => {
  const words = `应为 ${min}–${max} 的整数`;
  return z.number(words).int(words).min(min, words).max(max, words);
};
const Minutes = bounded(0, 10_080);
export const LevelCall = z.object({
  to: Key,
  within: Minutes,
  /** In words, where it depends: 「有人受伤或患病时」. Empty: always. */
  when: text(40).default(''),
});
export type LevelCall = z.infer<typeof LevelCall>;
export const LevelRule = z.object({
  level: Level,
  /** From so many people on, unexpected ones. */
  peopleFrom: bounded(0, 100_000),
  /** Who commands: a contact's key. */
  commander: Key,
  calls: z.array(LevelCall).max(20, '最多 20 条'),
  /** Not 受控 after so many minutes: one level more is proposed; null: never. */
  controlWithin: Minutes.nullable(),
  /** Minutes after the alarm for the report by telephone and in writing; null: none is asked for. */
  reportByPhone: Minutes.nullable(),
  reportInWriting: Minutes.nullable(),
  /** Minutes between follow-up reports; null: only when something changes. */
  followUpEvery: Minutes.nullable(),
  /** Working days after its end until the review; null: none is asked for. */
  reviewWithinDays: bounded(1, 60).nullable(),
});
export type LevelRule = z.infer<typeof LevelRule>;

/** 突发: all numbers of a hall's response [default], every one to be confirmed or changed by the unit. */
export const EmergencySettings = z.object({
  /** Seconds after F9 until the alarm goes out without a type. */
  sendAfterSeconds: bounded(3, 60),
  /** An unacknowledged task turns red after so many minutes (plan S03b). */
  taskMinutes: bounded(1, 120),
  /** Hours after its end until the first summary. */
  summaryHours: bounded(1, 72),
  /** The screen faces visitors: titles say a plan's neutral name. */
  neutralTitle: z.boolean().default(false),
  levels: z.array(LevelRule).length(4),
  conducts: z.array(Conduct).max(60, '最多 60 种'),
  contacts: z.array(Contact).max(60, '最多 60 个'),
});
export type EmergencySettings = z.infer<typeof EmergencySettings>;
