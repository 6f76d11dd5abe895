import { z } from 'zod';
import { DayString, Id, Instant, text } from './basics';
import { DeadlineCode, PromiseCode, PromiseStanding } from './deadlines';
import { MatterState } from './known-person';

/** What is done for a matter after the talk (督办). Only ever added. */
export const FOLLOW_UPS = [
  'progress',
  'reminder',
  'urge',
  'handed',
  'received',
  'objected',
  'investigated',
  'accepted',
  'informed',
  'extended',
  'answered',
  'feedback',
  'callback',
  'satisfaction',
  'review-asked',
  'reviewed',
  'recheck-asked',
  'rechecked',
  'closed',
  'entered',
  'carried-out',
] as const;
export const FollowUpKind = z.enum(FOLLOW_UPS);
export type FollowUpKind = z.infer<typeof FollowUpKind>;
export const FOLLOW_UP_NAMES: Record<FollowUpKind, string> = {
  progress: '办理进展',
  reminder: '提醒责任科室',
  urge: '催办、督办',
  handed: '责任单位收到转送、交办',
  received: '责任单位接收',
  objected: '责任单位提出异议',
  investigated: '调查完成',
  accepted: '受理',
  informed: '书面告知',
  extended: '延期',
  answered: '出具处理意见书',
  feedback: '反馈来访人',
  callback: '回访',
  satisfaction: '满意度评价',
  'review-asked': '申请复查',
  reviewed: '作出复查意见',
  'recheck-asked': '申请复核',
  rechecked: '作出复核意见',
  closed: '办结',
  entered: '已录入信访信息系统',
  'carried-out': '落实领导批示',
};

/** Five steps (forms 5.10 T10 and the issue): from best to worst. */
export const SATISFACTION = ['很满意', '满意', '基本满意', '不满意', '很不满意'] as const;
/** 受理 by which procedure; empty is the ordinary one. */
export const PROCEDURES = ['普通程序', '简易办理'] as const;
export const FEEDBACK_METHODS = ['当面', '电话', '书面', '短信', '网上'] as const;

export const FollowUpInput = z.object({
  matterId: Id,
  kind: FollowUpKind,
  /** When it was, which may be before it is entered. */
  day: DayString,
  text: text(5000).default(''),
  /** Who received it: a person, a department, the unit that it was handed to. */
  to: text(60).default(''),
  /** By which way; of 受理, the procedure. */
  method: text(20).default(''),
  /** 延期: how many days; 满意度: which of the five. */
  number: z.number().int().min(0).max(60).default(0),
});
export type FollowUpInput = z.infer<typeof FollowUpInput>;

export const FollowUpView = z.object({
  id: Id,
  kind: FollowUpKind,
  day: DayString,
  at: Instant,
  staffName: z.string(),
  text: z.string(),
  to: z.string(),
  method: z.string(),
  number: z.number().int(),
});
export type FollowUpView = z.infer<typeof FollowUpView>;

export const DUE_GROUPS = ['overdue', 'today', 'soon', 'later'] as const;
export const DueGroup = z.enum(DUE_GROUPS);
export type DueGroup = z.infer<typeof DueGroup>;
export const DUE_GROUP_NAMES: Record<DueGroup, string> = { overdue: '已超期', today: '今天到期', soon: '3 个工作日内', later: '以后' };

/** One open promise in the list. */
export const PromiseRow = z.object({
  id: Id,
  /** Empty: see `briefingId`. */
  matterId: z.union([Id, z.literal('')]),
  code: z.string(),
  label: z.string(),
  due: DayString,
  provisional: z.boolean(),
  group: DueGroup,
  /** Working days until then; negative when overdue. */
  left: z.number().int(),
  visitNumber: z.string(),
  name: z.string(),
  summary: z.string(),
  department: z.string(),
  reminders: z.number().int(),
  /** Of an instruction about no single matter: it is seen to in its 专报. */
  briefingId: z.union([Id, z.literal('')]),
});
export type PromiseRow = z.infer<typeof PromiseRow>;

export const MatterPromise = z.object({
  id: Id,
  code: z.string(),
  label: z.string(),
  start: z.string(),
  due: DayString,
  provisional: z.boolean(),
  state: PromiseStanding,
  keptAt: Instant.nullable(),
  /** Why it was not kept; of a void one. */
  voidReason: z.string(),
});

export const MatterFile = z.object({
  id: Id,
  title: z.string(),
  state: MatterState,
  finalDecision: z.string(),
  queryCode: z.string(),
  secret: z.boolean(),
  personId: Id,
  name: z.string(),
  phoneMasked: z.string(),
  visits: z.number().int(),
  promises: z.array(MatterPromise),
  followUps: z.array(FollowUpView),
  interviews: z.array(z.object({ id: Id, day: DayString, result: z.string() })),
});
export type MatterFile = z.infer<typeof MatterFile>;

/** One matter in the list of all of them. */
export const MatterRow = z.object({
  matterId: Id,
  state: MatterState,
  title: z.string(),
  name: z.string(),
  /** Of its newest visit. */
  visitNumber: z.string(),
  lastVisit: DayString,
});
export type MatterRow = z.infer<typeof MatterRow>;

export const FollowUpReceipt = z.object({
  id: Id,
  started: z.array(DeadlineCode),
  kept: z.array(PromiseCode),
  ended: z.array(PromiseCode),
});
