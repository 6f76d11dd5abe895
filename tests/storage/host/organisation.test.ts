import { describe, expect, it } from 'vitest';
import type { InputOf } from '../../../shared/contract';
import { Seat } from '../../../shared/domain/organisation';
import { addDays, dayOf } from '../../../shared/rules/time';
import { actor, Desk, Disk, newDesk, staffIds } from './desk';
import { liveOnce } from './live-once';

const ADMIN = actor(staffIds.admin, 'administrator');
const LEADER = actor(staffIds.talker, 'leader', 'coordinator', 'logistics');
const DAY_MS = 86_400_000;
const DRILL: InputOf<'incident.drill'> = {
  requestId: '0197f0c0-0000-7000-8000-00000000000a',
  code: 'E03',
  plan: '推搡',
  participants: '全体',
};
const today = (desk: Desk): string => dayOf(Date.now() + desk.disk.clockOffsetMs);
const seat = (over: Partial<Seat>): Seat => Seat.parse({ key: 'head', group: 'lead', kind: 'head', ...over });
const save = (desk: Desk, over: Partial<InputOf<'organisation.save'>> = {}) =>
  desk.try(
    'organisation.save',
    { from: today(desk), seats: [seat({ staffId: staffIds.talker, deputyStaffId: staffIds.guard })], ...over },
    ADMIN,
  );
const view = (desk: Desk, day = today(desk)) => liveOnce(desk, 'organisation.view', { day });

/** The same hall, another day. */
async function later(desk: Desk, days: number): Promise<Desk> {
  desk.kill();
  desk.disk.clockOffsetMs += days * DAY_MS;
  const next = new Desk(desk.disk);
  await next.open();
  return next;
}

describe('the organisation', () => {
  it('is refused without 组长, with the sentence beside, and nothing is stored', async () => {
    const desk = await newDesk();
    const before = desk.disk.journal.length;
    const refused = await save(desk, { seats: [seat({ group: 'security', person: '王安保' })] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused', fields: { seats: expect.stringContaining('须有组长') } } });
    expect(desk.disk.journal.length).toBe(before);
    expect((await view(desk)).edition).toBeNull();
  });

  it('shows a past day with the people of that day, whatever was saved and renamed since', async () => {
    let desk = await newDesk();
    const first = today(desk);
    expect(await save(desk, { seats: [seat({ staffId: staffIds.talker, post: '局长' })] })).toMatchObject({ ok: true });
    desk = await later(desk, 10);
    await desk.internal('internal.saveStaff', {
      staff: { id: staffIds.talker, name: '李改名', roles: ['interviewer'], phone: '', active: true, onDuty: true, qualifications: [] },
    });
    await desk.request('organisation.save', { from: today(desk), seats: [seat({ person: '新组长' })] }, ADMIN);
    expect((await view(desk, first)).edition?.seats).toMatchObject([{ person: '李接谈', post: '局长' }]);
    expect((await view(desk, addDays(first, 9))).edition?.seats).toMatchObject([{ person: '李接谈' }]);
    expect((await view(desk)).edition?.seats).toMatchObject([{ person: '新组长' }]);
    expect((await view(desk, addDays(first, -1))).edition).toBeNull();
    expect(await save(desk, { from: first }), 'a past day is not written anew').toMatchObject({ ok: false });
    expect((await view(desk)).editions.map(({ from }) => from)).toEqual([addDays(first, 10), first]);
  });

  it('gives the call list its holders and substitutes: who is away is named with who is told', async () => {
    const desk = await newDesk();
    const pair = { staffId: staffIds.talker, deputyStaffId: staffIds.guard };
    await save(desk, { seats: [seat(pair), seat({ key: 'security', group: 'security', ...pair })] });
    expect((await view(desk)).today).toMatchObject([{ person: '李接谈', insteadOf: '', absent: false }, {}]);
    await desk.request('staff.duty', { id: staffIds.talker, onDuty: false }, ADMIN);
    expect((await view(desk)).today).toMatchObject([{ person: '钱安保', insteadOf: '李接谈', absent: true }, {}]);
    const { id } = await desk.request('incident.drill', DRILL, LEADER);
    const running = await liveOnce(desk, 'incident.view', { id }, LEADER);
    expect(running?.calls.find(({ contact }) => contact === 'security-leader')).toMatchObject({ person: '钱安保', insteadOf: '李接谈' });
  });

  it('keeps no name in the journal in the clear', async () => {
    const desk = await newDesk();
    await save(desk, { seats: [seat({ person: '某某组长', phone: '13912345678' })] });
    const bytes = desk.disk.journal.map((payload) => Buffer.from(payload).toString('utf8')).join('');
    expect(bytes).not.toContain('某某组长');
    expect(bytes).not.toContain('13912345678');
  });
});
describe('the roster of a day', () => {
  const roster = (desk: Desk, date = today(desk)) => liveOnce(desk, 'roster.view', { date });
  it('is proposed by role, wants a reason where it falls short, and sets who is 当班', async () => {
    const desk = await newDesk();
    const proposed = await roster(desk);
    expect(proposed.saved).toBeNull();
    expect(proposed.members.map(({ name, post }) => `${name} ${post}`)).toEqual(['赵登记 registrar', '钱安保 guard', '李接谈 interviewer']);
    const posts = { [staffIds.clerk]: 'recorder' as const };
    const refused = await desk.try('roster.save', { date: today(desk), posts }, LEADER);
    expect(refused).toMatchObject({ ok: false, error: { fields: { reason: expect.any(String) } } });
    expect((await roster(desk)).saved).toBeNull();
    await desk.request('roster.save', { date: today(desk), posts, reason: '其余人员培训，邻近单位支援' }, LEADER);
    const saved = (await roster(desk)).saved;
    expect(saved?.reason).toContain('培训');
    expect(saved?.shortages).toEqual(expect.arrayContaining(['应配2名专职协调员，现0名', '应配4名专职安保，现0名']));
    const staff = await liveOnce(desk, 'staff.list', {}, ADMIN);
    expect(
      staff.filter(({ onDuty }) => onDuty).map(({ name }) => name),
      'the administrator is on no roster',
    ).toEqual(['赵登记', '孙管理']);
  });

  it('names who stands in for an absent head, or that nobody can', async () => {
    const desk = await newDesk();
    await save(desk);
    const reason = '人手不足';
    await desk.request('roster.save', { date: today(desk), posts: { [staffIds.guard]: 'guard' }, reason }, LEADER);
    expect((await roster(desk)).saved?.standIns).toEqual([{ seat: '领导小组组长', person: '钱安保', insteadOf: '李接谈' }]);
    await desk.request('roster.save', { date: today(desk), posts: { [staffIds.clerk]: 'registrar' }, reason }, LEADER);
    const { saved } = await roster(desk);
    expect(saved?.standIns).toEqual([]);
    expect(saved?.shortages).toContain('领导小组组长李接谈不在岗，没有可联系的代理人');
  });

  it('ahead changes nobody’s 当班 until it is confirmed on its day; a past one is not written anew', async () => {
    let desk = await newDesk();
    const posts = { [staffIds.clerk]: 'registrar' as const };
    await desk.request('roster.save', { date: addDays(today(desk), 1), posts, reason: '待补' }, LEADER);
    const staff = await liveOnce(desk, 'staff.list', {}, ADMIN);
    expect(staff.every(({ onDuty }) => onDuty)).toBe(true);
    const past = await desk.try('roster.save', { date: addDays(today(desk), -1), posts, reason: '补' }, LEADER);
    expect(past).toMatchObject({ ok: false, error: { code: 'refused' } });
    desk = await later(desk, 1);
    expect((await roster(desk)).saved).toMatchObject({ confirmed: false });
    expect((await liveOnce(desk, 'morning.flags', { day: today(desk) })).map(({ text }) => text)).toContain('今天的值班表还没有确认');
    await desk.request('roster.save', { date: today(desk), posts, reason: '待补' }, LEADER);
    expect((await roster(desk)).saved).toMatchObject({ confirmed: true });
    const after = await liveOnce(desk, 'staff.list', {}, ADMIN);
    expect(after.find(({ name }) => name === '钱安保')?.onDuty).toBe(false);
  });

  it('counts a guard by a certificate that holds', async () => {
    const desk = await newDesk();
    const certificate = { staffId: staffIds.guard, kind: 'guard', number: 'ZB-001', expires: addDays(today(desk), 5) };
    const { id } = await desk.request('certificate.save', certificate, LEADER);
    expect((await roster(desk)).members.find(({ name }) => name === '钱安保')?.certificates).toMatchObject([
      { kind: 'guard', standing: 'soon' },
    ]);
    const twice = await desk.try('certificate.save', { ...certificate, staffId: staffIds.clerk }, LEADER);
    expect(twice).toMatchObject({ ok: false, error: { fields: { number: '这个编号已登记给钱安保' } } });
    expect(await desk.try('certificate.save', { ...certificate, kind: 'no-kind', number: '2' }, LEADER)).toMatchObject({ ok: false });
    await desk.request('certificate.remove', { id, reason: '已注销' }, LEADER);
    expect(await liveOnce(desk, 'certificate.list', { day: today(desk) }, LEADER)).toEqual([]);
  });
});

describe('hall and supplies', () => {
  it('opens the day with a fire item unanswered only with a reason, once', async () => {
    const desk = await newDesk();
    const refused = await desk.try('facility.open', {}, LEADER);
    expect(refused).toMatchObject({ ok: false, error: { fields: { reason: expect.any(String) } } });
    const fault = await desk.try('facility.answer', { itemId: 'light', state: 'fault' }, LEADER);
    expect(fault).toMatchObject({ ok: false, error: { fields: { note: '请写明异常情况' } } });
    await desk.request('facility.answer', { itemId: 'light', state: 'fault', note: '走廊一盏不亮' }, LEADER);
    await desk.request('facility.answer', { itemId: 'light', state: 'mended', note: '已更换' }, LEADER);
    for (const itemId of ['extinguishers', 'fire-exits']) await desk.request('facility.answer', { itemId, state: 'good' }, LEADER);
    await desk.request('facility.open', { reason: '应急照明待检修，已备手电' }, LEADER);
    const { rows, opening } = await liveOnce(desk, 'facility.day', { date: today(desk) });
    expect(rows.find(({ id }) => id === 'light')).toMatchObject({ state: 'mended', note: '已更换', staffName: '李接谈' });
    expect(opening).toMatchObject({ reason: '应急照明待检修，已备手电', staffName: '李接谈' });
    expect(opening?.left).toContain('应急照明和疏散指示未检查');
    expect(await desk.try('facility.open', { reason: '再开' }, LEADER)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect((await liveOnce(desk, 'facility.day', { date: addDays(today(desk), 1) })).opening).toBeNull();
  });

  it('keeps a ledger: entered, counted, flagged, taken out', async () => {
    const desk = await newDesk();
    const kit = { name: '急救箱', unit: '个', stock: 2, minimum: 2, location: '一楼值班室', expires: addDays(today(desk), -1) };
    const { id } = await desk.request('supply.save', kit, LEADER);
    const list = () => liveOnce(desk, 'supply.list', { day: today(desk) });
    expect(await list()).toMatchObject([{ name: '急救箱', flags: ['expired'], checkedByName: '李接谈' }]);
    await desk.request('supply.check', { id, stock: 1 }, LEADER);
    expect(await list()).toMatchObject([{ stock: 1, flags: ['short', 'expired'] }]);
    expect(await desk.try('supply.save', kit, LEADER)).toMatchObject({ ok: false, error: { fields: { name: expect.any(String) } } });
    const flags = await liveOnce(desk, 'morning.flags', { day: today(desk) });
    expect(flags.map(({ text }) => text)).toEqual(expect.arrayContaining(['急救箱现有 1个，低于最低 2个', '应配1名记录员，现0名']));
    await desk.request('supply.remove', { id, reason: '报废' }, LEADER);
    expect(await list()).toEqual([]);
  });
});

it('the sheet of outside contacts comes from the emergency call list, with the day it was last changed', async () => {
  const desk = await newDesk({ disk: new Disk() });
  const sheet = await liveOnce(desk, 'contacts.outside', {});
  expect(sheet.version).toBe('');
  expect(sheet.rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['110 公安', '120 急救', '就近医院', '餐饮服务点', '属地派出所']),
  );
  expect(sheet.rows.map(({ name }) => name)).not.toContain('家属');
  const job = await desk.internal('internal.print.contacts', null, staffIds.clerk);
  expect(job).toMatchObject({ kind: 'contact-sheet', printer: '卡片机' });
});
