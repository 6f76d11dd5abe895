import { z } from 'zod';
import { DayString } from './basics';

export const DEADLINE_CODES = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'D13'] as const;
export const DeadlineCode = z.enum(DEADLINE_CODES);
export type DeadlineCode = z.infer<typeof DeadlineCode>;

/** A leader's instruction in a 专报 (forms 5.9): its day is given by hand, no period leads to it. */
export const INSTRUCTION = 'LD';
export const PromiseCode = z.union([DeadlineCode, z.literal(INSTRUCTION)]);
export type PromiseCode = z.infer<typeof PromiseCode>;

/** From which event a period runs; the day of the event is not counted. */
export const START_EVENTS = [
  'told',
  'received',
  'transferred',
  'accepted',
  'due',
  'answered',
  'review-asked',
  'reviewed',
  'recheck-asked',
  'recorded',
  'assessed',
] as const;
export const StartEvent = z.enum(START_EVENTS);
export type StartEvent = z.infer<typeof StartEvent>;
export const START_EVENT_NAMES: Record<StartEvent, string> = {
  told: '告知之日',
  received: '收到之日',
  transferred: '收到转交之日',
  accepted: '受理之日',
  due: '办理期限届满之日',
  answered: '收到答复之日',
  'review-asked': '收到复查申请之日',
  reviewed: '收到复查意见之日',
  'recheck-asked': '收到复核申请之日',
  recorded: '录音之日',
  assessed: '评估之日',
};

export type PeriodUnit = 'working-days' | 'days' | 'years';

/** Lengths that the unit set; within the law's bound, see rules/deadlines. */
export const DeadlineSettings = z.object({
  lengths: z.partialRecord(DeadlineCode, z.number().int().min(1).max(400)).default({}),
});
export type DeadlineSettings = z.infer<typeof DeadlineSettings>;

/** One period that runs, or that will once its event is entered. */
export const Deadline = z.object({
  code: DeadlineCode,
  /** The event's day; empty: not yet, so no day is told. */
  start: z.union([DayString, z.literal('')]),
  /** Last day, by its end; empty without a start. */
  due: z.union([DayString, z.literal('')]),
  /** Counted through a year without a notice; working-day periods only. */
  provisional: z.boolean(),
  /** The last day is a rest day: better settled by this working day. Empty otherwise. */
  better: z.union([DayString, z.literal('')]),
});
export type Deadline = z.infer<typeof Deadline>;

/** `right`: runs in the visitor's favour; `void`: its matter ended, or the right began anew. */
export const PROMISE_STATES = ['open', 'right', 'kept', 'void'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
/** As it stands on a day: a right that was not used has `lapsed`. */
export const PromiseStanding = z.enum([...PROMISE_STATES, 'lapsed']);
export type PromiseStanding = z.infer<typeof PromiseStanding>;

/** A promise that a changed calendar moved. Told by the visit's number: whoever keeps the calendar need not know the matter. */
export const MovedDeadline = z.object({
  visitNumber: z.string(),
  label: z.string(),
  before: z.object({ due: DayString, provisional: z.boolean() }),
  after: z.object({ due: DayString, provisional: z.boolean() }),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;
