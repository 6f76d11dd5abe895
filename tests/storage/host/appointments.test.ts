import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contract, type InputOf, type LiveName, type OutputOf } from '../../../shared/contract';
import { addDays, dayOf } from '../../../shared/rules/time';
import { actor, CLERK, Desk, Disk, newDesk as deskOn, GUO, LAN, register, registration, staffIds, verify } from './desk';

const today = (desk: Desk): string => dayOf(Date.now() + desk.disk.clockOffsetMs);
const DAY = 86_400_000;
/** Eight in the morning: whatever the machine's clock says, the hours below are still to come. */
async function newDesk(): Promise<Desk> {
  const disk = new Disk();
  disk.clockOffsetMs = Date.parse(`${dayOf(Date.now())}T08:00:00+08:00`) - Date.now();
  return deskOn({ disk });
}
type Save = InputOf<'appointment.save'>;

/** The first answer of a live query, which must fit the contract. */
function live<N extends LiveName>(desk: Desk, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(
      name,
      (result) => {
        queueMicrotask(() => stop());
        if (result.ok) resolve(contract[name].output.parse(result.value) as OutputOf<N>);
        else reject(new Error(JSON.stringify(result.error)));
      },
      contract[name].input.parse(input),
    );
  });
}
const listOf = (desk: Desk, day: string) => live(desk, 'appointment.list', { from: day, to: day });
const book = (desk: Desk, over: Partial<Save> = {}) =>
  desk.request(
    'appointment.save',
    { date: today(desk), time: '09:30', kind: 'appointment', name: LAN.name, phone: LAN.phone, docNumber: LAN.docNumber, ...over },
    CLERK,
  );
const receive = (desk: Desk, over: Partial<InputOf<'day.save'>> = {}) =>
  desk.request('day.save', { date: today(desk), from: '09:00', to: '12:00', leader: '周建国', post: '副县长', ...over }, CLERK);

describe('an appointment', () => {
  it('is listed masked, changed in what was told anew, and cancelled with a reason', async () => {
    const desk = await newDesk();
    const day = addDays(today(desk), 3);
    const { id } = await book(desk, { date: day, time: '09:30', summary: '退休待遇' });
    expect(await listOf(desk, day)).toMatchObject([
      {
        id,
        time: '09:30',
        state: 'expected',
        name: '李秀兰',
        phoneMasked: '138****8000',
        docMasked: '1101**********002X',
        summary: '退休待遇',
      },
    ]);
    await desk.request('appointment.save', { id, date: day, time: '10:00', kind: 'appointment', name: '李秀兰' }, CLERK);
    expect(await listOf(desk, day)).toMatchObject([{ id, time: '10:00', phoneMasked: '138****8000', docMasked: '1101**********002X' }]);
    await desk.request('appointment.cancel', { id, reason: '来电取消' }, CLERK);
    expect(await listOf(desk, day)).toMatchObject([{ id, state: 'cancelled' }]);
    const again = await desk.try('appointment.save', { id, date: day, time: '11:00', kind: 'appointment', name: '李秀兰' }, CLERK);
    expect(again).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(JSON.stringify(desk.disk.journal.map((bytes) => Buffer.from(bytes).toString('latin1')))).not.toContain('13800138000');
  });

  it('refuses what cannot be meant beside its field, and stores nothing', async () => {
    const desk = await newDesk();
    const before = desk.disk.journal.length;
    const refused = async (over: Partial<Save>) => {
      const input = {
        date: addDays(today(desk), 1),
        time: '09:30',
        kind: 'appointment' as const,
        name: '王建国',
        phone: '13900139000',
        ...over,
      };
      const answer = await desk.try('appointment.save', input, CLERK);
      return answer.ok ? {} : (answer.error.fields ?? {});
    };
    expect(await refused({ date: addDays(today(desk), -1) })).toHaveProperty('date');
    expect(await refused({ docNumber: '110105194912310021' })).toHaveProperty('docNumber');
    expect(await refused({ phone: '1390013900' })).toHaveProperty('phone');
    expect(await refused({ phone: '' })).toHaveProperty('phone');
    expect(await refused({ kind: 'leader' })).toHaveProperty('dayId');
    expect(await refused({ kind: 'leader', dayId: uuid() })).toHaveProperty('dayId');
    expect(desk.disk.journal.length).toBe(before);
    await book(desk);
    expect(await refused({ date: today(desk), time: '09:30', ...LAN, phone: '' }), 'the same person twice').toHaveProperty('name');
  });

  it('is found by its document, and without one by name and telephone', async () => {
    const desk = await newDesk();
    const byDocument = await book(desk, { phone: '' });
    const byPhone = await book(desk, { ...GUO, docNumber: '', time: '10:00' });
    await book(desk, { date: addDays(today(desk), 1), time: '09:00' });
    const asked = { docType: 'household' as const, docNumber: LAN.docNumber, name: '', phone: '' };
    expect(await desk.request('appointment.ofPerson', asked, CLERK)).toMatchObject([{ id: byDocument.id, date: today(desk) }]);
    const stranger = { docType: 'resident-id' as const, docNumber: GUO.docNumber, name: '王建国', phone: '' };
    expect(await desk.request('appointment.ofPerson', stranger, CLERK)).toEqual([]);
    const told = { ...stranger, phone: '139-0013-9000' };
    expect(await desk.request('appointment.ofPerson', told, CLERK)).toMatchObject([{ id: byPhone.id }]);
  });

  it('is told in full only as an act of its own', async () => {
    const desk = await newDesk();
    const { id } = await book(desk);
    expect(await desk.request('appointment.reveal', { id, field: 'phone' }, CLERK)).toEqual({ value: LAN.phone });
    const trail = await desk.request('audit.list', { limit: 10 }, actor(staffIds.admin, 'administrator'));
    expect(trail.map((entry) => entry.action)).toEqual(expect.arrayContaining(['查看预约完整号码', '保存预约']));
    expect(JSON.stringify(trail)).not.toContain('李秀兰');
  });
});

describe('coming by appointment', () => {
  it('marks the visit and uses the appointment in the same batch, once', async () => {
    const desk = await newDesk();
    const day = await receive(desk);
    const { id } = await book(desk, { kind: 'leader', dayId: day.id, time: '10:00' });
    const before = desk.disk.journal.length;
    const visit = await register(desk, { appointmentId: id });
    expect(desk.disk.journal.length, '核对 and registration').toBe(before + 2);
    const queue = await live(desk, 'queue.list', {});
    expect(queue.find((row) => row.id === visit.visitId)?.appointment).toBe('leader');
    expect(await listOf(desk, today(desk))).toMatchObject([
      { id, state: 'arrived', visitId: visit.visitId, queueNumber: visit.queueNumber, leader: '周建国' },
    ]);
    expect(await refusalOf(desk, id)).toContain('已经用于另一张登记');
    expect(await desk.request('appointment.ofPerson', { ...LAN, name: '' }, CLERK)).toEqual([]);
    await desk.request('visit.void', { id: visit.visitId, reason: '重复登记' }, CLERK);
    expect(await listOf(desk, today(desk)), 'whoever was registered by mistake is awaited again').toMatchObject([
      { state: 'expected', visitId: '' },
    ]);
    expect((await register(desk, { appointmentId: id })).visitId).not.toBe(visit.visitId);
  });

  it('is refused with a sentence when it is cancelled, of another day or of somebody else', async () => {
    const desk = await newDesk();
    const other = await book(desk, { ...GUO });
    expect(await refusalOf(desk, other.id)).toContain('不是这位来访人的');
    const tomorrow = await book(desk, { date: addDays(today(desk), 1), time: '09:00' });
    expect(await refusalOf(desk, tomorrow.id)).toContain('不是今天的');
    const cancelled = await book(desk);
    await desk.request('appointment.cancel', { id: cancelled.id, reason: '来电取消' }, CLERK);
    expect(await refusalOf(desk, cancelled.id)).toContain('已经取消');
    expect(await refusalOf(desk, uuid())).toContain('没有找到');
    expect(await live(desk, 'visit.today', {}), 'nothing was registered').toEqual([]);
  });

  it('an appointment of a day that has passed can be moved to another day, and no longer cancelled into the past', async () => {
    const desk = await newDesk();
    const { id } = await book(desk);
    const day = today(desk);
    desk.kill();
    desk.disk.clockOffsetMs += 2 * DAY;
    const later = new Desk(desk.disk);
    await later.open();
    const stays = await later.try('appointment.save', { id, date: day, time: '09:30', kind: 'appointment', name: LAN.name }, CLERK);
    expect(stays).toMatchObject({ ok: false, error: { fields: { date: expect.stringContaining('已过') } } });
    await later.request('appointment.save', { id, date: addDays(day, 3), time: '09:00', kind: 'appointment', name: LAN.name }, CLERK);
    expect(await listOf(later, addDays(day, 3))).toMatchObject([{ id, state: 'expected' }]);
  });
});

describe("a leader's reception day", () => {
  it('is listed with how many are booked; its cancellation cancels those who have not come', async () => {
    const desk = await newDesk();
    const { id } = await receive(desk);
    const came = await book(desk, { kind: 'leader', dayId: id, time: '11:00' });
    const awaited = await book(desk, { ...GUO, kind: 'leader', dayId: id, time: '10:00' });
    await register(desk, { appointmentId: came.id });
    const range = { from: today(desk), to: addDays(today(desk), 30) };
    expect(await live(desk, 'day.list', range)).toMatchObject([{ id, leader: '周建国', booked: 2, cancelled: false }]);
    expect(await desk.request('day.cancel', { id, reason: '临时会议' }, CLERK)).toEqual({ cancelled: 1 });
    expect(await live(desk, 'day.list', range)).toMatchObject([{ id, cancelled: true, reason: '临时会议', booked: 1 }]);
    const states = Object.fromEntries((await listOf(desk, today(desk))).map((each) => [each.id, each.state]));
    expect(states).toEqual({ [came.id]: 'arrived', [awaited.id]: 'cancelled' });
    const late = await desk.try('appointment.save', { date: today(desk), time: '10:00', kind: 'leader', dayId: id, ...GUO }, CLERK);
    expect(late).toMatchObject({ ok: false, error: { fields: { dayId: expect.stringContaining('已经取消') } } });
    expect(await desk.try('day.cancel', { id, reason: '再来' }, CLERK)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('takes nobody outside its hours, and its hours do not leave those who are booked', async () => {
    const desk = await newDesk();
    const date = addDays(today(desk), 7);
    const { id } = await receive(desk, { date, from: '09:00', to: '11:00' });
    const late = await desk.try('appointment.save', { date, time: '11:00', kind: 'leader', dayId: id, ...GUO }, CLERK);
    expect(late).toMatchObject({ ok: false, error: { fields: { time: expect.stringContaining('09:00–11:00') } } });
    await book(desk, { date, time: '10:30', kind: 'leader', dayId: id });
    const shorter = await desk.try('day.save', { id, date, from: '09:00', to: '10:00', leader: '周建国' }, CLERK);
    expect(shorter).toMatchObject({ ok: false, error: { fields: { to: expect.stringContaining('10:30') } } });
    const moved = await desk.try('day.save', { id, date: addDays(date, 1), from: '09:00', to: '11:00', leader: '周建国' }, CLERK);
    expect(moved).toMatchObject({ ok: false, error: { fields: { date: expect.stringContaining('不能改日期') } } });
    const twice = await desk.try('day.save', { date, from: '10:00', to: '12:00', leader: '周 建国' }, CLERK);
    expect(twice).toMatchObject({ ok: false, error: { fields: { leader: expect.stringContaining('已有接访安排') } } });
    await desk.request('day.save', { id, date, from: '08:30', to: '11:30', leader: '周建国', note: '请带材料' }, CLERK);
    expect(await live(desk, 'day.list', { from: date, to: date })).toMatchObject([{ from: '08:30', note: '请带材料', booked: 1 }]);
  });
});

/** What the registration of 李秀兰 with this appointment is refused with. */
async function refusalOf(desk: Desk, appointmentId: string): Promise<string> {
  const reg = await registration(desk, { appointmentId });
  const answer = await desk.try('visit.register', { requestId: uuid(), verificationId: await verify(desk, reg), registration: reg }, CLERK);
  return answer.ok ? '' : (answer.error.fields?.appointmentId ?? '');
}
