import { z } from 'zod';
import { DayString, Id, Instant, requiredText, text } from './basics';

/** How one thing stands, at the start of the day and at its end. */
export const CheckLevel = z.enum(['good', 'info', 'warn', 'bad']);
export type CheckLevel = z.infer<typeof CheckLevel>;
export const CHECK_LEVEL_NAMES: Record<CheckLevel, string> = { good: '正常', info: '说明', warn: '注意', bad: '异常' };

/** 开机自检 (day-and-roles 07:50). In the order of the list. */
export const SELF_CHECKS = [
  'database',
  'journal',
  'disk',
  'backup',
  'printer',
  'clock',
  'holidays',
  'reader',
  'microphone',
  'sync',
  'encryption',
  'surroundings',
] as const;
export const SelfCheckKey = z.enum(SELF_CHECKS);
export type SelfCheckKey = z.infer<typeof SelfCheckKey>;
export const SELF_CHECK_NAMES: Record<SelfCheckKey, string> = {
  database: '数据库',
  journal: '日志',
  disk: '磁盘空间',
  backup: '备份',
  printer: '打印机',
  clock: '电脑时间',
  holidays: '节假日数据',
  reader: '读卡器',
  microphone: '录音话筒',
  sync: '同步',
  encryption: '磁盘加密',
  surroundings: '运行环境',
};
export const CheckItem = z.object({
  key: SelfCheckKey,
  level: CheckLevel,
  text: z.string().max(400),
  /** What to do; empty when there is nothing to do. */
  todo: z.string().max(400),
});
export type CheckItem = z.infer<typeof CheckItem>;
export const SelfCheckView = z.object({
  at: Instant,
  items: z.array(CheckItem),
  /** Who saw today's red items first, at this desk. */
  seen: z.array(z.object({ name: z.string(), at: Instant, red: z.array(SelfCheckKey) })),
});
export type SelfCheckView = z.infer<typeof SelfCheckView>;

/** 日终 (day-and-roles 17:30). */
export const DAY_END_CHECKS = ['cards', 'talks', 'incidents', 'prints', 'backup', 'sync', 'due', 'next', 'report'] as const;
export const DayEndKey = z.enum(DAY_END_CHECKS);
export type DayEndKey = z.infer<typeof DayEndKey>;
export const DAY_END_NAMES: Record<DayEndKey, string> = {
  cards: '未交还的卡',
  talks: '未结束的接谈',
  incidents: '进行中的突发',
  prints: '打印队列',
  backup: '备份',
  sync: '同步',
  due: '3 个工作日内到期',
  next: '下一工作日前到期',
  report: '日报',
};
export const DayEndItem = z.object({ key: DayEndKey, level: CheckLevel, count: z.number().int(), text: z.string() });
export type DayEndItem = z.infer<typeof DayEndItem>;

/** A thing that is still open and was left so, and why. */
export const Skipped = z.object({ key: DayEndKey, reason: requiredText(200, '原因') });
export type Skipped = z.infer<typeof Skipped>;

export const HandOverRow = z.object({
  id: Id,
  date: DayString,
  at: Instant,
  giverName: z.string(),
  takerName: z.string(),
});
export type HandOverRow = z.infer<typeof HandOverRow>;

/** The day was ended at this desk, and somebody came after that: it has to be ended again. */
export const Reopened = z.object({ endedAt: Instant, name: z.string(), visits: z.number().int(), talks: z.number().int() });
export type Reopened = z.infer<typeof Reopened>;

/** How the day stands, for the line on the first screen. Nothing waits for it: registration is a duty. */
export const DayStanding = z.object({ opened: z.boolean(), ended: z.boolean(), reopened: Reopened.nullable() });
export type DayStanding = z.infer<typeof DayStanding>;

export const DayEndView = z.object({
  date: DayString,
  items: z.array(DayEndItem),
  /** The last time the day was closed at this desk; null: not yet, or it was opened again by who came later. */
  closed: z.object({ at: Instant, name: z.string(), skipped: z.array(z.object({ key: DayEndKey, reason: z.string() })) }).nullable(),
  reopened: Reopened.nullable(),
  handOvers: z.array(HandOverRow),
  reports: z.array(z.object({ id: Id, at: Instant, name: z.string(), edition: z.number().int() })),
  quitAsks: z.boolean(),
});
export type DayEndView = z.infer<typeof DayEndView>;

/** 交接单: what the next one has to know. Lines only, no more of anybody than the queue shows. */
export const HandOverPart = z.object({ title: z.string().max(40), lines: z.array(z.string().max(300)).max(500) });
export type HandOverPart = z.infer<typeof HandOverPart>;
export const HandOverDraft = z.object({ parts: z.array(HandOverPart) });
export const HandOverInput = z.object({ note: text(1000) });

/** 日报: T1–T9 of forms 5.10 as far as one day tells them; 批次 one visit, 人次 heads. */
export const DayFigure = z.object({ label: z.string(), visits: z.number().int(), heads: z.number().int() });
export type DayFigure = z.infer<typeof DayFigure>;
export const DayReportTable = z.object({ title: z.string(), rows: z.array(DayFigure) });
export const DayReport = z.object({
  date: DayString,
  /** Registered on a day that is no working day (forms 5.10). */
  workday: z.boolean(),
  tables: z.array(DayReportTable),
  /** Figures that are no 批次 and 人次: times, counts. */
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
});
export type DayReport = z.infer<typeof DayReport>;
