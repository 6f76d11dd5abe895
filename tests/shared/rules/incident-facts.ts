import type { EntryData, EntryKind } from '../../../shared/domain/incident';
import { IncidentPlan } from '../../../shared/domain/incident-plan';
import { type Entry, type IncidentPicture, incidentPicture } from '../../../shared/rules/incident-picture';

export const MINUTE = 60_000;
/** When the key was pressed. */
export const RAISED_AT = Date.parse('2026-11-23T09:00:00+08:00');
export const idOf = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
export const VISIT = idOf(900);

/** A line of the timeline, the n-th, a second after the one before it. */
export const entry = (n: number, data: EntryData, more: Partial<Entry> = {}): Entry => ({
  ...{ id: idOf(n), n, at: RAISED_AT + n * 1000, elapsed: n * 1000, staffId: 'wang', deskCode: '01', data },
  ...more,
});
export const timeline = (...data: EntryData[]): Entry[] => data.map((each, n) => entry(n, each));
export const RAISED: EntryData = { kind: 'raised', signedIn: true };
export const SENT: EntryData = { kind: 'sent', how: 'chosen' };
export const level = (to: 1 | 2 | 3 | 4): EntryData => ({ kind: 'level', level: to, reason: '人数增加' });
export const step = (stepId: string, more: Partial<Extract<EntryData, { kind: 'step' }>> = {}) =>
  ({ kind: 'step', stepId, outcome: 'done', reason: '', danger: false, ...more }) as const;
export const call = (contact: string, outcome: 'dialled' | 'no-answer' | 'told', more: { person?: string; phone?: string } = {}) =>
  ({ kind: 'call', contact, outcome, person: '', phone: '', text: '', ...more }) as const;
export const service = (stage: 'called' | 'arrived' | 'left', caseNo = '') =>
  ({ kind: 'service', service: '110', stage, caseNo, text: '' }) as const;
export const correction = (n: number): EntryData => ({ kind: 'correction', entryId: idOf(n), text: '写错了' });

/** A small plan with a step of every kind that a rule looks at. */
export const PLAN: IncidentPlan = IncidentPlan.parse({
  code: 'E03',
  name: '肢体冲突',
  neutral: '现场情况',
  digit: '3',
  steps: [
    { id: 'ask', text: '劝双方住手', kind: 'persuade' },
    { id: 'apart', text: '隔开双方', kind: 'control', mandatory: false },
    { id: 'clear', text: '带旁人离开' },
  ],
  mustNots: ['不还手'],
  calls: [
    { to: 'security-leader', within: 0 },
    { to: 'deputy', within: 5 },
    { to: 'service-110', within: 0, when: '有人受伤时' },
  ],
  fields: [{ key: 'injuries', label: '伤情' }],
  conducts: ['blow'],
  basis: '',
});

/** One entry of every kind: a kind without one does not compile. The task is always entry number 2. */
export const EVERY: { readonly [K in EntryKind]: Extract<EntryData, { kind: K }> } = {
  raised: { kind: 'raised', signedIn: false },
  sent: { kind: 'sent', how: 'by-itself' },
  'signed-in': { kind: 'signed-in' },
  heard: { kind: 'heard', deskCode: '02' },
  note: { kind: 'note', text: '有人倒地' },
  type: { kind: 'type', code: 'E07', reason: '看清了' },
  level: { kind: 'level', level: 2, reason: '人数增加' },
  dismissed: { kind: 'dismissed', proposal: 'people-5', reason: '是陪同' },
  people: { kind: 'people', count: 12 },
  conduct: { kind: 'conduct', conductId: 'shove', on: true },
  step: { kind: 'step', stepId: 'clear', outcome: 'done', reason: '', danger: false },
  call: { kind: 'call', contact: 'deputy', outcome: 'told', person: '陈志明', phone: '13700137000', text: '马上到' },
  service: { kind: 'service', service: '110', stage: 'called', caseNo: '0231', text: '' },
  task: { kind: 'task', group: 'security', text: '守住南门' },
  'task-acknowledged': { kind: 'task-acknowledged', taskId: idOf(2), person: '赵刚' },
  'task-done': { kind: 'task-done', taskId: idOf(2), text: '' },
  arrival: { kind: 'arrival', person: '陈志明', post: '副组长' },
  camera: { kind: 'camera', camera: '大厅 3 号', from: '09:05', until: '', text: '' },
  photo: { kind: 'photo', attachmentId: idOf(700), text: '' },
  recording: { kind: 'recording', recordingId: idOf(701), text: '' },
  item: { kind: 'item', name: '水果刀', feature: '木柄', fate: 'kept-away', takenBy: '', receiptNo: '' },
  injury: { kind: 'injury', person: '', injury: '手臂划伤', aid: '包扎' },
  persuasion: { kind: 'persuasion', text: '' },
  decision: { kind: 'decision', topic: '是否清场', text: '暂不清场', decider: '周建国' },
  fact: { kind: 'fact', field: 'injuries', text: '轻微擦伤' },
  visitor: { kind: 'visitor', visitId: VISIT },
  found: { kind: 'found', visitId: VISIT, heads: 3 },
  controlled: { kind: 'controlled', text: '' },
  uncontrolled: { kind: 'uncontrolled', reason: '又吵起来' },
  lifted: { kind: 'lifted', reason: '人已离开' },
  'false-alarm': { kind: 'false-alarm', reason: '误触' },
  whereabouts: { kind: 'whereabouts', people: '已离开', items: '', evidence: '' },
  summary: { kind: 'summary', text: '小结如下' },
  review: { kind: 'review', limits: '都做到了', worked: '', improve: '早点喊人', score: -1 },
  closed: { kind: 'closed', reason: '' },
  correction: { kind: 'correction', entryId: idOf(800), text: '另一处写错了' },
  'evacuation-printed': { kind: 'evacuation-printed', heads: 30 },
  'care-seen': { kind: 'care-seen', visitId: VISIT, reason: '晕倒' },
  report: { kind: 'report', reportId: idOf(702), title: '初报', to: '值班室', signedBy: '周建国' },
};
export const KINDS = Object.keys(EVERY) as EntryKind[];

/** A picture as it stands after the key and the sending, and whatever else a test needs of it. */
export const pictureWith = (more: Partial<IncidentPicture> = {}): IncidentPicture => ({
  ...incidentPicture(timeline(RAISED, SENT), PLAN),
  ...more,
});
