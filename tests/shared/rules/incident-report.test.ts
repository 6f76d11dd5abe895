import { describe, expect, it } from 'vitest';
import { ReportSection } from '../../../shared/domain/incident-report';
import { draftReport, reportTitle } from '../../../shared/rules/incident-report';
import { factsOf, type Line, timelineOf } from '../incidents/incident-facts';

const STORY: Line[] = [
  [1, { kind: 'note', text: '十余人在大厅门口聚集' }],
  [2, { kind: 'people', count: 12 }],
  [3, { kind: 'level', level: 3, reason: '人数达到 5 人' }],
  [4, { kind: 'conduct', conductId: 'banner', on: true }],
  [5, { kind: 'call', contact: 'superior', outcome: 'no-answer', person: '', phone: '', text: '' }],
  [6, { kind: 'call', contact: 'superior', outcome: 'told', person: '值班员', phone: '', text: '' }],
  [7, { kind: 'service', service: '110', stage: 'called', caseNo: 'J0001', text: '' }],
  [9, { kind: 'injury', person: '', injury: '一人手部擦伤', aid: '已包扎' }],
];
const LATER: Line[] = [
  [30, { kind: 'people', count: 36 }],
  [31, { kind: 'arrival', person: '周建国', post: '组长' }],
  [35, { kind: 'note', text: '代表进入接访室' }],
];
const text = (sections: readonly ReportSection[], label: string): string | undefined =>
  sections.find((section) => section.label === label)?.text;

describe('a first report', () => {
  const sections = draftReport('first', factsOf(timelineOf(STORY)));

  it('has every element of incidents 3.3, in order, each a section that the contract takes', () => {
    expect(sections.map(({ label }) => label)).toEqual([
      ...['接报时间', '信息来源', '事发时间', '事发地点', '事件性质', '起因', '经过', '影响范围'],
      ...['人员伤亡', '财产损失', '发展趋势', '领导到位情况', '已采取措施', '建议和请求', '报告单位'],
    ]);
    for (const section of sections) expect(ReportSection.safeParse(section).success).toBe(true);
  });
  it.each([
    ['接报时间', '2026-11-23 09:00:00'],
    ['信息来源', '王静，一号登记台按键报警'],
    ['事发时间', '不晚于 2026-11-23 09:00:00（按键时间）'],
    ['事发地点', '示范县人民路 1 号 一号登记台'],
    ['事件性质', 'E08 集体访超出预判，响应等级 Ⅲ 较大'],
    ['起因', '十余人在大厅门口聚集'],
    ['经过', ''],
    ['影响范围', '现场 12 人；出现：拉横幅'],
    ['人员伤亡', '09:09 伤情：一人手部擦伤，救护：已包扎'],
    ['财产损失', ''],
    ['领导到位情况', '指挥：组长（单位主要负责人） 周建国'],
    ['已采取措施', '09:06 上级主管部门 已告知，值班员\n09:07 110 公安 已拨打，受理号 J0001'],
    ['建议和请求', ''],
    ['报告单位', '示范县信访局，王静，0574-00000000'],
  ])('%s', (label, expected) => {
    expect(text(sections, label)).toBe(expected);
  });
});

describe('a follow-up', () => {
  const before = timelineOf(STORY);
  const since = before.at(-1)?.n ?? 0;
  const sections = draftReport('follow-up', factsOf(timelineOf([...STORY, ...LATER])), since);

  it('says only what is new since the report before', () => {
    expect(sections.map(({ label }) => label)).toEqual([
      ...['截至时间', '事件', '新的进展', '现场人数', '到场情况', '发展趋势', '建议和请求'],
    ]);
    expect(text(sections, '新的进展')).toBe('09:35 代表进入接访室');
    expect(text(sections, '现场人数')).toBe('09:30 现场 36 人');
    expect(text(sections, '到场情况')).toBe('09:31 到场：周建国，组长');
    expect(text(sections, '发展趋势')).toBe('人数由 12 人增至 36 人，尚未受控');
    expect(JSON.stringify(sections)).not.toMatch(/擦伤|横幅|J0001/);
  });
  it('says so when nothing is new', () => {
    const none = draftReport('follow-up', factsOf(before), since);
    expect(text(none, '新的进展')).toBe('上次报告后没有新的情况。');
  });
});

describe('a final report', () => {
  const END: Line[] = [
    [50, { kind: 'controlled', text: '' }],
    [60, { kind: 'lifted', reason: '人员离开' }],
    [62, { kind: 'whereabouts', people: '已由责任单位接回', items: '横幅交民警', evidence: '录像封存' }],
    [70, { kind: 'summary', text: '五名代表已接谈' }],
  ];
  const sections = draftReport('final', factsOf(timelineOf([...STORY, ...LATER, ...END])));

  it('tells what was done, how things stand, what became of people and things', () => {
    expect(text(sections, '基本情况')).toContain('2026-11-23 09:00:00');
    expect(text(sections, '处置情况')).toContain('10:00 解除：人员离开');
    expect(text(sections, '当前情况')).toBe('10:00 解除响应\n五名代表已接谈');
    expect(text(sections, '善后情况')).toBe('人员：已由责任单位接回\n物品：横幅交民警\n证据：录像封存');
  });
  it('counts kept limits until there is a review, then says what the review says', () => {
    expect(text(sections, '评估')).toMatch(/^应通知 \d+ 处，按时 \d+ 处，超时 \d+ 处，未告知 \d+ 处$/);
    const review: Line = [80, { kind: 'review', limits: '两处超时', worked: '', improve: '增加值守', score: -1 }];
    const reviewed = draftReport('final', factsOf(timelineOf([...STORY, ...END, review])));
    expect(text(reviewed, '评估')).toBe('时限：两处超时\n改进：增加值守');
  });
});

describe('what a draft leaves out', () => {
  it('is what was corrected, and the reason for looking at a care note', () => {
    const wrong = timelineOf([
      [1, { kind: 'note', text: '写错的一行' }],
      [2, { kind: 'care-seen', visitId: '01900000-0000-7000-8000-000000000001', reason: '疑似低血糖' }],
    ]);
    const id = wrong.find(({ data }) => data.kind === 'note')?.id ?? '';
    const entries = [...wrong, { ...wrong[3], id: 'c', n: 9, data: { kind: 'correction' as const, entryId: id, text: '改正的一行' } }];
    for (const kind of ['first', 'follow-up', 'final'] as const) {
      const draft = JSON.stringify(draftReport(kind, factsOf(entries as typeof wrong)));
      expect(draft).not.toMatch(/写错的一行|低血糖/);
    }
  });
  it('is what a section cannot hold, in whole lines and never in silence', () => {
    const many: Line[] = Array.from({ length: 400 }, (_, i) => [i, { kind: 'note', text: `第 ${i} 行：门口情况没有变化` }]);
    const story = text(draftReport('first', factsOf(timelineOf(many))), '经过') ?? '';
    expect(story.length).toBeLessThanOrEqual(4000);
    expect(story).toMatch(/没有变化\n……（其余见突发事件报告单）$/);
  });
});

describe('its title', () => {
  it.each([
    ['first', 1, '初报'],
    ['follow-up', 1, '续报一'],
    ['follow-up', 12, '续报十二'],
    ['final', 3, '终报'],
  ] as const)('%s %i is %s', (kind, n, title) => {
    expect(reportTitle(kind, n)).toBe(title);
  });
});
