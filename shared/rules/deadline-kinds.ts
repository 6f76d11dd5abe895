import type { DeadlineCode, PeriodUnit, StartEvent } from '../domain/deadlines';

export interface DeadlineKind {
  /** What has to be done by then. */
  name: string;
  start: StartEvent;
  length: number;
  unit: PeriodUnit;
  /** What a unit may set: the law's longest (or, of keeping, shortest) stands; those of the plan are its own. */
  bound: 'at-most' | 'at-least' | 'free';
  basis: string;
  who: string;
}

/** The plan's two promises, the regulation's clocks, and how long things are kept. 条例: 信访工作条例. */
export const DEADLINE_KINDS: Record<DeadlineCode, DeadlineKind> = {
  D1: { name: '调查', start: 'told', length: 3, unit: 'working-days', bound: 'free', basis: '应急预案', who: '责任科室' },
  D2: { name: '反馈', start: 'told', length: 10, unit: 'working-days', bound: 'free', basis: '应急预案', who: '综合协调组' },
  D3: {
    name: '转送、交办或书面告知',
    start: 'received',
    length: 15,
    unit: 'days',
    bound: 'at-most',
    basis: '条例 22、23 条',
    who: '信访机构',
  },
  D4: { name: '异议退回', start: 'transferred', length: 5, unit: 'working-days', bound: 'at-most', basis: '条例 23 条', who: '责任单位' },
  D5: { name: '办结', start: 'accepted', length: 60, unit: 'days', bound: 'at-most', basis: '条例 34 条', who: '有权处理机关' },
  D6: { name: '延期办结', start: 'due', length: 30, unit: 'days', bound: 'at-most', basis: '条例 34 条', who: '有权处理机关' },
  D7: { name: '申请复查', start: 'answered', length: 30, unit: 'days', bound: 'at-most', basis: '条例 35 条', who: '信访人' },
  D8: { name: '复查', start: 'review-asked', length: 30, unit: 'days', bound: 'at-most', basis: '条例 35 条', who: '复查机关' },
  D9: { name: '申请复核', start: 'reviewed', length: 30, unit: 'days', bound: 'at-most', basis: '条例 36 条', who: '信访人' },
  D10: { name: '复核', start: 'recheck-asked', length: 30, unit: 'days', bound: 'at-most', basis: '条例 36 条', who: '复核机关' },
  D11: {
    name: '简易办理',
    start: 'accepted',
    length: 10,
    unit: 'working-days',
    bound: 'at-most',
    basis: '简易办理办法',
    who: '有权处理机关',
  },
  D12: { name: '录音保存', start: 'recorded', length: 2, unit: 'years', bound: 'at-least', basis: '应急预案', who: '综合协调组' },
  D13: {
    name: '影响评估记录保存',
    start: 'assessed',
    length: 3,
    unit: 'years',
    bound: 'at-least',
    basis: '个人信息保护法 56 条',
    who: '单位',
  },
};
