import { type DeadlineCode, INSTRUCTION, type PromiseCode } from '../domain/deadlines';
import type { DueGroup, FollowUpInput, FollowUpKind } from '../domain/follow-up';
import { FEEDBACK_METHODS, PROCEDURES, SATISFACTION } from '../domain/follow-up';
import type { MatterState } from '../domain/known-person';
import { longDay } from './time';
import type { WorkingDays } from './working-days';

export interface FollowUpRule {
  /** Besides the day. */
  needs: readonly ('text' | 'to' | 'method')[];
  /** Periods that it ends in time, or late. */
  keeps: readonly PromiseCode[];
  /** Periods that begin with its day. */
  starts: readonly DeadlineCode[];
  /** From which states of the matter; empty: any but a final one. */
  from?: readonly MatterState[];
  becomes?: MatterState;
}

/** What follows from what (law-and-deadlines 4.3; 条例 22–23, 34–36 条). */
export const FOLLOW_UP_RULES: Record<FollowUpKind, FollowUpRule> = {
  progress: { needs: ['text'], keeps: [], starts: [] },
  reminder: { needs: ['to', 'method'], keeps: [], starts: [] },
  urge: { needs: ['text', 'to'], keeps: [], starts: [] },
  // The 5 working days run from the day on which the unit has it, which nobody here knows before it is told.
  handed: { needs: ['to'], keeps: ['D3'], starts: ['D4'] },
  received: { needs: [], keeps: ['D4'], starts: [] },
  objected: { needs: ['text'], keeps: ['D4'], starts: [] },
  investigated: { needs: ['text'], keeps: ['D1'], starts: [] },
  accepted: { needs: [], keeps: ['D4'], starts: ['D5'], becomes: 'open' },
  informed: { needs: ['text', 'method'], keeps: ['D3'], starts: [] },
  extended: { needs: ['text', 'to'], keeps: ['D5'], starts: ['D6'] },
  answered: { needs: ['text'], keeps: ['D5', 'D6', 'D11'], starts: ['D7'], becomes: 'answered' },
  feedback: { needs: ['text', 'to', 'method'], keeps: ['D2'], starts: [] },
  callback: { needs: ['text', 'to'], keeps: [], starts: [] },
  satisfaction: { needs: [], keeps: [], starts: [] },
  'review-asked': { needs: [], keeps: ['D7'], starts: ['D8'], from: ['answered', 'closed'], becomes: 'open' },
  reviewed: { needs: ['text'], keeps: ['D8'], starts: ['D9'], becomes: 'answered' },
  'recheck-asked': { needs: [], keeps: ['D9'], starts: ['D10'], from: ['answered', 'closed'], becomes: 'open' },
  rechecked: { needs: ['text'], keeps: ['D10'], starts: [], becomes: 'final' },
  closed: { needs: ['text'], keeps: [], starts: [], becomes: 'closed' },
  entered: { needs: ['text'], keeps: [], starts: [] },
  'carried-out': { needs: ['text'], keeps: [INSTRUCTION], starts: [] },
};
/** What may still be noted of a matter that is at its end. */
const AFTER_FINAL: readonly FollowUpKind[] = ['entered', 'callback', 'satisfaction', 'carried-out'];

const SENTENCES = { text: '请写明内容', to: '请写明接收人或科室', method: '请选择方式' } as const;

/** 受理 starts the 60 days, or, as 简易办理, the 10 working days. */
export const startsOf = ({ kind, method }: Pick<FollowUpInput, 'kind' | 'method'>): readonly DeadlineCode[] =>
  kind === 'accepted' && method === PROCEDURES[1] ? ['D11'] : FOLLOW_UP_RULES[kind].starts;

export interface FollowUpFacts {
  today: string;
  state: MatterState;
  /** Promises neither kept nor void, the visitor's rights among them. */
  open: readonly { code: string; due: string }[];
  /** Days that a period may be extended by here; the law's 30 at most. */
  longest: number;
}

/** What is missing or cannot be, by field; empty when it may be entered. */
export function checkFollowUp(input: FollowUpInput, { today, state, open, longest }: FollowUpFacts): Record<string, string> {
  const { kind, day } = input;
  const rule = FOLLOW_UP_RULES[kind];
  const wrong: Record<string, string> = {};
  for (const need of rule.needs) if (input[need] === '') wrong[need] = SENTENCES[need];
  if (day > today) wrong.day = '日期不能晚于今天';
  const methods: readonly string[] = kind === 'accepted' ? PROCEDURES : kind === 'feedback' ? FEEDBACK_METHODS : [];
  if (methods.length > 0 && input.method !== '' && !methods.includes(input.method)) wrong.method = '请从列表选择方式';
  if (kind === 'satisfaction' && (input.number < 1 || input.number > SATISFACTION.length)) wrong.number = '请选择满意程度';
  if (kind === 'extended' && (input.number < 1 || input.number > longest)) wrong.number = `延长 1–${longest} 日（条例 34 条）`;
  const stopped = cannotBe(input, state, open);
  if (stopped) wrong.kind = stopped;
  return wrong;
}

/** Why this cannot be done for the matter as it stands; empty when it can. */
function cannotBe({ kind, day }: FollowUpInput, state: MatterState, open: FollowUpFacts['open']): string {
  const { from, keeps } = FOLLOW_UP_RULES[kind];
  const running = (...codes: PromiseCode[]) => open.find(({ code }) => (codes as string[]).includes(code));
  if (state === 'final' && !AFTER_FINAL.includes(kind)) return '这一事项已复核终结，只能补记回访、满意度、录入和批示落实';
  if (from && !from.includes(state)) return '还没有答复意见，不能申请复查、复核';
  // After 办结 only whoever was told of the right may still use it.
  if (from && state === 'closed' && !running(...keeps)) return '已办结的事项没有可以申请复查、复核的意见书';
  if (kind === 'carried-out' && !running(INSTRUCTION)) return '这一事项没有待落实的领导批示';
  if (kind === 'closed' && state === 'closed') return '这一事项已经办结';
  if (kind === 'handed' && running('D4')) return '责任单位的异议期限正在计算，请先记「接收」或「提出异议」';
  const accepted = running('D5', 'D6', 'D11');
  if (kind === 'accepted' && accepted) return `已经受理，办理期限至 ${longDay(accepted.due)}，不能重复受理`;
  if (kind !== 'extended') return '';
  const sixty = running('D5');
  if (!sixty) return '没有正在计算的 60 日期限，不能延期';
  return day > sixty.due ? `办理期限 ${longDay(sixty.due)}已经届满，届满前批准的才能延期（条例 34 条）` : '';
}

/** 已超期, 今天, within three working days, or later. @returns the group, and working days until then */
export function dueGroup(due: string, today: string, calendar: WorkingDays): { group: DueGroup; left: number } {
  const left = calendar.between(today, due);
  if (due < today) return { group: 'overdue', left };
  if (due === today) return { group: 'today', left: 0 };
  return { group: left <= 3 ? 'soon' : 'later', left };
}
