import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../../shared/domain/keeping';
import { addDays, dayOf } from '../../../shared/rules/time';
import { contentsOf } from './contents';
import { actor, CLERK, Desk, Disk, LAN, newDesk, register, staffIds } from './desk';

const KEEPER = actor(staffIds.clerk, 'coordinator');
const DAY = 86_400_000;
const NOTE = { kind: 'care' as const, arrangement: '安排甲甲甲', detail: '详情乙乙乙', source: '来源丙丙丙', reason: '理由丁丁丁' };

/** November 2026: an appointment, a care note, and the lines of both in the trail; the desk's clock then stands so many years later. */
async function longAgo(years: number): Promise<{ disk: Disk; desk: Desk }> {
  const disk = new Disk();
  disk.clockOffsetMs = Date.UTC(2026, 10, 23, 0, 30) - Date.now();
  const desk = await newDesk({ disk });
  const { visitId } = await register(desk);
  const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
  const date = dayOf(Date.now() + disk.clockOffsetMs);
  const booked = { date, time: '09:30', kind: 'appointment' as const, name: LAN.name, phone: LAN.phone, docNumber: LAN.docNumber };
  await desk.request('appointment.save', { ...booked, summary: '李秀兰来电' }, CLERK);
  const note = { ...NOTE, expires: addDays(date, 20) };
  await desk.internal('internal.careNote.write', { personId, renews: '', note, approverId: staffIds.admin }, staffIds.talker);
  desk.kill();
  disk.clockOffsetMs += years * 365.25 * DAY;
  const later = new Desk(disk);
  await later.open();
  return { disk, desk: later };
}
const due = (desk: Desk, kind: PeriodKind) => desk.request('keeping.due', { kind }, KEEPER);
const destroy = (desk: Desk, kind: PeriodKind, id: string) =>
  desk.call('internal.keeping.destroy', { kind, id, reason: '保存期满', approverId: staffIds.talker }, { ...KEEPER, roles: [] });

describe('what falls due by the year', () => {
  it.each([
    ['appointment', 'appointment:2026', '2026 年，1 条', 'a:'],
    ['careNote', 'careNote:2026', '2026 年，1 条', 'c:'],
  ] as const)('%s: listed with its day, held back, destroyed with keys of its own and a certificate', async (kind, id, label, key) => {
    const early = await longAgo(1);
    const [row] = (await due(early.desk, kind)).rows;
    expect(row, 'a year after the year it ended in').toMatchObject({ id, label, destroyableFrom: '2028-01-01' });
    expect(await destroy(early.desk, kind, id)).toMatchObject({ ok: false, error: { message: expect.stringContaining('第十九条') } });

    const { disk, desk } = await longAgo(2);
    const object = { kind, id };
    await desk.request('keeping.hold', { ...object, hold: true, reason: '诉讼未结' }, KEEPER);
    expect((await due(desk, kind)).rows[0]?.hold).toBe('诉讼未结');
    expect(await destroy(desk, kind, id)).toMatchObject({ ok: false, error: { message: expect.stringContaining('暂停销毁：诉讼未结') } });
    await desk.request('keeping.hold', { ...object, hold: false, reason: '已结案' }, KEEPER);
    const done = await destroy(desk, kind, id);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    const { keyIds } = done.value as { keyIds: string[] };
    expect(
      keyIds.map((each) => each.slice(0, 2)),
      'whatever copy there is cannot be opened',
    ).toEqual([key]);
    await desk.internal('internal.keeping.keysGone', { ids: keyIds });
    expect((await due(desk, kind)).rows).toEqual([]);
    const [certificate] = await desk.request('keeping.certificates', {}, KEEPER);
    expect(certificate).toMatchObject({ kind, label, askedByName: '赵登记', approvedByName: '李接谈' });
    const { rows } = await contentsOf(disk, '01');
    expect(rows[kind === 'appointment' ? 'appointments' : 'careNotes']).toEqual([]);
    expect(await desk.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null });
    expect(await destroy(desk, kind, id), 'once').toMatchObject({ ok: false });
  });

  it('is kept while the year runs, and no longer or shorter than the unit set', async () => {
    const now = await longAgo(0);
    expect((await due(now.desk, 'appointment')).rows).toEqual([]);
    expect(await destroy(now.desk, 'appointment', 'appointment:2026')).toMatchObject({ ok: false });
    const { desk } = await longAgo(2);
    const { retention } = await desk.internal('internal.settings', null);
    const value = { ...retention, years: { appointment: 3 as const, careNote: 0 as const } };
    await desk.request('settings.put', { key: 'retention', value }, actor(staffIds.admin, 'administrator'));
    expect((await due(desk, 'appointment')).rows[0]?.destroyableFrom).toBe('2030-01-01');
    expect((await due(desk, 'careNote')).rows[0]?.kept.map(({ sentence }) => sentence)).toEqual(['永久保存']);
  });
});

describe('the trail', () => {
  it('falls due by the month; its lines keep who and when, their objects are gone, and the chain stands', async () => {
    const { desk, disk } = await longAgo(31.5);
    const { rows } = await due(desk, 'trail');
    expect(rows[0]).toMatchObject({ id: 'trail:2026-11', destroyableFrom: '2057-01-01', kept: [] });
    const auditor = actor(staffIds.admin, 'auditor');
    const lines = async () => (await desk.request('audit.search', { to: '2026-12-31' }, auditor)).entries;
    const before = await lines();
    expect(before.some(({ target }) => target.includes('09:30'))).toBe(true);
    const done = await destroy(desk, 'trail', 'trail:2026-11');
    expect(done).toMatchObject({ ok: true, value: { keyIds: [] } });
    const after = await lines();
    expect(after.map(({ at, action, staffName }) => [at, staffName, action.length > 0])).toEqual(
      before.map(({ at, staffName }) => [at, staffName, true]),
    );
    expect(after.some(({ target }) => target.includes('09:30'))).toBe(false);
    expect((await due(desk, 'trail')).rows.map(({ id }) => id)).not.toContain('trail:2026-11');
    expect(await desk.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null });
    expect(JSON.stringify((await contentsOf(disk, '01')).rows.destructions)).toContain('trail:2026-11');
  });
});

it('the certificate is printed as it was written', async () => {
  const { desk } = await longAgo(2);
  await destroy(desk, 'appointment', 'appointment:2026');
  const [certificate] = await desk.request('keeping.certificates', {}, KEEPER);
  const job = await desk.internal('internal.print.certificate', { certificateId: certificate?.id ?? '' }, staffIds.clerk);
  expect(job).toMatchObject({ kind: 'destruction' });
  const paper = JSON.stringify(job.content);
  for (const words of ['销毁证明', '预约', '2026 年，1 条', '保存期满', '赵登记', '李接谈', '监销人']) expect(paper).toContain(words);
  expect(paper).not.toContain('李秀兰');
});
