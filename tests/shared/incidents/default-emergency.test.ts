import { describe, expect, it } from 'vitest';
import { EmergencySettings, LEVELS, type Level } from '../../../shared/domain/emergency';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { DEFAULT_EMERGENCY } from '../../../shared/incidents/default-emergency';

const { levels, conducts, contacts } = DEFAULT_EMERGENCY;
const rule = (level: Level) => levels.find((each) => each.level === level);
const limits = (level: Level) => Object.fromEntries(rule(level)?.calls.map((call) => [call.to, call.within]) ?? []);

describe('the response of a new hall (incidents 3.2, 3.3)', () => {
  it('fits its schema and has every level once', () => {
    expect(EmergencySettings.parse(DEFAULT_EMERGENCY)).toEqual(DEFAULT_EMERGENCY);
    expect(levels.map((each) => each.level)).toEqual([...LEVELS]);
  });
  it('sends after 10 seconds, waits 5 minutes for a task, 24 hours for the summary', () =>
    expect(DEFAULT_EMERGENCY).toMatchObject({ sendAfterSeconds: 10, taskMinutes: 5, summaryHours: 24 }));

  it.each([
    [4, { peopleFrom: 0, commander: 'reception-leader', controlWithin: 15, reportByPhone: null, reportInWriting: null }],
    [3, { peopleFrom: 5, commander: 'deputy', controlWithin: 30, reportByPhone: 120, reportInWriting: 120 }],
    [2, { peopleFrom: 30, commander: 'head', controlWithin: null, reportByPhone: 20, reportInWriting: 40 }],
    [1, { peopleFrom: 100, commander: 'head', controlWithin: null, reportByPhone: 20, reportInWriting: 40 }],
    [4, { followUpEvery: null, reviewWithinDays: null }],
    [3, { followUpEvery: null, reviewWithinDays: 5 }],
    [2, { followUpEvery: 60, reviewWithinDays: 10 }],
    [1, { followUpEvery: 30, reviewWithinDays: 10 }],
  ] as const)('level %i has its numbers', (level, numbers) => expect(rule(level)).toMatchObject(numbers));

  const above = (within: number) => ({ superior: within, 'duty-office': within, 'joint-office': within });
  it.each([
    [4, { 'reception-leader': 0, coordination: 5 }],
    [3, { 'security-leader': 0, coordination: 3, deputy: 5, head: 10, department: 10, ...above(120) }],
    [2, { 'service-110': 0, 'service-120': 0, 'security-leader': 0, deputy: 5, head: 5, ...above(20) }],
    [1, { 'service-110': 0, 'service-120': 0, head: 0, 'petition-superior': 20, 'petition-national': 20, ...above(20) }],
  ] as const)('level %i tells whom it must', (level, calls) => expect(limits(level)).toMatchObject(calls));

  it('whoever is told at one level is told at the next, no later', () => {
    for (const [low, high] of [
      [4, 3],
      [3, 2],
      [2, 1],
    ] as const) {
      for (const [to, within] of Object.entries(limits(low))) expect(limits(high)[to], `${to} at ${high}`).toBeLessThanOrEqual(within);
    }
  });
  it('calls and is commanded by contacts that there are, each once', () => {
    const keys = contacts.map((contact) => contact.key);
    for (const each of levels) {
      expect([each.commander, ...each.calls.map((call) => call.to)].filter((key) => !keys.includes(key))).toEqual([]);
      expect(new Set(each.calls.map((call) => call.to)).size).toBe(each.calls.length);
    }
  });
});

describe('conducts', () => {
  it('have ids of their own, and there are some for every level', () => {
    expect(new Set(conducts.map((conduct) => conduct.id)).size).toBe(conducts.length);
    expect([...new Set(conducts.map((conduct) => conduct.level))].sort((a, b) => b - a)).toEqual([...LEVELS]);
  });
  it.each([1, 2, 3, 4, 5, 6])('item %i of 条例 26 条 is reached by one at least', (clause) =>
    expect(conducts.some((conduct) => conduct.clause === clause)).toBe(true),
  );
  it.each([
    [4, ['情绪激动', '高声', '短时滞留']],
    [3, ['辱骂', '横幅', '推搡', '下班以后', '拍摄或直播', '突发疾病', '部分接待']],
    [2, ['堵门', '堵路', '危险物品', '扬言自伤', '已经自伤', '殴打', '毁坏', '扩散', '受伤', '中断']],
    [1, ['冲击', '打砸', '纵火', '劫持', '死亡', '跨单位串联', '失去控制']],
  ] as const)('level %i has what the matrix lists', (level, words) => {
    const labels = conducts.filter((conduct) => conduct.level === level).map((conduct) => conduct.label);
    for (const word of words)
      expect(
        labels.filter((label) => label.includes(word)),
        word,
      ).toHaveLength(1);
  });
  it('illness, harm to oneself and being upset are no offence of 条例 26 条', () => {
    const free = conducts.filter((conduct) => /疾病|自伤|激动|受伤|死亡|可疑/.test(conduct.label));
    expect(free.map((conduct) => conduct.clause)).toEqual(free.map(() => 0));
    expect(free.length).toBeGreaterThanOrEqual(6);
  });
});

describe('contacts', () => {
  it('have keys of their own', () => expect(new Set(contacts.map((contact) => contact.key)).size).toBe(contacts.length));
  it('give the three numbers that are the same everywhere, and no other', () =>
    expect(contacts.filter((contact) => contact.phone !== '').map((contact) => [contact.key, contact.phone])).toEqual([
      ['service-110', '110'],
      ['service-119', '119'],
      ['service-120', '120'],
    ]));
  it('are told with words that only hold placeholders that are filled in', () => {
    for (const { key, script } of contacts) {
      expect(script.replace(/\{(unit|place|event|people|desk)\}/g, ''), key).not.toMatch(/[{}]/);
      expect(script.length, key).toBeGreaterThan(15);
    }
  });
  it('say where it is, and to outsiders who calls', () => {
    for (const { key, script } of contacts.filter((contact) => contact.group === '')) expect(script, key).toContain('{unit}');
    for (const key of ['service-110', 'service-119', 'service-120'])
      expect(contacts.find((contact) => contact.key === key)?.script).toContain('{place}');
  });
  it.each(['family', 'guardian', 'local-authority', 'responsible-unit', 'responsible-unit-township', 'civil-affairs'])(
    '%s is not told what it is called',
    (key) => expect(contacts.find((contact) => contact.key === key)?.script).not.toContain('{event}'),
  );
  it('are each referred to by a plan or a level, but those of the sheet beside the telephone and the command that takes over', () => {
    const used = new Set([
      ...Object.values(CATALOGUE).flatMap((plan) => plan.calls.map((call) => call.to)),
      ...levels.flatMap((each) => [each.commander, ...each.calls.map((call) => call.to)]),
    ]);
    expect(contacts.map((contact) => contact.key).filter((key) => !used.has(key))).toEqual(['hospital', 'catering', 'field-command']);
  });
});
