import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract, type OutputOf } from '../../../shared/contract';
import { contentsOf } from './contents';
import { CLERK, type Desk, newDesk, register } from './desk';
import { ANALYST, at, COORDINATOR, DAY, enter, GUARD, grade, LEADER } from './forecast-desk';
import { Hub, joinedDesk } from './hub';
import { first } from './lives';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:40:00'));
});
afterEach(() => vi.useRealTimers());

const day = async (desk: Desk) =>
  contract['forecast.day'].output.parse(await first(desk, 'forecast.day', { date: DAY }, ANALYST)) as OutputOf<'forecast.day'>;
const warnings = async (desk: Desk) =>
  contract['forecast.warnings'].output.parse(await first(desk, 'forecast.warnings', { date: DAY }, GUARD)) as OutputOf<'forecast.warnings'>;
const publish = (desk: Desk, note = '') => desk.request('forecast.publish', { requestId: uuid(), date: DAY, note }, ANALYST);
const receive = (desk: Desk, id: string, group: 'security' | 'logistics' | 'reception', person = '', who = GUARD) =>
  desk.try('forecast.receive', { requestId: uuid(), id, group, person }, who);

describe('疑似串联', () => {
  const decide = (desk: Desk, memberIds: string[], accepted: boolean, reason = '') =>
    desk.try('forecast.decideLink', { requestId: uuid(), date: DAY, kind: 'place', memberIds, accepted, reason }, ANALYST);

  it('is proposed from the third item of one place on, decided by a person, and asked again when another joins', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '甲', place: '城关镇' });
    await enter(desk, { who: '乙', place: '城关镇 ' });
    expect((await day(desk)).links).toEqual([]);
    await enter(desk, { who: '丙', place: '城关镇' });
    const [link] = (await day(desk)).links;
    expect(link).toMatchObject({ kind: 'place', subject: '城关镇', decision: null, since: 0 });
    const ids = link?.members.map(({ id }) => id) ?? [];
    expect(await decide(desk, ids, false)).toMatchObject({ ok: false, error: { fields: { reason: '不采纳须写明理由' } } });
    expect(await decide(desk, ids.slice(1), true)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await decide(desk, ids, false, '三件互不相干')).toMatchObject({ ok: true });
    expect((await day(desk)).links).toMatchObject([{ decision: { accepted: false, reason: '三件互不相干', staffName: '李接谈' } }]);
    await enter(desk, { who: '丁', place: '城关镇' });
    expect((await day(desk)).links).toMatchObject([{ decision: null, since: 1 }]);
  });

  it('counts the visits of the day in one matter, each person once', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { matterId, personId } = await desk.request('visit.get', { id: visitId }, CLERK);
    await enter(desk, { who: '李秀兰', personId, matterId });
    await enter(desk, { who: '乙', matterId });
    expect((await day(desk)).links, 'the visitor and her own announcement are one person').toEqual([]);
    await enter(desk, { who: '丙', matterId });
    const [link] = (await day(desk)).links;
    expect(link).toMatchObject({ kind: 'matter', subject: '退休待遇核定有误' });
    expect(link?.members.map(({ text }) => text).sort()).toEqual(['A001', '丙', '乙', '李秀兰'].sort());
  });
});

describe('预警建议', () => {
  it('goes to the leading group, whose first word holds', async () => {
    const desk = await newDesk();
    const input = { requestId: uuid(), date: DAY, risk: '可能聚集', basis: '三件同属一地', advice: '增派安保' };
    const { id } = await desk.request('forecast.propose', input, ANALYST);
    const decide = (adopted: boolean, person: string, reason: string, who = LEADER) =>
      desk.try('forecast.decide', { requestId: uuid(), id, adopted, person, reason }, who);
    expect(await decide(false, '', '', COORDINATOR)).toMatchObject({
      error: { fields: { person: expect.any(String), reason: expect.any(String) } },
    });
    vi.setSystemTime(at('08:44:00'));
    expect(await decide(true, '', '')).toMatchObject({ ok: true });
    expect(await decide(false, '', '另有安排')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await day(desk)).proposals).toMatchObject([
      {
        ...{ id, risk: '可能聚集', advice: '增派安保' },
        decision: { at: at('08:44:00'), adopted: true, person: '孙管理', byName: '孙管理' },
      },
    ]);
  });
});

describe('预警发布', () => {
  it('tells the five groups what stands, the gravest first, and says what no person has graded', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '甲', time: '09:00' });
    const b = await enter(desk, {
      who: '乙',
      heads: 7,
      time: '10:00',
      extreme: true,
      traits: { health: '心脏病史', conduct: '曾扬言跳楼' },
    });
    const c = await enter(desk, { who: '丙' });
    await grade(desk, b.id, { grade: 'high', suggested: 'high' });
    await desk.request('forecast.withdraw', { id: c.id, reason: '已化解' }, COORDINATOR);
    await publish(desk, '加强巡查');
    const [told] = await warnings(desk);
    expect(told).toMatchObject({ n: 1, note: '加强巡查', staffName: '李接谈' });
    expect(told?.lines.map(({ who, grade: g, decided }) => [who, g, decided])).toEqual([
      ['乙', 'high', true],
      ['甲', 'general', false],
    ]);
    expect(told?.groups.map(({ group, receipt }) => [group, receipt])).toEqual(
      ['coordination', 'reception', 'security', 'logistics', 'analysis'].map((group) => [group, null]),
    );
    expect(JSON.stringify(told)).not.toMatch(/心脏|跳楼|极端/);
  });

  it('stays as it was told, and what changes goes with the next one', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk, { who: '甲' });
    await publish(desk);
    await enter(desk, { id, who: '甲', heads: 9 });
    await publish(desk);
    const told = await warnings(desk);
    expect(told.map(({ n, lines }) => [n, lines[0]?.heads])).toEqual([
      [2, 9],
      [1, null],
    ]);
  });

  it('is taken by each group once, by itself or by name', async () => {
    const desk = await newDesk();
    await enter(desk);
    const { id } = await publish(desk);
    expect((await first(desk, 'forecast.now', {}, GUARD)).unread).toHaveLength(5);
    expect(await receive(desk, id, 'logistics')).toMatchObject({ ok: false, error: { fields: { person: expect.any(String) } } });
    expect(await receive(desk, id, 'security')).toMatchObject({ ok: true });
    vi.setSystemTime(at('08:58:00'));
    expect(await receive(desk, id, 'logistics', '周后勤')).toMatchObject({ ok: true });
    expect(await receive(desk, id, 'logistics', '吴后勤')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const [told] = await warnings(desk);
    expect(told?.groups.filter(({ receipt }) => receipt).map(({ group, receipt }) => [group, receipt?.person])).toEqual([
      ['security', '钱安保'],
      ['logistics', '周后勤'],
    ]);
    expect((await first(desk, 'forecast.now', {}, GUARD)).unread).toEqual(['coordination', 'reception', 'analysis']);
  });

  it('a day without items is published when every channel said so, and not before', async () => {
    const desk = await newDesk();
    const early = await desk.try('forecast.publish', { requestId: uuid(), date: DAY }, ANALYST);
    expect(early).toMatchObject({ ok: false, error: { message: expect.stringContaining('信访业务系统、12345、基层报送') } });
    for (const channel of ['system', 'hotline', 'grassroots'] as const)
      await desk.request('forecast.confirmNone', { date: DAY, channel }, COORDINATOR);
    await publish(desk);
    expect((await warnings(desk))[0]?.lines).toEqual([]);
  });

  it('prints the list with its receipts, and neither health nor conduct', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '甲', heads: 5, extreme: true, traits: { health: '心脏病史', conduct: '曾扬言跳楼' } });
    const { id } = await publish(desk);
    await receive(desk, id, 'security');
    const { content, printer } = await desk.internal('internal.print.forecast', { id }, ANALYST.staffId);
    expect(printer).toBe('卡片机');
    if (content.kind !== 'forecast') throw new Error('another paper');
    expect(content.model.lines).toMatchObject([
      { grade: '高风险', decided: false, time: '未掌握', who: '甲', heads: '5', place: '未掌握' },
    ]);
    expect(content.model.groups).toContainEqual({ name: '安全保障组', person: '钱安保', at: '08:40' });
    expect(JSON.stringify(content)).not.toMatch(/心脏|跳楼|极端/);
  });
});

describe('two desks that were apart', () => {
  it('have the same forecast afterwards: items, gradings, receipts of both', async () => {
    const one = await newDesk();
    const other = await joinedDesk(one.disk, '02');
    const hub = new Hub(one.disk.hallId);
    const meet = async (): Promise<void> => {
      for (const [desk, code] of [
        [one, '01'],
        [other, '02'],
      ] as const)
        await hub.publish(desk, code);
      for (const desk of [one, other]) await hub.bringAll(desk);
    };
    const { id: item } = await enter(one, { who: '甲', heads: 5, traits: { health: '心脏病史' } });
    await meet();
    const { id } = await publish(one);
    await meet();
    await grade(one, item, { grade: 'high', suggested: 'high' });
    vi.setSystemTime(at('08:47:00'));
    await grade(other, item, { grade: 'attention', suggested: 'high', reason: '已经联系' });
    await receive(one, id, 'security');
    await receive(other, id, 'security', '另一位');
    await receive(other, id, 'reception', '何接谈');
    await enter(other, { who: '乙', date: DAY });
    await meet();
    await meet();
    expect(await contentsOf(other.disk, '02')).toEqual(await contentsOf(one.disk, '01'));
    const list = contract['forecast.list'].input.parse({ date: DAY });
    const rows = await first(one, 'forecast.list', list, ANALYST);
    expect(rows.items.map(({ who, grade: g, gradedAt, grades }) => [who, g, gradedAt, grades.length])).toEqual([
      ['甲', 'attention', at('08:40:00'), 2],
      ['乙', null, null, 0],
    ]);
    const [told] = await warnings(other);
    expect(told?.groups.flatMap(({ receipt }) => receipt?.person ?? [])).toEqual(['何接谈', '钱安保']);
  });
});
