import { describe, expect, it } from 'vitest';
import type { EntryData, EntryKind } from '../../../shared/domain/incident';
import { type EntryNames, entryText } from '../../../shared/rules/incident-words';
import { EVERY, KINDS } from './incident-facts';

const NAMES: EntryNames = {
  type: (code) => `${code} 突发疾病`,
  step: () => '带旁人离开',
  field: () => '伤情',
  contact: () => '副组长',
  conduct: () => '推搡',
  visit: () => 'A001 号',
  desk: () => '2号登记台',
  task: () => '守住南门',
};
/** Nothing is known any more: the plan was changed, the visit is another desk's. */
const NOTHING: EntryNames = {
  type: () => '',
  step: () => '',
  field: () => '',
  contact: () => '',
  conduct: () => '',
  visit: () => '',
  desk: () => '',
  task: () => '',
};
const words = (data: EntryData): string => entryText(data, NAMES);

const SAID: Record<EntryKind, string> = {
  raised: '报警（F9），当时无人登录',
  sent: '无人选择类型，警报自动发出',
  'signed-in': '登录，接手这次报警',
  heard: '2号登记台 收到警报',
  note: '有人倒地',
  type: '类型：E07 突发疾病：看清了',
  level: '响应等级调整为 Ⅱ 重大：人数增加',
  dismissed: '不采纳升级提示：是陪同',
  people: '现场 12 人',
  conduct: '出现：推搡',
  step: '完成：带旁人离开',
  call: '副组长 已告知，陈志明，马上到',
  service: '110 公安 已拨打，受理号 0231',
  task: '交办安全保障组：守住南门',
  'task-acknowledged': '赵刚 接受任务：守住南门',
  'task-done': '任务完成：守住南门',
  arrival: '到场：陈志明，副组长',
  camera: '录像：大厅 3 号，09:05 起',
  photo: '照片存档',
  recording: '关联接谈录音',
  item: '物品：水果刀，木柄，隔离看守，未触碰',
  injury: '伤情：手臂划伤，救护：包扎',
  persuasion: '劝离一次',
  decision: '决定（是否清场）：暂不清场，决定人 周建国',
  fact: '伤情：轻微擦伤',
  visitor: '涉及来访：A001 号',
  found: '清点：A001 号 找到 3 人',
  controlled: '受控',
  uncontrolled: '撤回受控：又吵起来',
  lifted: '解除：人已离开',
  'false-alarm': '误报：误触',
  whereabouts: '去向：已离开',
  summary: '小结：小结如下',
  review: '评估：时限 都做到了，改进 早点喊人',
  closed: '结案',
  correction: '更正：另一处写错了',
  'evacuation-printed': '打印疏散名单，在册 30 人',
  'care-seen': '查看关怀提示：A001 号：晕倒',
  report: '初报，报 值班室，签发 周建国',
};

describe('a line of the timeline in words', () => {
  it.each(KINDS)('%s', (kind) => expect(words(EVERY[kind])).toBe(SAID[kind]));
  it.each(KINDS)('%s says something, and throws nothing, when nothing it names is known', (kind) => {
    const said = entryText(EVERY[kind], NOTHING);
    expect(said).not.toBe('');
    expect(said).not.toMatch(/undefined|null|NaN/);
  });
  it.each<[EntryData, string]>([
    [{ kind: 'raised', signedIn: true }, '报警（F9）'],
    [{ kind: 'sent', how: 'chosen' }, '警报发出'],
    [{ kind: 'sent', how: 'after-restart' }, '程序重新启动，警报发出'],
    [{ ...EVERY.type, reason: '' }, '类型：E07 突发疾病'],
    [{ ...EVERY.conduct, on: false }, '已停止：推搡'],
    [{ ...EVERY.step, outcome: 'left-out', reason: '没有旁人' }, '未做：带旁人离开：没有旁人'],
    [{ ...EVERY.step, danger: true, reason: '他拿着刀' }, '完成：带旁人离开（紧急人身危险：他拿着刀）'],
    [{ ...EVERY.call, outcome: 'no-answer', person: '', text: '' }, '副组长 无人接听'],
    [{ ...EVERY.call, insteadOf: '周建国' }, '副组长 已告知，陈志明（代周建国），马上到'],
    [{ ...EVERY.service, stage: 'left', caseNo: '' }, '110 公安 离场'],
    [{ ...EVERY.camera, until: '09:20' }, '录像：大厅 3 号，09:05 至 09:20'],
    [{ ...EVERY.item, fate: 'handed-over', takenBy: '民警李明', receiptNo: '7' }, '物品：水果刀，木柄，移交民警，经手 民警李明，收据 7'],
    [{ ...EVERY.whereabouts, items: '已归还', evidence: '录像 3 号' }, '去向：已离开，物品：已归还，证据：录像 3 号'],
    [{ ...EVERY.review, score: 0 }, '评估：时限 都做到了，改进 早点喊人，演练评分 0'],
  ])('%o', (data, said) => expect(words(data)).toBe(said));
});
