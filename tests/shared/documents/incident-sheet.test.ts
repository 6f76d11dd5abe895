import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { PaperBlock } from '../../../shared/documents/incident-paper';
import { buildIncidentSheet, type SheetFacts } from '../../../shared/documents/incident-sheet';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import { factsOf, type Line, RAISED, timelineOf } from '../incidents/incident-facts';

const PHOTO = uuid();
const SOUND = uuid();
const HASH = 'a'.repeat(64);

const sheet = (lines: readonly Line[], over: Partial<SheetFacts> = {}, code: IncidentCode = 'E08', signedIn = true) =>
  buildIncidentSheet({
    ...factsOf(timelineOf(lines, code, signedIn), code),
    ...{ demo: false, visits: [], files: new Map(), reports: [], madeBy: '王静', reporterPost: '登记员', drillPlan: '', participants: '' },
    ...over,
  });
const tableRows = (blocks: readonly PaperBlock[]): Map<string, string> =>
  new Map(blocks.flatMap((block) => (block.block === 'table' ? block.rows : [])));
/** Without the phone log, which has rows of the same names. */
const firstPart = (blocks: readonly PaperBlock[]): readonly PaperBlock[] =>
  blocks.slice(
    0,
    blocks.findIndex(({ block }) => block === 'part'),
  );
/** Rows of the grid under a heading; the row that stands in for an empty one. */
const gridUnder = (blocks: readonly PaperBlock[], heading: string): readonly (readonly string[])[] => {
  const at = blocks.findIndex(
    (block) => (block.block === 'heading' && block.text === heading) || (block.block === 'part' && block.title === heading),
  );
  const next = blocks[at + 1];
  return next?.block === 'grid' || next?.block === 'table' ? next.rows : [];
};

/** Every field of forms 5.7, by where it stands. */
const TABLES = [
  ...['编号', '性质', '类型', '报警人', '报警方式', '发现时间', '按键时间', '地点', '涉及人员', '起因', '条例未列的情形'],
  ...['人员伤亡', '财产损失', '劝离次数', '已采取措施', '危险物品的其他记录', '舆情', '发展趋势', '请求事项', '签发人', '受控时间'],
  ...['处置结束时间', '人员去向', '物品去向', '证据去向', '损失', '小结', '评估', '附件'],
];
const GRIDS = [
  '响应等级（历次）',
  '现场人数',
  '经过',
  '信访工作条例 26 条所列行为',
  '到场人员',
  '110、119、120',
  '通知清单',
  '危险物品',
  '证据',
  '决定',
  '报告',
  '本类型要求的记录',
];

describe('the sheet of an incident that nobody knows anything of', () => {
  const { blocks } = sheet([]);
  const rows = tableRows(firstPart(blocks));
  it.each(TABLES)('has the field %s', (field) => expect(rows.get(field)).toBeTruthy());
  it.each(GRIDS)('has the table %s', (heading) => expect(gridUnder(blocks, heading).length).toBeGreaterThan(0));
  it.each([
    '发现时间',
    '涉及人员',
    '起因',
    '人员伤亡',
    '财产损失',
    '舆情',
    '发展趋势',
    '请求事项',
    '签发人',
    '处置结束时间',
    '人员去向',
    '小结',
    '附件',
  ])('says that %s is unknown', (field) => expect(rows.get(field)).toBe('未掌握'));
  it('leaves no cell empty where something could be known', () => {
    for (const [field, value] of rows) expect(value, field).not.toBe('');
  });
});

describe('the sheet', () => {
  const { blocks, ...paper } = sheet(
    [
      [1, { kind: 'note', text: '十余人在大厅门口聚集' }],
      [2, { kind: 'people', count: 4 }],
      [6, { kind: 'people', count: 36 }],
      [7, { kind: 'level', level: 2, reason: '人数达到 30 人' }],
      [7, { kind: 'conduct', conductId: 'banner', on: true }],
      [8, { kind: 'conduct', conductId: 'block-gate', on: true }],
      [8, { kind: 'conduct', conductId: 'filming', on: true }],
      [9, { kind: 'call', contact: 'head', outcome: 'no-answer', person: '', phone: '', text: '' }],
      [15, { kind: 'call', contact: 'head', outcome: 'told', person: '周建国', phone: '13900000000', text: '马上到' }],
      [16, { kind: 'service', service: '110', stage: 'called', caseNo: 'J0001', text: '' }],
      [20, { kind: 'service', service: '110', stage: 'arrived', caseNo: '', text: '' }],
      [21, { kind: 'arrival', person: '周建国', post: '' }],
      [22, { kind: 'conduct', conductId: 'block-gate', on: false }],
      [23, { kind: 'item', name: '打火机', feature: '一次性', fate: 'deposited', takenBy: '赵刚', receiptNo: '' }],
      [24, { kind: 'camera', camera: '门厅 3 号', from: '09:00', until: '', text: '' }],
      [25, { kind: 'photo', attachmentId: PHOTO, text: '横幅' }],
      [26, { kind: 'recording', recordingId: SOUND, text: '' }],
      [27, { kind: 'decision', topic: '分批接谈', text: '推选五名代表', decider: '周建国' }],
      [28, { kind: 'fact', field: 'vehicles', text: '两辆中巴' }],
      [30, { kind: 'controlled', text: '' }],
      [40, { kind: 'lifted', reason: '人员离开' }],
      [41, { kind: 'whereabouts', people: '责任单位接回', items: '', evidence: '录像封存' }],
    ],
    {
      visits: [
        { queueNumber: 'A012', name: '李秀兰' },
        { queueNumber: 'A013', name: '' },
      ],
      files: new Map([
        [PHOTO, { name: '照片', sha256: HASH }],
        [SOUND, { name: '话筒', sha256: '' }],
      ]),
      reports: [
        {
          ...{ title: '初报', to: '上级主管部门', at: RAISED, signedName: '周建国' },
          sections: [
            { label: '起因', text: '反映补偿款' },
            { label: '建议和请求', text: '请增派民警' },
          ],
        },
      ],
    },
  );
  const rows = tableRows(firstPart(blocks));

  it('bears the number and is of today', () => {
    expect(paper).toMatchObject({ title: '突发事件报告单', number: '20261123-01-T01', date: '2026年11月23日', drill: false });
    expect(rows.get('性质')).toBe('真实');
  });
  it.each([
    ['按键时间', '2026-11-23 09:00:00'],
    ['涉及人员', 'A012 号 李秀兰、A013 号 匿名'],
    ['起因', '反映补偿款'],
    ['请求事项', '请增派民警'],
    ['舆情', '拍摄或直播，尚未扩散'],
    ['签发人', '周建国'],
    ['处置结束时间', '09:40 解除'],
    ['人员去向', '责任单位接回'],
    ['物品去向', '未掌握'],
    ['附件', '照片 1 张\n录音 1 段\n初报'],
  ])('%s', (field, value) => expect(rows.get(field)).toBe(value));

  it.each<[string, (string | undefined)[]]>([
    ['响应等级（历次）', ['09:00', 'Ⅳ 一般', '报警', '']],
    ['响应等级（历次）', ['09:07', 'Ⅱ 重大', '人数达到 30 人', '王静']],
    ['现场人数', ['09:06', '36 人']],
    ['信访工作条例 26 条所列行为', ['☑', '（一）聚集、围堵、冲击、拦车、堵路', '堵门、围堵单位 09:08 至 09:22']],
    ['信访工作条例 26 条所列行为', ['□', '（二）携带危险物品、管制器具', '未勾选']],
    ['信访工作条例 26 条所列行为', ['☑', '（六）其他扰乱秩序的行为', '拉横幅 09:07 起']],
    ['到场人员', ['09:21', '周建国', '未掌握']],
    ['110、119、120', ['110 公安', '09:16', 'J0001', '09:20', '未掌握']],
    ['110、119、120', ['119 消防', '未拨打', '—', '—', '—']],
    ['通知清单', ['组长（单位主要负责人） 周建国', '09:12', '09:15', '超时 3 分钟\n无人接听 1 次']],
    ['危险物品', ['打火机，一次性', '自愿寄存', '赵刚', '未掌握']],
    ['证据', ['录像', '门厅 3 号 09:00 起', '09:24', '在监控系统中']],
    ['证据', ['照片', '横幅', '09:25', HASH]],
    ['证据', ['录音', '话筒', '09:26', '未掌握']],
    ['决定', ['09:27', '分批接谈', '推选五名代表', '周建国']],
    ['本类型要求的记录', ['车辆', '两辆中巴']],
    ['本类型要求的记录', ['代表', '未掌握']],
    ['报告', ['初报', '上级主管部门', '2026-11-23 09:00', '周建国']],
    ['电话记录', ['09:15', '组长（单位主要负责人） 周建国', '13900000000', '已告知，马上到', '王静']],
    ['电话记录', ['09:16', '110 公安', '110', '已拨打，接警号 J0001', '王静']],
  ])('%s has %j', (heading, row) => expect(gridUnder(blocks, heading)).toContainEqual(row));

  it('has the phone log as a part of its own, with the elements of incidents 3.3', () => {
    const log = blocks.slice(blocks.findIndex((block) => block.block === 'part'));
    const fields = [...tableRows(log).keys()];
    expect(fields).toEqual([
      ...['时间', '地点', '起因', '经过', '措施', '结果', '影响', '趋势', '已报告的对象及时间'],
      ...['报告单位', '报告人', '职务', '电话', '记录人', '记录时间'],
    ]);
    expect(tableRows(log).get('职务')).toBe('登记员');
  });
});

describe('the course of events on the sheet', () => {
  it('loses no line of a long one, and marks those that were corrected', () => {
    const many: Line[] = Array.from({ length: 600 }, (_, i) => [i % 60, { kind: 'note', text: `第${i}条` }]);
    const course = gridUnder(sheet(many).blocks, '经过');
    expect(course).toHaveLength(603);
    expect(course.map(([n]) => Number(n))).toEqual(Array.from({ length: 603 }, (_, i) => i + 1));
    for (let i = 0; i < 600; i++) expect(course[i + 3]?.[3]).toBe(`第${i}条`);
  });
  it('keeps what was corrected, and says that it was', () => {
    const entries = timelineOf([[1, { kind: 'note', text: '写错的一行' }]]);
    const wrong = entries.at(-1);
    const correction = {
      ...wrong,
      id: uuid(),
      n: entries.length,
      data: { kind: 'correction' as const, entryId: wrong?.id ?? '', text: '改' },
    };
    const { blocks } = sheet([], factsOf([...entries, correction] as typeof entries));
    expect(gridUnder(blocks, '经过').map((cells) => cells[3])).toEqual(expect.arrayContaining(['写错的一行（已更正）', '更正：改']));
  });
  it('says that nobody was signed in, and never why a care note was looked at', () => {
    const seen: Line = [1, { kind: 'care-seen', visitId: uuid(), reason: '疑似低血糖' }];
    const { blocks } = sheet([seen], {}, 'E07', false);
    expect(tableRows(blocks).get('报警方式')).toContain('当时无人登录');
    expect(gridUnder(blocks, '经过').at(-1)).toEqual(['4', '09:01:00', '+00:01:00', '查看关怀提示：A001 号', '未登录']);
    expect(JSON.stringify(blocks)).not.toContain('低血糖');
  });
});

describe('the sheet of a drill', () => {
  const { blocks, drill } = sheet([[5, { kind: 'review', limits: '做到', worked: '', improve: '无', score: 86 }]], {
    ...{ drill: true, drillPlan: '门口聚集', participants: '全体当班' },
  });
  it('says so at once, with plan, participants and score', () => {
    expect(drill).toBe(true);
    expect(blocks[0]).toEqual({ block: 'text', text: '这是一次演练，不是真实事件。' });
    const rows = tableRows(blocks);
    expect(['性质', '演练方案', '参加人员', '演练评分'].map((field) => rows.get(field))).toEqual(['演练', '门口聚集', '全体当班', '86 分']);
  });
});

describe('the phone log', () => {
  const log = (notes: number) => {
    const lines: Line[] = Array.from({ length: notes }, (_, i) => [1, { kind: 'note', text: `第${i}条` }]);
    const { blocks } = sheet(lines);
    return tableRows(blocks.slice(blocks.findIndex((block) => block.block === 'part')));
  };
  it('tells the course in full while one call can say it, and else where it stands', () => {
    expect(log(12).get('经过')?.split('\n')).toHaveLength(12);
    expect(log(13).get('经过')).toBe('见报告单「经过」，共 13 条。');
  });
});
