import { z } from 'zod';
import { Id, Instant, requiredText, text } from './basics';
import { Group, Level, Service } from './emergency';
import { IncidentCode, IncidentPlan, StepKind } from './incident-plan';

/**
 * `pending`: the key was pressed, nothing chosen yet, not sent out. `active` → `controlled` (受控) → `lifted` (解除) →
 * `closed`; or `false-alarm` (误报), which stays on record as everything else.
 */
export const INCIDENT_STATES = ['pending', 'active', 'controlled', 'lifted', 'closed', 'false-alarm'] as const;
export const IncidentState = z.enum(INCIDENT_STATES);
export type IncidentState = z.infer<typeof IncidentState>;
export const INCIDENT_STATE_NAMES: Record<IncidentState, string> = {
  pending: '待发出',
  active: '处置中',
  controlled: '已受控',
  lifted: '已解除',
  closed: '已结案',
  'false-alarm': '误报',
};
/** While one of these stands no idle lock begins, and the desk is told of it. */
export const RUNNING_STATES = ['pending', 'active', 'controlled'] as const satisfies readonly IncidentState[];

/** Ms since the key was pressed, on a clock that a set-back of the PC's time does not move. */
export const Elapsed = z.number().int().nonnegative();

const Key = z.string().regex(/^[a-z0-9-]{1,40}$/);
/** What a clerk types in the rush: one line. */
export const LINE_AT_MOST = 500;
const Line = requiredText(LINE_AT_MOST, '内容');

export const CALL_OUTCOMES = ['dialled', 'no-answer', 'told'] as const;
export const CallOutcome = z.enum(CALL_OUTCOMES);
export type CallOutcome = z.infer<typeof CallOutcome>;
export const CALL_OUTCOME_NAMES: Record<CallOutcome, string> = { dialled: '已拨通', 'no-answer': '无人接听', told: '已告知' };

export const SERVICE_STAGES = ['called', 'arrived', 'left'] as const;
export const ServiceStage = z.enum(SERVICE_STAGES);
export type ServiceStage = z.infer<typeof ServiceStage>;
export const SERVICE_STAGE_NAMES: Record<ServiceStage, string> = { called: '已拨打', arrived: '到场', left: '离场' };

export const ITEM_FATES = ['deposited', 'kept-away', 'handed-over', 'taken-along'] as const;
export const ItemFate = z.enum(ITEM_FATES);
export type ItemFate = z.infer<typeof ItemFate>;
export const ITEM_FATE_NAMES: Record<ItemFate, string> = {
  deposited: '自愿寄存',
  'kept-away': '隔离看守，未触碰',
  'handed-over': '移交民警',
  'taken-along': '本人带离',
};

/**
 * What a person adds to the timeline. An entry is never changed: what was wrong is corrected by another one that names
 * it. What an entry does to the incident is worked out from all of them (rules/incident-picture).
 */
export const EntryInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('note'), text: Line }),
  z.object({ kind: z.literal('type'), code: IncidentCode, reason: text(200).default('') }),
  z.object({ kind: z.literal('level'), level: Level, reason: requiredText(200, '调整等级的原因') }),
  /** A proposal that was read and not followed; `proposal` is its key in the picture. */
  z.object({ kind: z.literal('dismissed'), proposal: z.string().max(60), reason: text(200).default('') }),
  z.object({ kind: z.literal('people'), count: z.number().int('请填写整数').min(0, '人数不能小于 0').max(100_000, '人数过大') }),
  z.object({ kind: z.literal('conduct'), conductId: Key, on: z.boolean() }),
  z.object({
    kind: z.literal('step'),
    stepId: Key,
    outcome: z.enum(['done', 'left-out']),
    /** Why it is left out; of a control step before persuasion, what the danger is. */
    reason: text(200).default(''),
    /** 紧急人身危险: the one ground on which control may come before persuasion (plan S42). */
    danger: z.boolean().default(false),
    /** Of the plan by which it was done, as the storage host knows it: another type's steps are other ones. */
    stepKind: StepKind.optional(),
  }),
  z.object({
    kind: z.literal('call'),
    contact: Key,
    outcome: CallOutcome,
    /** Whom it was: the holder or who stands in; a family member's name. */
    person: text(30).default(''),
    /** Whose post that person held for them, as it was at the call (plan S02); absent: their own. */
    insteadOf: text(30).optional(),
    phone: text(30).default(''),
    text: text(200).default(''),
  }),
  z.object({
    kind: z.literal('service'),
    service: Service,
    stage: ServiceStage,
    caseNo: text(30).default(''),
    text: text(200).default(''),
  }),
  z.object({ kind: z.literal('task'), group: Group, text: Line }),
  z.object({ kind: z.literal('task-acknowledged'), taskId: Id, person: requiredText(30, '谁接的任务') }),
  z.object({ kind: z.literal('task-done'), taskId: Id, text: text(200).default('') }),
  z.object({ kind: z.literal('arrival'), person: requiredText(30, '到场人'), post: text(30).default('') }),
  z.object({
    kind: z.literal('camera'),
    camera: requiredText(40, '摄像头编号或位置'),
    from: z.string().regex(/^\d{2}:\d{2}$/, '时间写成 09:05'),
    until: z
      .string()
      .regex(/^(\d{2}:\d{2})?$/, '时间写成 09:05')
      .default(''),
    text: text(200).default(''),
  }),
  /** A file of the sealed archive: taken by the camera or chosen from the disk. */
  z.object({ kind: z.literal('photo'), attachmentId: Id, text: text(200).default('') }),
  /** The recording of a talk that runs or ran. */
  z.object({ kind: z.literal('recording'), recordingId: Id, text: text(200).default('') }),
  z.object({
    kind: z.literal('item'),
    name: requiredText(60, '物品'),
    feature: text(100).default(''),
    fate: ItemFate,
    takenBy: text(60).default(''),
    receiptNo: text(30).default(''),
  }),
  z.object({ kind: z.literal('injury'), person: text(30).default(''), injury: requiredText(200, '伤情'), aid: text(200).default('') }),
  z.object({ kind: z.literal('persuasion'), text: text(200).default('') }),
  z.object({
    kind: z.literal('decision'),
    topic: requiredText(60, '议题'),
    text: Line,
    decider: requiredText(30, '决定人'),
  }),
  /** A field that the plan of this type asks for. */
  z.object({ kind: z.literal('fact'), field: Key, text: requiredText(300, '内容') }),
  /** One of those who are in the hall has to do with it. */
  z.object({ kind: z.literal('visitor'), visitId: Id }),
  /** Roll-call outside: how many of a visit were found; a later one counts instead. */
  z.object({ kind: z.literal('found'), visitId: Id, heads: z.number().int().min(0).max(100_000) }),
  z.object({ kind: z.literal('controlled'), text: text(200).default('') }),
  /** 受控 was said too early. */
  z.object({ kind: z.literal('uncontrolled'), reason: requiredText(200, '原因') }),
  z.object({ kind: z.literal('lifted'), reason: requiredText(200, '解除的依据') }),
  z.object({ kind: z.literal('false-alarm'), reason: requiredText(200, '误报的原因') }),
  z.object({
    kind: z.literal('whereabouts'),
    people: requiredText(500, '人员去向'),
    items: text(500).default(''),
    evidence: text(500).default(''),
  }),
  z.object({ kind: z.literal('summary'), text: requiredText(2000, '小结') }),
  z.object({
    kind: z.literal('review'),
    limits: requiredText(1000, '时限是否做到'),
    worked: text(1000).default(''),
    improve: requiredText(1000, '改进意见'),
    /** Of a drill: 0–100; -1 for a real one. */
    score: z.number().int().min(-1).max(100).default(-1),
  }),
  z.object({ kind: z.literal('closed'), reason: text(200).default('') }),
  z.object({ kind: z.literal('correction'), entryId: Id, text: Line }),
]);
export type EntryInput = z.infer<typeof EntryInput>;
export type TypedEntryKind = EntryInput['kind'];

/** What the program itself adds. */
export const OwnEntry = z.discriminatedUnion('kind', [
  /** The key. `by`: where it was pressed; nobody need be signed in. */
  z.object({ kind: z.literal('raised'), signedIn: z.boolean() }),
  /** Ten seconds without a digit, or the digit itself. */
  z.object({ kind: z.literal('sent'), how: z.enum(['chosen', 'by-itself', 'after-restart']) }),
  /** Somebody signed in at the desk while it ran: from here on the reporter has a name. */
  z.object({ kind: z.literal('signed-in') }),
  /** 收到: somebody at another desk has taken note of the alarm; nobody need be signed in there. */
  z.object({ kind: z.literal('heard'), deskCode: z.string() }),
  /** The list of those in the building was put on paper. */
  z.object({ kind: z.literal('evacuation-printed'), heads: z.number().int() }),
  /** A care note was looked at; in the rush perhaps by somebody who is not signed in. */
  z.object({ kind: z.literal('care-seen'), visitId: Id, reason: text(200) }),
  z.object({ kind: z.literal('report'), reportId: Id, title: z.string(), to: z.string(), signedBy: z.string() }),
]);
export type OwnEntry = z.infer<typeof OwnEntry>;

export const EntryData = z.union([EntryInput, OwnEntry]);
export type EntryData = z.infer<typeof EntryData>;
export type EntryKind = EntryData['kind'];

/** One line of the timeline, as a screen and paper show it. */
export const TimelineEntry = z.object({
  id: Id,
  n: z.number().int(),
  at: Instant,
  elapsed: Elapsed,
  data: EntryData,
  /** In words. */
  text: z.string(),
  staffName: z.string(),
  deskCode: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** What everybody at the desk may see of a running incident, a locked screen too: no line of its record, no name. */
export const AlarmView = z.object({
  id: Id,
  number: z.string(),
  state: IncidentState,
  code: z.union([IncidentCode, z.literal('')]),
  level: Level,
  drill: z.boolean(),
  deskCode: z.string(),
  raisedAt: Instant,
  /** Ms on its own clock, when this was said. */
  elapsed: Elapsed,
  plan: IncidentPlan.nullable(),
  /** Codes of the desks where somebody has taken note of it. */
  heard: z.array(z.string()),
});
export type AlarmView = z.infer<typeof AlarmView>;
