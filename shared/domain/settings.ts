import { z } from 'zod';
import { BackupSettings } from './backup';
import { DeskCode, requiredText, text } from './basics';
import { CalendarSettings } from './calendar';
import { DeadlineSettings } from './deadlines';
import { TargetSettings } from './disposal';
import { DutySettings } from './duty';
import { EmergencySettings } from './emergency';
import { ForecastSettings } from './forecast';
import { HallScreenSettings } from './hall-screen';
import { RetentionSettings } from './keeping';
import { PreparationSettings } from './preparation';
import { ReaderSettings } from './reader';
import { ReportSettings } from './report-settings';
import { StatisticsSettings } from './statistics';

/** The unit: names on screens and paper. */
export const UnitSettings = z.object({
  name: requiredText(60, '单位名称'),
  address: text(120).default(''),
  districtCode: z.string().regex(/^\d{6}$/, '区划代码为 6 位数字'),
  phone: text(30).default(''),
  /** 信访部门 and other organs follow different articles (条例 22 / 23 条). */
  unitType: z.enum(['petition-office', 'other-organ']).default('petition-office'),
});
export type UnitSettings = z.infer<typeof UnitSettings>;

export const Desk = z.object({ code: DeskCode, letter: z.string().regex(/^[A-Z]$/), name: requiredText(20, '登记台名称') });
export type Desk = z.infer<typeof Desk>;
export const Room = z.object({
  id: z.string(),
  name: requiredText(20, '接访室名称'),
  wheelchair: z.boolean().default(false),
  /** What stands ready in it (plan S38): 「轮椅、血压仪」. */
  equipment: text(40).optional(),
});
export type Room = z.infer<typeof Room>;
export const Area = z.object({ id: z.string(), name: requiredText(20, '区域名称'), kind: z.enum(['waiting', 'rest']) });
export type Area = z.infer<typeof Area>;
export const HallSettings = z.object({ desks: z.array(Desk).min(1), rooms: z.array(Room), areas: z.array(Area) });
export type HallSettings = z.infer<typeof HallSettings>;

/** Figures of the rules; every one may be changed by the unit. */
export const RuleSettings = z.object({
  /** 集体访 from this many heads (plan S32: 5). */
  collectiveFrom: z.number().int().min(2).max(99).default(5),
  /** 条例 20 条: at most five representatives. */
  representativeCap: z.number().int().min(1).max(5).default(5),
  /** A visit count in the same unresolved matter from which it is marked (more than 3: the 4th). */
  repeatMarkFrom: z.number().int().min(2).max(99).default(4),
  /** Age from which 「老年」 is proposed. */
  elderFrom: z.number().int().min(50).max(100).default(60),
  idleLockSeconds: z.number().int().min(30).max(3600).default(180),
  /** A 核对 may be used for a registration within this many minutes. */
  verificationMinutes: z.number().int().min(1).max(240).default(60),
  /** Minutes of waiting after which somebody should be spoken to (plan: 30). */
  waitHintMinutes: z.number().int().min(5).max(240).default(30),
  /** First number of the day's pre-printed cards for a power cut (补录); the program's own stay below it. */
  paperFrom: z.number().int().min(9001).max(9900).default(9001),
  /** How many years a recording is kept at least (printed in the notice). */
  recordingYears: z.number().int().min(2).max(30).default(2),
  /** An interview's team (plan S09: at least 3). */
  teamSize: z.number().int().min(2).max(10).default(3),
  /** Two marks 过激 within this many minutes propose an alarm (plan S12: 5). */
  moodMinutes: z.number().int().min(1).max(60).default(5),
  /** After so long an interview is reminded of its length (day-and-roles: 45). */
  longTalkMinutes: z.number().int().min(10).max(240).default(45),
  /** A microphone that gives nothing for so long is told (seconds). */
  silenceSeconds: z.number().int().min(5).max(600).default(30),
  /** 关怀与关注: at most so many months from approval to the last day; then it is approved anew or gone. */
  careNoteMonths: z.number().int().min(1).max(24).default(12),
});
export type RuleSettings = z.infer<typeof RuleSettings>;

export const FieldEntry = z.object({
  code: z.string().min(1).max(20),
  name: requiredText(30, '名称'),
  parent: z.string().default(''),
  department: text(30).default(''),
  active: z.boolean().default(true),
});
export type FieldEntry = z.infer<typeof FieldEntry>;
export const FieldSettings = z.object({ entries: z.array(FieldEntry) });
export type FieldSettings = z.infer<typeof FieldSettings>;

/** Short notice printed on the card, one paragraph a line. `{unit}` and `{years}` are filled in. */
export const NoticeSettings = z.object({ card: z.array(text(120)).max(6) });
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export const CardFormat = z.enum(['a6', 'slip80']);
export const PrinterProfile = z.object({
  format: CardFormat.default('a6'),
  /** Shift of the page content in mm, found with the calibration page. */
  offsetX: z.number().min(-20).max(20).default(0),
  offsetY: z.number().min(-20).max(20).default(0),
  /** Extra spooler options, e.g. CUPS `InputSlot=Tray1`. */
  options: z
    .array(z.string().regex(/^[\w.-]+=[\w.,:-]+$/))
    .max(10)
    .default([]),
});
export type PrinterProfile = z.infer<typeof PrinterProfile>;
/** Printing at one desk. `mode: 'none'` is the no-printer mode: the number is shown large. */
export const PrintingSettings = z.object({
  mode: z.enum(['printer', 'none']).default('printer'),
  cardPrinter: z.string().max(127).default(''),
  letterPrinter: z.string().max(127).default(''),
  profiles: z.record(z.string(), PrinterProfile).default({}),
});
export type PrintingSettings = z.infer<typeof PrintingSettings>;

/** Settings by key. Those of DESK_SETTINGS are the desk's own; all else is the hall's. */
export const SETTINGS = {
  unit: UnitSettings,
  hall: HallSettings,
  rules: RuleSettings,
  fields: FieldSettings,
  notice: NoticeSettings,
  printing: PrintingSettings,
  reader: ReaderSettings,
  hallScreen: HallScreenSettings,
  calendar: CalendarSettings,
  deadlines: DeadlineSettings,
  targets: TargetSettings,
  emergency: EmergencySettings,
  duty: DutySettings,
  preparation: PreparationSettings,
  forecast: ForecastSettings,
  backup: BackupSettings,
  retention: RetentionSettings,
  reports: ReportSettings,
  statistics: StatisticsSettings,
} as const;
export type SettingsKey = keyof typeof SETTINGS;
export type Settings = { [K in SettingsKey]: z.infer<(typeof SETTINGS)[K]> };
/** Each desk has its own row of these. */
export const DESK_SETTINGS = ['printing', 'reader', 'hallScreen', 'backup'] as const satisfies readonly SettingsKey[];
export type DeskSettingsKey = (typeof DESK_SETTINGS)[number];
export const isDeskSetting = (key: SettingsKey): key is DeskSettingsKey => (DESK_SETTINGS as readonly SettingsKey[]).includes(key);
export const AllSettings = z.object(SETTINGS);
