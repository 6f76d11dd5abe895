import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InputOf } from '../../../shared/contract';
import { contentsOf } from './contents';
import { actor, CLERK, type Desk, GUO, newDesk, register, staffIds } from './desk';
import { at, COORDINATOR, DAY, preparationOf as day, enter, GUARD, grade, LEADER } from './forecast-desk';

const HOUSE = actor(staffIds.talker, 'logistics');
const INTERVIEWER = actor(staffIds.talker, 'interviewer');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:40:00'));
});
afterEach(() => vi.useRealTimers());

const only = async (desk: Desk) => {
  const [item] = (await day(desk)).items;
  if (!item) throw new Error('nothing to prepare for');
  return item;
};
const step = async (desk: Desk, key: string) => {
  const found = (await only(desk)).steps.find((each) => each.key === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
};
const high = (desk: Desk, time = '10:00') => enter(desk, { who: '某小区业主', heads: 8, time });
const notify = (desk: Desk, itemId: string, over: Partial<InputOf<'summons.notify'>> = {}) =>
  desk.request('summons.notify', { itemId, department: '住建科', method: 'phone', limitMinutes: 20, ...over }, COORDINATOR);
const all = { gate: 'good', 'doors-windows': 'good', 'fire-exits': 'good' } as const;

describe('a checklist', () => {
  it('is made for 关注 and above alone, counted back from the planned time', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '一人', heads: 1, time: '09:30' });
    expect((await day(desk)).items).toEqual([]);
    const { id } = await high(desk);
    const item = await only(desk);
    expect(item).toMatchObject({ id, grade: 'high', compressed: false, begun: null });
    expect(item.steps.map(({ key, dueAt, state }) => [key, dueAt, state])).toEqual([
      ...['summons', 'patrol', 'resources', 'cordon'].map((key) => [key, at('09:00:00'), 'open']),
      ['room', at('09:30:00'), 'open'],
      ['team', at('09:40:00'), 'open'],
      ['briefing', at('09:40:00'), 'open'],
    ]);
    await grade(desk, id, { grade: 'general', suggested: 'high', reason: '已电话劝返' });
    expect((await day(desk)).items).toEqual([]);
  });

  it('is worked off against the clock, and says what came after its time', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk);
    const tick = (key: string, act: 'done' | 'omitted' | 'reopened' = 'done', note = '') =>
      desk.try('preparation.step', { itemId, step: key, act, note }, GUARD);
    vi.setSystemTime(at('08:55:00'));
    expect(await tick('resources')).toMatchObject({ ok: true });
    vi.setSystemTime(at('09:04:00'));
    expect(await tick('cordon', 'done', '入口拉警戒线')).toMatchObject({ ok: true });
    expect(await step(desk, 'resources')).toMatchObject({ state: 'done', lateMinutes: 0, byName: '钱安保' });
    expect(await step(desk, 'cordon')).toMatchObject({ state: 'done', lateMinutes: 4, note: '入口拉警戒线' });
    expect(await tick('summons'), 'no tick without a name and a time').toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await tick('cordon', 'omitted', '来不及'), 'there was time').toMatchObject({ ok: false });
    expect(await tick('no-step')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await tick('resources', 'reopened');
    expect(await step(desk, 'resources')).toMatchObject({ state: 'open' });
  });

  it('with less time than it wants says so, and the steps that were pressed are written down once, whoever begins', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk, '09:25');
    expect(await only(desk)).toMatchObject({ compressed: true, begun: null });
    const omit = (note: string) => desk.try('preparation.step', { itemId, step: 'resources', act: 'omitted', note }, COORDINATOR);
    expect(await omit('')).toMatchObject({ ok: false, error: { fields: { note: '请写明为什么省略' } } });
    expect((await only(desk)).begun).toBeNull();
    await omit('物资昨天已到位');
    const item = await only(desk);
    expect(item.begun).toMatchObject({
      staffName: '赵登记',
      steps: expect.arrayContaining(['业务科室熟悉政策的人员到场', '警戒线、隔离带就位']),
    });
    expect(item.begun?.steps).not.toContain('接访室布置');
    expect(await step(desk, 'resources')).toMatchObject({ state: 'omitted', note: '物资昨天已到位', compressed: true });
    await desk.request('preparation.begin', { itemId }, LEADER);
    const { rows } = await contentsOf(desk.disk, '01');
    expect(rows.preparationActs?.filter((row) => (row as { act: string }).act === 'begin')).toHaveLength(1);
  });

  it('counts from the grading that asked for it: 59 minutes before is too late, 60 is not', async () => {
    const desk = await newDesk();
    const { id } = await enter(desk, { who: '一人', heads: 1, time: '10:00' });
    vi.setSystemTime(at('09:00:00'));
    await grade(desk, id, { grade: 'high', suggested: 'general' });
    expect((await only(desk)).compressed).toBe(false);
    await grade(desk, id, { grade: 'general', suggested: 'general', reason: '核实有误' });
    vi.setSystemTime(at('09:01:00'));
    await grade(desk, id, { grade: 'high', suggested: 'general' });
    expect((await only(desk)).compressed).toBe(true);
    const enough = await desk.try('preparation.begin', { itemId: (await high(desk, '15:00')).id }, COORDINATOR);
    expect(enough).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('what settles its steps', () => {
  it('a department: 通知, 应答 with a name, 到场, each with its time (plan S06, S35)', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk);
    const { id } = await notify(desk, itemId);
    expect(await step(desk, 'summons')).toMatchObject({ state: 'open', missing: '已通知，等科室报到场人员姓名' });
    expect(await desk.try('summons.arrive', { id }, GUARD)).toMatchObject({
      ok: false,
      error: { fields: { attendee: '请填写到场人员姓名' } },
    });
    vi.setSystemTime(at('08:45:00'));
    await desk.request('summons.answer', { id, attendee: '李明' }, COORDINATOR);
    vi.setSystemTime(at('08:58:00'));
    await desk.request('summons.arrive', { id }, GUARD);
    expect((await only(desk)).summons).toMatchObject([
      {
        department: '住建科',
        attendee: '李明',
        notifiedAt: at('08:40:00'),
        answeredAt: at('08:45:00'),
        arrivedAt: at('08:58:00'),
        limitMinutes: 20,
      },
    ]);
    expect(await step(desk, 'summons')).toMatchObject({ state: 'done', doneAt: at('08:45:00'), note: '住建科 李明' });
    expect(await desk.try('summons.arrive', { id }, GUARD)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('rounds: more for 高风险, and a missing or blocked way out keeps the step open (plan S15, S36)', async () => {
    const desk = await newDesk();
    expect((await day(desk)).roundsNeeded).toBe(1);
    await high(desk);
    expect((await day(desk)).roundsNeeded).toBe(4);
    const round = (points: InputOf<'patrol.add'>['points'], note = '') => desk.try('patrol.add', { points, note }, GUARD);
    expect(await round({})).toMatchObject({ ok: false });
    for (let n = 0; n < 4; n++) expect(await round(all)).toMatchObject({ ok: true });
    expect(await step(desk, 'patrol')).toMatchObject({ state: 'done', note: '4 次' });
    expect(await round({ ...all, 'fire-exits': 'fault' })).toMatchObject({ ok: false, error: { fields: { note: '请写明异常情况' } } });
    vi.setSystemTime(at('08:50:00'));
    await round({ ...all, 'fire-exits': 'fault' }, '消防通道停了货车');
    expect(await step(desk, 'patrol')).toMatchObject({ state: 'open', missing: expect.stringContaining('消防通道异常') });
    vi.setSystemTime(at('08:52:00'));
    await round({ ...all, 'fire-exits': 'mended' });
    expect(await step(desk, 'patrol')).toMatchObject({ state: 'done' });
    expect((await day(desk)).rounds).toHaveLength(6);
  });

  it('a room: fit for who comes, with everything in it (plan S37, S38)', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk);
    const { preparation } = await desk.internal('internal.settings', null);
    const items = preparation.roomItems.map(({ id }) => id);
    const set = (over: Partial<InputOf<'preparation.room'>>) =>
      desk.try('preparation.room', { itemId, needs: ['mobility'], roomId: 'room-1', items, ...over }, HOUSE);
    expect(await set({ roomId: '' })).toMatchObject({ ok: false, error: { fields: { roomId: '请选择接访室' } } });
    expect(await set({ roomId: 'room-2' })).toMatchObject({ ok: false, error: { fields: { roomId: '这一间轮椅进不去，请另选' } } });
    expect(await set({ items: items.slice(1) })).toMatchObject({ ok: true });
    expect(await step(desk, 'room')).toMatchObject({ state: 'open', missing: '第一接访室还缺：圆桌、座椅' });
    await set({});
    expect(await step(desk, 'room')).toMatchObject({ state: 'done', byName: '李接谈', note: '第一接访室' });
  });

  it('three different people for the talk (plan S41)', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk);
    const team = (lead: string, recorder: string, observer: string) =>
      desk.try('preparation.team', { itemId, lead, recorder, observer }, COORDINATOR);
    const { clerk, guard, talker } = staffIds;
    expect(await team(talker, clerk, talker)).toMatchObject({ ok: false, error: { fields: { observer: '李接谈已有分工，请另选' } } });
    expect(await team(talker, clerk, guard)).toMatchObject({ ok: true });
    expect(await step(desk, 'team')).toMatchObject({ state: 'done', note: '主谈 李接谈、记录 赵登记、观察 钱安保' });
  });

  it('its team is proposed where the talk begins: for the visit of its matter, or else of its person, and for no other (plan S41)', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const other = await register(desk, { people: [GUO] });
    const visit = await desk.request('visit.get', { id: visitId }, CLERK);
    const prepared = (id: string) => desk.request('interview.preparedTeam', { visitId: id }, INTERVIEWER);
    const { clerk, guard, talker, admin } = staffIds;
    const set = (itemId: string, lead: string) =>
      desk.request('preparation.team', { itemId, lead, recorder: clerk, observer: guard }, COORDINATOR);
    expect(await prepared(visitId)).toBeNull();
    const ofMatter = await enter(desk, { who: '某小区业主', heads: 8, matterId: visit.matterId });
    expect(await prepared(visitId), 'nobody was set yet').toBeNull();
    await set(ofMatter.id, talker);
    vi.setSystemTime(at('08:45:00'));
    const ofPerson = await enter(desk, { who: '一人', heads: 6, personId: visit.people[0]?.id ?? '' });
    await set(ofPerson.id, admin);
    expect(await prepared(visitId)).toEqual({ lead: talker, recorder: clerk, observer: guard });
    expect(await prepared(other.visitId)).toBeNull();
    await desk.request('forecast.withdraw', { id: ofMatter.id, reason: '重复' }, COORDINATOR);
    expect(await prepared(visitId)).toEqual({ lead: admin, recorder: clerk, observer: guard });
    await desk.internal('internal.saveStaff', {
      staff: { id: guard, name: '钱安保', roles: ['guard'], phone: '', qualifications: [], active: false, onDuty: false },
    });
    expect(await prepared(visitId), 'who left is not proposed').toEqual({ lead: admin, recorder: clerk, observer: '' });
  });

  it('a meeting: who was absent, how late it began (plan S39)', async () => {
    const desk = await newDesk();
    const { id: itemId } = await high(desk);
    vi.setSystemTime(at('09:50:00'));
    const meeting = { date: DAY, itemIds: [itemId], startedAt: '09:45', hostId: staffIds.admin, present: [staffIds.clerk] };
    expect(await desk.try('meeting.add', { ...meeting, startedAt: '09:55' }, LEADER)).toMatchObject({
      ok: false,
      error: { fields: { startedAt: expect.stringContaining('09:50') } },
    });
    await desk.request('meeting.add', meeting, LEADER);
    expect((await day(desk)).meetings).toMatchObject([
      { hostName: '孙管理', present: ['孙管理', '赵登记'], absent: ['钱安保', '李接谈'], lateMinutes: 5 },
    ]);
    expect(await step(desk, 'briefing')).toMatchObject({ state: 'done', lateMinutes: 5, note: '缺席：钱安保、李接谈' });
  });
});
