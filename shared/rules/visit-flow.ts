/**
 * The way of a visit through the hall (forms 5.1): 已发 → 等候 → 接谈 → 已结束 → 已交还, or 遗失. One function from what is
 * and what is done to what then is; refusals are sentences. 作废 is a correction and stands elsewhere.
 */
import type { FlowAct, FlowActName } from '../domain/hall';
import { IN_HALL_STATES } from '../domain/hall';
import type { RuleSettings } from '../domain/settings';
import { VISIT_STATE_NAMES, type VisitKind, type VisitState } from '../domain/visit';
import { kindFor } from './registration';

/** The fields of a visit that its way through the hall changes. Instants are ms UTC, null where it has not happened. */
export interface VisitFlow {
  state: VisitState;
  kind: VisitKind;
  heads: number;
  /** Not registered by name. */
  others: number;
  /** Heads that left before the others. */
  left: number;
  /** Of them, whom somebody saw go: registered by name. */
  goneIds: readonly string[];
  areaId: string;
  othersAreaId: string;
  roomId: string;
  guideId: string;
  waitingSince: number | null;
  calledAt: number | null;
  calls: number;
  absentAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  returnedAt: number | null;
  /** They left without an interview. */
  leftEarly: boolean;
  cardLostAt: number | null;
  rollAt: number | null;
  rollPresent: number;
  movedAt: number;
  movedBy: string;
  /** What the last act changed, as it was before; null where there is nothing to take back. */
  undo: Partial<VisitFlow> | null;
}

export const NEW_FLOW = {
  left: 0,
  goneIds: [],
  roomId: '',
  guideId: '',
  waitingSince: null,
  calledAt: null,
  calls: 0,
  absentAt: null,
  startedAt: null,
  endedAt: null,
  returnedAt: null,
  leftEarly: false,
  cardLostAt: null,
  rollAt: null,
  rollPresent: 0,
  movedAt: 0,
  movedBy: '',
  undo: null,
} as const satisfies Partial<VisitFlow>;

export interface FlowContext {
  /** ms UTC */
  at: number;
  staffId: string;
  rules: Pick<RuleSettings, 'collectiveFrom'>;
  hasArea(id: string): boolean;
  hasRoom(id: string): boolean;
  /** Whether the room has what these people need; asked of a room that is there. */
  suits(roomId: string): boolean;
  /** Queue number of another visit being talked with in this room; null when it is free. */
  occupant(roomId: string): string | null;
  /** Whether this person is registered by name with the visit. */
  isNamed(personId: string): boolean;
  /** Deposited things not yet given back. */
  heldItems: number;
  /** Instants are of the same day in the hall's zone. */
  sameDay(a: number, b: number): boolean;
}
export type FlowResult = { ok: true; fields: Partial<VisitFlow> } | { ok: false; message: string; field?: string };

export const isInHall = (state: VisitState): boolean => (IN_HALL_STATES as readonly string[]).includes(state);
/** Heads still in the building. */
export const presentOf = ({ state, heads, left }: Pick<VisitFlow, 'state' | 'heads' | 'left'>): number =>
  isInHall(state) ? Math.max(0, heads - left) : 0;

type Counted = Pick<VisitFlow, 'state' | 'heads' | 'others' | 'left' | 'goneIds'>;
/**
 * Of those still here, the ones registered by name. Who left without being named is taken from those without a name first.
 */
export const namedHere = (flow: Counted): number => Math.min(flow.heads - flow.others - flow.goneIds.length, presentOf(flow));
export const unnamedHere = (flow: Counted): number => presentOf(flow) - namedHere(flow);

/** From which states each act is possible at all. */
const FROM: Record<FlowActName, readonly VisitState[]> = {
  guide: ['issued', 'waiting'],
  call: ['issued', 'waiting'],
  recall: ['waiting'],
  absent: ['waiting'],
  enter: ['issued', 'waiting'],
  end: ['interview'],
  transfer: ['waiting', 'interview'],
  return: ['issued', 'waiting', 'ended', 'lost'],
  lose: ['issued', 'waiting', 'interview', 'ended'],
  find: ['issued', 'waiting', 'interview', 'ended', 'lost'],
  depart: IN_HALL_STATES,
  arrive: IN_HALL_STATES,
  'roll-call': IN_HALL_STATES,
  undo: ['issued', 'waiting', 'interview', 'ended', 'returned', 'lost'],
};

/** Other people than those counted are here now. */
export const NOT_ROLLED = { rollAt: null, rollPresent: 0 } as const;

/** Whether a screen should offer the act; the whole judgement is `applyAct`. */
export function mayAct(act: FlowActName, flow: Pick<VisitFlow, 'state' | 'calledAt' | 'cardLostAt' | 'undo'>): boolean {
  if (!FROM[act].includes(flow.state)) return false;
  if (act === 'recall' || act === 'absent') return flow.calledAt !== null;
  if (act === 'find') return flow.state === 'lost' || flow.cardLostAt !== null;
  if (act === 'lose') return flow.cardLostAt === null || flow.state !== 'interview';
  return act !== 'undo' || flow.undo !== null;
}

export function applyAct(flow: VisitFlow, act: FlowAct, context: FlowContext): FlowResult {
  if (!FROM[act.act].includes(flow.state)) return no(flow, act.act);
  const changed = change(flow, act, context);
  if ('message' in changed) return { ok: false, ...changed };
  const fields: Partial<VisitFlow> = { ...changed, movedAt: context.at, movedBy: context.staffId };
  // What is taken back is not itself taken back: a second 撤回 would be the act again.
  fields.undo = act.act === 'undo' ? null : before(flow, changed);
  return { ok: true, fields };
}

type Refused = { message: string; field?: string };
type Changed = Partial<VisitFlow> | Refused;

function change(flow: VisitFlow, act: FlowAct, context: FlowContext): Changed {
  const { at } = context;
  switch (act.act) {
    case 'guide':
      if (!context.hasArea(act.areaId)) return { message: '请选择等候的区域。', field: 'areaId' };
      return { ...waiting(flow, at), areaId: act.areaId, guideId: act.guideId || flow.guideId };
    case 'call': {
      const refused = roomRefusal(act.roomId, context);
      return refused ?? { ...waiting(flow, at), roomId: act.roomId, calledAt: at, calls: flow.calls + 1, absentAt: null };
    }
    case 'recall':
      if (flow.calledAt === null) return { message: '还没有叫过号，请先叫号。' };
      return { calledAt: at, calls: flow.calls + 1 };
    case 'absent':
      if (flow.calledAt === null) return { message: '还没有叫过号，不能记为过号。' };
      return { calledAt: null, roomId: '', absentAt: at };
    case 'enter': {
      const roomId = act.roomId || flow.roomId;
      const refused = roomRefusal(roomId, context);
      return refused ?? { ...waiting(flow, at), state: 'interview', roomId, startedAt: at, calledAt: null, absentAt: null };
    }
    case 'end':
      return { state: 'ended', endedAt: at };
    case 'transfer':
      return transfer(flow, act, context);
    case 'return':
      return giveBack(flow, context);
    case 'lose':
      if (act.present) return { cardLostAt: flow.cardLostAt ?? at };
      return flow.state === 'interview' ? { message: '正在接谈，请先结束接谈。' } : gone(flow, context, 'lost');
    case 'find':
      if (flow.state === 'lost') return { state: 'returned', cardLostAt: null, returnedAt: at };
      return flow.cardLostAt === null ? { message: '这张卡没有登记遗失。' } : { cardLostAt: null };
    case 'depart':
      return depart(flow, act, context);
    case 'arrive':
      return arrive(flow, act, context);
    case 'roll-call': {
      const present = presentOf(flow);
      if (act.present > present)
        return { message: `在场登记 ${present} 人，点到 ${act.present} 人；有新到的请先登记「新到」。`, field: 'present' };
      return { rollAt: at, rollPresent: act.present };
    }
    case 'undo':
      if (!flow.undo) return { message: '没有可以撤回的操作。' };
      if (!context.sameDay(flow.movedAt, at)) return { message: '只能撤回当天的操作。' };
      return intoTheirRoom(flow, flow.undo, context) ?? flow.undo;
  }
}

/** Whatever is taken back: who then sits in a room must find it free, if they do not sit there now. */
function intoTheirRoom(flow: VisitFlow, undo: Partial<VisitFlow>, context: FlowContext): Refused | null {
  const then = { ...flow, ...undo };
  if (then.state !== 'interview' || (flow.state === 'interview' && flow.roomId === then.roomId)) return null;
  return roomRefusal(then.roomId, context);
}

/** Waiting begins once: a guide to another area does not send anybody back to the end. */
const waiting = (flow: VisitFlow, at: number): Partial<VisitFlow> => ({ state: 'waiting', waitingSince: flow.waitingSince ?? at });

function roomRefusal(roomId: string, { hasRoom, suits, occupant }: FlowContext): Refused | null {
  if (roomId === '' || !hasRoom(roomId)) return { message: '请选择接访室。', field: 'roomId' };
  if (!suits(roomId)) return { message: '来访人行动不便，请安排有轮椅的接访室。', field: 'roomId' };
  const there = occupant(roomId);
  return there === null ? null : { message: `这间接访室正在接谈 ${there} 号，请另选一间或等其结束。`, field: 'roomId' };
}

function transfer(flow: VisitFlow, { areaId, roomId }: { areaId: string; roomId: string }, context: FlowContext): Changed {
  if (roomId !== '') {
    const refused = roomRefusal(roomId, context);
    if (refused) return refused;
    if (flow.state === 'interview') return { roomId };
    return { roomId, calledAt: context.at, calls: flow.calls + 1, absentAt: null };
  }
  if (flow.state === 'interview') return { message: '请选择转到哪间接访室。', field: 'roomId' };
  if (!context.hasArea(areaId)) return { message: '请选择转到哪个区域。', field: 'areaId' };
  return { areaId };
}

function giveBack(flow: VisitFlow, context: FlowContext): Changed {
  return flow.state === 'lost' ? { state: 'returned', cardLostAt: null, returnedAt: context.at } : gone(flow, context, 'returned');
}

/** S18: what is held must be given back or handed over before the card can be closed. */
function gone(flow: VisitFlow, { at, heldItems }: FlowContext, state: 'returned' | 'lost'): Changed {
  if (heldItems > 0) return { message: `还有 ${heldItems} 件寄存物品没有归还或移交，请先办理，再收卡。`, field: 'items' };
  const lost = state === 'lost' ? { cardLostAt: flow.cardLostAt ?? at } : { cardLostAt: null };
  return { state, returnedAt: at, leftEarly: flow.state !== 'ended', calledAt: null, ...lost };
}

function depart(flow: VisitFlow, { heads, personIds }: { heads: number; personIds: readonly string[] }, { isNamed }: FlowContext): Changed {
  const present = presentOf(flow);
  if (heads >= present) return { message: `现在场 ${present} 人，先行离开的应少于 ${present} 人；全部离开请用「交还」。`, field: 'heads' };
  const named = new Set(personIds);
  if (![...named].every(isNamed)) return { message: '所选的人不在这一批来访中，请看最新状态后再登记。', field: 'personIds' };
  if ([...named].some((id) => flow.goneIds.includes(id))) return { message: '所选的人已登记先行离开。', field: 'personIds' };
  if (named.size > heads) return { message: `选了 ${named.size} 人，先行离开的应不少于 ${named.size} 人。`, field: 'heads' };
  const left = { left: flow.left + heads };
  return named.size === 0 ? left : { ...left, goneIds: [...flow.goneIds, ...named] };
}

function arrive(flow: VisitFlow, act: { heads: number; othersAreaId: string }, { rules, hasArea }: FlowContext): Changed {
  const heads = flow.heads + act.heads;
  const kind = kindFor(heads, rules);
  const othersAreaId = act.othersAreaId || flow.othersAreaId;
  if (heads > 9999) return { message: '来访人数最多 9999 人。', field: 'heads' };
  if (kind === 'collective' && !hasArea(othersAreaId))
    return { message: `满 ${rules.collectiveFrom} 人为集体访，请选择其他人员的休息区。`, field: 'othersAreaId' };
  return { heads, others: flow.others + act.heads, kind, othersAreaId };
}

function before(flow: VisitFlow, changed: Partial<VisitFlow>): Partial<VisitFlow> {
  const names = Object.keys(changed) as (keyof VisitFlow)[];
  return Object.fromEntries(names.map((name) => [name, flow[name]]));
}

const no = ({ state }: VisitFlow, act: FlowActName): FlowResult => {
  if (state === 'void') return { ok: false, message: '这张登记已经作废，什么也没有改变。' };
  if (act === 'return' && state === 'interview') return { ok: false, message: '正在接谈，请先结束接谈，再收卡。' };
  if (act === 'return' && state === 'returned') return { ok: false, message: '这张卡已经交还，不必再办。' };
  return { ok: false, message: `现在是「${VISIT_STATE_NAMES[state]}」，不能这样办理，什么也没有改变。` };
};
