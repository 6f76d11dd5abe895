import type { DeadlineCode } from '../domain/deadlines';
import type { DueGroup, FollowUpInput, FollowUpKind } from '../domain/follow-up';
import { FEEDBACK_METHODS, SATISFACTION } from '../domain/follow-up';
import type { MatterState } from '../domain/known-person';
import { DEADLINE_KINDS } from './deadline-kinds';
import type { WorkingDays } from './working-days';

export interface FollowUpRule {
  /** Besides the day. */
  needs: readonly ('text' | 'to' | 'method')[];
  /** Periods that it ends in time, or late. */
  keeps: readonly DeadlineCode[];
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
  investigated: { needs: ['text'], keeps: ['D1'], starts: [] },
  accepted: { needs: [], keeps: [], starts: ['D5'] },
  informed: { needs: ['text', 'method'], keeps: ['D3'], starts: [] },
  extended: { needs: ['text', 'to'], keeps: ['D5'], starts: ['D6'] },
  answered: { needs: ['text'], keeps: ['D5', 'D6', 'D11'], starts: ['D7'], becomes: 'answered' },
  feedback: { needs: ['text', 'to', 'method'], keeps: ['D2'], starts: [] },
  callback: { needs: ['text', 'to'], keeps: [], starts: [] },
  satisfaction: { needs: [], keeps: [], starts: [] },
  'review-asked': { needs: [], keeps: ['D7'], starts: ['D8'], from: ['answered'], becomes: 'open' },
  reviewed: { needs: ['text'], keeps: ['D8'], starts: ['D9'], becomes: 'answered' },
  'recheck-asked': { needs: [], keeps: ['D9'], starts: ['D10'], from: ['answered'], becomes: 'open' },
  rechecked: { needs: ['text'], keeps: ['D10'], starts: [], becomes: 'final' },
  closed: { needs: ['text'], keeps: [], starts: [], becomes: 'closed' },
  entered: { needs: ['text'], keeps: [], starts: [] },
};

const SENTENCES = { text: '请写明内容', to: '请写明接收人或科室', method: '请选择方式' } as const;

export interface FollowUpFacts {
  today: string;
  state: MatterState;
  /** Codes of promises that are open. */
  open: readonly string[];
}

/** What is missing or cannot be, by field; empty when it may be entered. */
export function checkFollowUp(input: FollowUpInput, { today, state, open }: FollowUpFacts): Record<string, string> {
  const { kind, day } = input;
  const rule = FOLLOW_UP_RULES[kind];
  const wrong: Record<string, string> = {};
  for (const need of rule.needs) if (input[need] === '') wrong[need] = SENTENCES[need];
  if (day > today) wrong.day = '日期不能晚于今天';
  if (kind === 'feedback' && input.method !== '' && !(FEEDBACK_METHODS as readonly string[]).includes(input.method))
    wrong.method = '请从列表选择方式';
  if (kind === 'satisfaction' && (input.number < 1 || input.number > SATISFACTION.length)) wrong.number = '请选择满意程度';
  const longest = DEADLINE_KINDS.D6.length;
  if (kind === 'extended' && (input.number < 1 || input.number > longest)) wrong.number = `延长 1–${longest} 日（条例 34 条）`;
  if (kind === 'extended' && !open.includes('D5')) wrong.kind = '没有正在计算的 60 日期限，不能延期';
  if (state === 'final' && kind !== 'entered' && kind !== 'callback') wrong.kind = '这一事项已复核终结，只能补记回访和录入';
  if (rule.from && !rule.from.includes(state)) wrong.kind = '还没有答复意见，不能申请复查、复核';
  if (kind === 'closed' && open.length > 0) wrong.kind = `还有 ${open.length} 个期限没有完成，请先完成或写明反馈，再办结`;
  return wrong;
}

/** 已超期, 今天, within three working days, or later. @returns the group, and working days until then */
export function dueGroup(due: string, today: string, calendar: WorkingDays): { group: DueGroup; left: number } {
  const left = calendar.between(today, due);
  if (due < today) return { group: 'overdue', left };
  if (due === today) return { group: 'today', left: 0 };
  return { group: left <= 3 ? 'soon' : 'later', left };
}
