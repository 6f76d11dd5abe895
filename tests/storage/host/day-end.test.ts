import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { CheckItem } from '../../../shared/domain/day-end';
import { actor, CLERK, Desk, newDesk, register, staffIds } from './desk';
import { act } from './hall';
import { twoDesks } from './hub';
import { add, alarm } from './incident-signing';
import { first } from './lives';
import { begin, end, fillFocus } from './talk';

const facts = (desk: Desk) => desk.internal('internal.dayEnd.facts', null);
const WANG = { docType: 'resident-id' as const, docNumber: '34052419800101001X', name: '王建国', phone: '' };
/** A millisecond of the desk's clock: what was done before is then before. */
async function later(desk: Desk): Promise<void> {
  const from = Date.now();
  while (Date.now() <= from + 1) await facts(desk);
}
const bad = (key: CheckItem['key'], text: string): CheckItem => ({ key, level: 'bad', text, todo: '处理' });

describe('the end of a day at a desk', () => {
  it('counts cards, talks and incidents as they stand, and what is due', async () => {
    const desk = await newDesk();
    expect(await facts(desk)).toMatchObject({ cards: 0, talks: 0, incidents: 0, dueSoon: 0, closed: null, reports: [] });
    const { visitId } = await register(desk);
    const talk = await begin(desk, visitId, 'room-1');
    await alarm(desk);
    expect(await facts(desk)).toMatchObject({ cards: 1, talks: 1, incidents: 1 });
    await fillFocus(desk, talk);
    await end(desk, talk, { result: 'verify', department: '社保科' });
    await act(desk, visitId, { act: 'return' });
    expect(await facts(desk)).toMatchObject({ cards: 0, talks: 0, incidents: 1, dueSoon: 1 });
  });

  it('is closed with its reasons, by somebody, and is still so after a restart', async () => {
    const desk = await newDesk();
    await desk.internal('internal.dayEnd.close', { skipped: [{ key: 'backup', reason: '设备送修' }] }, staffIds.clerk);
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    expect((await facts(again)).closed).toMatchObject({ name: '赵登记', skipped: [{ key: 'backup', reason: '设备送修' }] });
    const trail = await again.request('audit.list', { limit: 5 }, actor(staffIds.admin, 'auditor'));
    expect(JSON.stringify(trail)).toContain('完成日终');
  });
});

describe('who comes after the day’s end', () => {
  it('opens the day again at that desk; the end and the 日报 are to be made once more', async () => {
    const desk = await newDesk();
    await register(desk);
    const { date } = await facts(desk);
    await desk.internal('internal.dayReport.make', { date }, staffIds.clerk);
    await later(desk);
    await desk.internal('internal.dayEnd.close', { skipped: [] }, staffIds.clerk);
    expect(await facts(desk)).toMatchObject({ closed: { name: '赵登记' }, reopened: null, reportBehind: false });
    expect(await first(desk, 'day.standing')).toEqual({ opened: false, ended: true, reopened: null });

    await later(desk);
    const { visitId } = await register(desk, { people: [WANG] });
    await begin(desk, visitId, 'room-1');
    const reopened = { name: '赵登记', visits: 1, talks: 1 };
    expect(await facts(desk)).toMatchObject({ closed: null, reopened, reportBehind: true });
    expect(await first(desk, 'day.standing')).toMatchObject({ ended: false, reopened });
    desk.kill();
    const again = new Desk(desk.disk);
    await again.open();
    expect(await facts(again), 'and is so after a restart').toMatchObject({ closed: null, reopened });

    await later(again);
    expect(await again.internal('internal.dayReport.make', { date }, staffIds.clerk)).toMatchObject({ edition: 2 });
    await again.internal('internal.dayEnd.close', { skipped: [] }, staffIds.clerk);
    expect(await facts(again)).toMatchObject({ closed: { name: '赵登记' }, reopened: null, reportBehind: false });
  });

  it('at another desk leaves this one ended, and its 日报 behind once the desks have met', async () => {
    const { one, other, hub } = await twoDesks();
    const meet = async (): Promise<void> => {
      await hub.publish(one, '01');
      await hub.publish(other, '02');
      for (const desk of [one, other]) await hub.bringAll(desk);
    };
    await meet();
    await register(one);
    const { date } = await facts(one);
    await later(one);
    await one.internal('internal.dayReport.make', { date }, staffIds.clerk);
    await one.internal('internal.dayEnd.close', { skipped: [] }, staffIds.clerk);
    await later(one);
    await register(other, { people: [WANG] });
    expect(await facts(one)).toMatchObject({ reportBehind: false });
    await meet();
    expect(await facts(one)).toMatchObject({ closed: { name: '赵登记' }, reopened: null, reportBehind: true });
    expect(await facts(other), 'the other was never ended').toMatchObject({ closed: null, reopened: null, reportBehind: true });
  });
});

describe('an opened day', () => {
  it('is one at every desk: the line of the first screen goes with it', async () => {
    const desk = await newDesk();
    expect(await first(desk, 'day.standing')).toMatchObject({ opened: false });
    await desk.request('facility.open', { reason: '早间已人工查看' }, actor(staffIds.clerk, 'coordinator'));
    expect(await first(desk, 'day.standing')).toMatchObject({ opened: true });
  });
});

describe('开机自检', () => {
  it('is a line once a day and a person, and only of what is red', async () => {
    const desk = await newDesk();
    const seen = async () => (await desk.internal('internal.selfCheck.facts', null)).seen.map(({ name, red }) => [name, red]);
    const good: CheckItem = { key: 'disk', level: 'good', text: '', todo: '' };
    await desk.internal('internal.selfCheck.seen', { items: [good] }, staffIds.clerk);
    expect(await seen()).toEqual([]);
    await desk.internal('internal.selfCheck.seen', { items: [good, bad('backup', '尚未设置备份')] }, staffIds.clerk);
    await desk.internal('internal.selfCheck.seen', { items: [bad('backup', '尚未设置备份'), bad('printer', '缺纸')] }, staffIds.clerk);
    await desk.internal('internal.selfCheck.seen', { items: [bad('printer', '缺纸')] }, staffIds.guard);
    await desk.internal('internal.selfCheck.seen', { items: [bad('printer', '缺纸')] }, null);
    expect(await seen()).toEqual([
      ['赵登记', ['backup']],
      ['钱安保', ['printer']],
    ]);
  });
});

describe('交接单', () => {
  it('holds open cards, things held, calls and the incident as they were, whatever happens later', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    await desk.request('item.deposit', { visitId, name: '雨伞', count: 1, feature: '蓝色', consent: true }, actor(staffIds.guard, 'guard'));
    const incident = await alarm(desk);
    await add(desk, incident, { kind: 'level', level: 3, reason: '人数增加' });
    const { parts } = await desk.request('handOver.draft', {}, CLERK);
    expect(parts.map(({ title }) => title)).toEqual(['未交还的卡', '寄存物品', '待打电话', '突发事件']);
    expect(parts[0]?.lines[0]).toContain('A001　李**');
    expect(parts[1]?.lines[0]).toContain('雨伞 1 件');
    expect(parts[2]?.lines.length).toBeGreaterThan(0);
    expect(parts[3]?.lines[0]).toContain('Ⅲ');
    const people = { giverId: staffIds.clerk, takerId: staffIds.guard };
    const { id } = await desk.internal('internal.handOver.add', { ...people, note: '钥匙在抽屉' }, staffIds.clerk);
    await add(desk, incident, { kind: 'controlled', text: '' });
    await add(desk, incident, { kind: 'lifted', reason: '人员离开' });
    const job = await desk.internal('internal.handOver.print', { id }, staffIds.clerk);
    const paper = JSON.stringify(job.content);
    for (const words of ['交班人赵登记', '接班人钱安保', '钥匙在抽屉', '雨伞 1 件', 'A001', 'Ⅲ']) expect(paper).toContain(words);
    expect(paper).not.toContain('李秀兰');
    expect((await facts(desk)).handOvers).toMatchObject([{ giverName: '赵登记', takerName: '钱安保' }]);
  });
});

describe('日报', () => {
  it('is kept with the figures it was made with; a later one is the next edition', async () => {
    const desk = await newDesk();
    await register(desk);
    const { date } = await facts(desk);
    const { id } = await desk.internal('internal.dayReport.make', { date }, staffIds.clerk);
    await register(desk, { people: [{ docType: 'resident-id', docNumber: '34052419800101001X', name: '王建国', phone: '' }] });
    expect(JSON.stringify((await desk.internal('internal.dayReport.model', { id })).model)).toContain('["合计","1","1"]');
    const second = await desk.internal('internal.dayReport.make', { date }, staffIds.clerk);
    expect(second.edition).toBe(2);
    const { model } = await desk.internal('internal.dayReport.model', second);
    expect(model).toMatchObject({ number: '第 2 版' });
    expect(JSON.stringify(model)).toContain('["合计","2","2"]');
    expect((await facts(desk)).reports.map(({ edition }) => edition)).toEqual([1, 2]);
    const job = await desk.internal('internal.dayReport.print', { id: second.id }, staffIds.clerk);
    expect(job).toMatchObject({ kind: 'day-report', label: `日报 ${date} 第 2 版` });
  });

  it('of a day to come is refused', async () => {
    const desk = await newDesk();
    expect(await desk.try('dayReport.look', { date: '2099-01-01' }, CLERK)).toMatchObject({
      ok: false,
      error: { fields: { date: expect.any(String) } },
    });
  });
});
