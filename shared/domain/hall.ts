import { z } from 'zod';
import { DayString, DeskCode, Id, Instant, text } from './basics';
import { SpecialNeed, VisitKind, VisitState } from './visit';

/** While a visit is in one of these, its people are in the building. */
export const IN_HALL_STATES = ['issued', 'waiting', 'interview', 'ended'] as const;
export type InHallState = (typeof IN_HALL_STATES)[number];

const Heads = z.number().int().min(1).max(9999);

/** Everything that can be done to a visit between its card and its card's return. Rules over it: rules/visit-flow. */
export const FlowAct = z.discriminatedUnion('act', [
  /** 引导等候: somebody brings them to their area. */
  z.object({ act: z.literal('guide'), areaId: z.string().max(60), guideId: z.union([Id, z.literal('')]).default('') }),
  /** 叫号 to a room; shown on the hall screen. */
  z.object({ act: z.literal('call'), roomId: z.string().min(1).max(60) }),
  z.object({ act: z.literal('recall') }),
  /** 过号: called and not there. */
  z.object({ act: z.literal('absent') }),
  /** 进入接谈. Without a room: the one they were called to. */
  z.object({ act: z.literal('enter'), roomId: z.string().max(60).default('') }),
  z.object({ act: z.literal('end') }),
  /** To another area while waiting, to another room once called or in an interview. */
  z.object({ act: z.literal('transfer'), areaId: z.string().max(60).default(''), roomId: z.string().max(60).default('') }),
  /** 交还: the card is back and they leave. */
  z.object({ act: z.literal('return') }),
  /** 遗失: `present` while they are still here, else they have left without their card. */
  z.object({ act: z.literal('lose'), present: z.boolean() }),
  /** The lost card turned up. */
  z.object({ act: z.literal('find') }),
  /** Some of them leave before the others; `personIds`: those of them who are registered by name, where that is known. */
  z.object({ act: z.literal('depart'), heads: Heads, personIds: z.array(Id).max(5).default([]) }),
  /** More of them come; `othersAreaId` where the unnamed wait, needed once they are a collective visit. */
  z.object({ act: z.literal('arrive'), heads: Heads, othersAreaId: z.string().max(60).default('') }),
  /** 点名: how many are here. 全员到齐 when that is all of them. */
  z.object({ act: z.literal('roll-call'), present: z.number().int().min(0).max(9999) }),
  /** Takes the last of these acts back. */
  z.object({ act: z.literal('undo') }),
]);
export type FlowAct = z.infer<typeof FlowAct>;
export type FlowActName = FlowAct['act'];
export const FLOW_ACT_NAMES: Record<FlowActName, string> = {
  guide: '引导等候',
  call: '叫号',
  recall: '重呼',
  absent: '过号',
  enter: '进入接谈',
  end: '结束接谈',
  transfer: '转移',
  return: '交还',
  lose: '遗失',
  find: '找回',
  depart: '先行离开',
  arrive: '新到',
  'roll-call': '点名',
  undo: '撤回',
};

/** Heads in the building, by the state they are in. */
export const HeadsByState = z.object({
  issued: z.number().int(),
  waiting: z.number().int(),
  interview: z.number().int(),
  ended: z.number().int(),
});
export type HeadsByState = z.infer<typeof HeadsByState>;

/** One visit in the hall, as the queue shows it: by masked name, for visitors stand before the screen. */
export const QueueRow = z.object({
  id: Id,
  number: z.string(),
  queueNumber: z.string(),
  date: DayString,
  deskCode: DeskCode,
  kind: VisitKind,
  /** Heads that came, and those of them still here. */
  heads: z.number().int(),
  present: z.number().int(),
  /** Of those still here, the ones registered by name. */
  named: z.number().int(),
  nameMasked: z.string(),
  state: VisitState,
  areaId: z.string(),
  othersAreaId: z.string(),
  roomId: z.string(),
  guideName: z.string(),
  registeredAt: Instant,
  waitingSince: Instant.nullable(),
  calledAt: Instant.nullable(),
  calls: z.number().int(),
  absentAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  priority: z.boolean(),
  /** For staff only, never on the hall screen. */
  needs: z.array(SpecialNeed),
  visitCount: z.number().int(),
  cardLost: z.boolean(),
  rollAt: Instant.nullable(),
  rollPresent: z.number().int(),
  /** Deposited things not yet given back. */
  heldItems: z.number().int(),
  /** 预约 or 领导接访; empty when they came by themselves. */
  appointment: z.enum(['', 'appointment', 'leader']),
  backfilled: z.boolean(),
  /** What the last act was, if it may be taken back. */
  canUndo: z.boolean(),
});
export type QueueRow = z.infer<typeof QueueRow>;

/** People at one place: whom to look for there. */
export const EvacuationEntry = z.object({
  visitId: Id,
  queueNumber: z.string(),
  /** In full for those who may see it, masked when asked for from a locked screen. */
  names: z.array(z.string()),
  /** Heads at this place, names included. */
  heads: z.number().int(),
  /** Of them, those without a name. */
  unnamed: z.number().int(),
  state: VisitState,
  /** Somebody who needs help on the stairs. */
  needsHelp: z.boolean(),
});
export type EvacuationEntry = z.infer<typeof EvacuationEntry>;

export const EvacuationList = z.object({
  at: Instant,
  total: z.number().int(),
  unnamed: z.number().int(),
  places: z.array(
    z.object({ id: z.string(), name: z.string(), heads: z.number().int(), unnamed: z.number().int(), entries: z.array(EvacuationEntry) }),
  ),
  /** Cards of earlier days that nobody settled: most likely gone, not in `total`. */
  earlier: z.array(EvacuationEntry),
});
export type EvacuationList = z.infer<typeof EvacuationList>;

/** What stands on the second display. Nothing else of a person ever goes there. */
export const HallScreen = z.object({
  unitName: z.string(),
  demo: z.boolean(),
  /** Newest call first. */
  calls: z.array(
    z.object({ queueNumber: z.string(), nameMasked: z.string(), roomName: z.string(), calledAt: Instant, calls: z.number().int() }),
  ),
  /** Queue numbers next in turn, in order. */
  next: z.array(z.string()),
  /** How many numbers wait and are not called. */
  waiting: z.number().int(),
  /** Who is being talked with, by number alone: the newest first. */
  talking: z.array(z.object({ queueNumber: z.string(), roomName: z.string() })),
  /** Numbers that were called and did not come. */
  missed: z.array(z.string()),
  notice: z.array(z.string()),
});
export type HallScreen = z.infer<typeof HallScreen>;

export const ITEM_STATES = ['held', 'returned', 'handed-over'] as const;
export const ItemState = z.enum(ITEM_STATES);
export type ItemState = z.infer<typeof ItemState>;
export const ITEM_STATE_NAMES: Record<ItemState, string> = { held: '寄存中', returned: '已归还', 'handed-over': '已移交' };

/** 安检 (plan S18, S42): bags are opened with consent only; without it nothing is searched. */
export const CheckFinding = z.enum(['nothing', 'ordinary', 'dangerous']);
export type CheckFinding = z.infer<typeof CheckFinding>;
export const FINDING_NAMES: Record<CheckFinding, string> = { nothing: '无异常', ordinary: '有需寄存的物品', dangerous: '有危险物品' };
export const ItemCheckInput = z.object({
  visitId: Id,
  consent: z.boolean(),
  finding: CheckFinding,
  /** What was done: 寄存, 劝离, 移交公安 …, in the guard's words. */
  note: text(200).default(''),
});
export const ItemCheck = ItemCheckInput.extend({ id: Id, at: Instant, staffName: z.string() });
export type ItemCheck = z.infer<typeof ItemCheck>;

export const DepositInput = z.object({
  visitId: Id,
  name: text(60).min(1, '请填写物品名称'),
  count: z.number().int().min(1, '件数为 1–999').max(999, '件数为 1–999'),
  /** By which it is told from others: colour, brand, damage. */
  feature: text(100).min(1, '请填写物品特征，归还时凭此辨认'),
  dangerous: z.boolean().default(false),
  /** The visitor agreed to leave it here. */
  consent: z.literal(true, '寄存须经来访人同意，请先说明再勾选'),
});
export const DepositView = z.object({
  id: Id,
  visitId: Id,
  receiptNo: z.string(),
  name: z.string(),
  count: z.number().int(),
  feature: z.string(),
  dangerous: z.boolean(),
  at: Instant,
  staffName: z.string(),
  state: ItemState,
  settledAt: Instant.nullable(),
  settledByName: z.string(),
  /** Who took it: the visitor, or the police officer with unit and number. */
  takenBy: z.string(),
});
export type DepositView = z.infer<typeof DepositView>;
