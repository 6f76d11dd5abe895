import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../shared/result';
import { contentsOf } from './contents';
import { actor, CLERK, Desk, Disk, GUO, LAN, newDesk, register, staffIds } from './desk';
import { enter, grade, LEADER } from './forecast-desk';
import { begin, end, fillFocus, TALKER } from './talk';

const KEEPER = actor(staffIds.clerk, 'coordinator');
const ADMIN = actor(staffIds.admin, 'administrator');
const DAY = 86_400_000;
const REASON = '保存期满，经鉴定无需续存';
const PASSPORT = { docType: 'passport' as const, docNumber: 'E12345678', name: LAN.name };

const CLOSED = { kind: 'closed' as const, text: '来访人撤回', to: '', method: '', number: 0, day: '2020-01-01' };
interface Long {
  disk: Disk;
  desk: Desk;
  visit: Awaited<ReturnType<typeof register>>;
  matterId: string;
}
/** Before the hall opens: whoever is expected at 9:30 is still to come, at whatever hour this runs. */
const MONDAY_EARLY = Date.UTC(2026, 10, 23, 0, 30);

/** A visit long ago, in a matter that is settled, with what was done `meanwhile`; the desk's clock then stands today. */
async function longAgo(years: number, meanwhile?: (long: Long) => Promise<void>): Promise<Long> {
  const disk = new Disk();
  disk.clockOffsetMs = MONDAY_EARLY - Date.now();
  const desk = await newDesk({ disk });
  const visit = await register(desk);
  const interviewId = await begin(desk, visit.visitId, 'room-1');
  await fillFocus(desk, interviewId);
  await end(desk, interviewId, { result: 'verify', department: '社保科' });
  const found = await desk.request('keeping.find', { number: visit.number }, KEEPER);
  const matterId = found?.id ?? expect.fail('no matter');
  await meanwhile?.({ disk, desk, visit, matterId });
  await desk.request('supervision.add', { requestId: uuid(), input: { ...CLOSED, matterId } }, TALKER);
  desk.kill();
  disk.clockOffsetMs += years * 365.25 * DAY;
  const later = new Desk(disk);
  await later.open();
  return { disk, desk: later, visit, matterId };
}
const today = (desk: Desk): string => new Date(Date.now() + desk.disk.clockOffsetMs + 8 * 3_600_000).toISOString().slice(0, 10);
const destroy = (desk: Desk, id: string) =>
  desk.call('internal.keeping.destroy', { kind: 'matter', id, reason: REASON, approverId: staffIds.talker }, { ...KEEPER, roles: [] });

describe('what is kept', () => {
  it('is not destroyed while it is open, and the refusal says by which article', async () => {
    const desk = await newDesk();
    const visit = await register(desk);
    const found = await desk.request('keeping.find', { number: visit.number }, KEEPER);
    expect(found?.kept.map(({ sentence }) => sentence)).toContain('所属事项尚未办结');
    const refused = await destroy(desk, found?.id ?? '');
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused', message: expect.stringContaining('档案法第十三条') } });
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('信访工作条例第三十四条') } });
    expect(await desk.request('keeping.due', { kind: 'matter' }, KEEPER)).toEqual({ rows: [], more: false });
  });

  it('falls due after its term, waits while it is held, and goes with its keys, leaving its numbers and a certificate', async () => {
    const { disk, desk, visit, matterId } = await longAgo(32);
    const due = await desk.request('keeping.due', { kind: 'matter' }, KEEPER);
    expect(due.rows).toMatchObject([{ id: matterId, label: visit.number, kept: [] }]);

    await desk.request('keeping.hold', { kind: 'matter', id: matterId, hold: true, reason: '诉讼未结' }, KEEPER);
    expect(await destroy(desk, matterId)).toMatchObject({ ok: false, error: { message: expect.stringContaining('暂停销毁：诉讼未结') } });
    await desk.request('keeping.hold', { kind: 'matter', id: matterId, hold: false, reason: '已结案' }, KEEPER);

    const done = await destroy(desk, matterId);
    expect(done).toMatchObject({ ok: true, value: { keyIds: expect.arrayContaining([`m:${matterId}`]) } });
    const { keyIds } = (done as unknown as { value: { keyIds: string[] } }).value;
    expect(
      keyIds.some((id) => id.startsWith('p:')),
      'nobody else needs the person',
    ).toBe(true);
    await desk.internal('internal.keeping.keysGone', { ids: keyIds });
    expect((await desk.internal('internal.sync.erasedKeys', null)).ids.sort(), 'the hub still has them').toEqual([...keyIds].sort());
    await desk.internal('internal.sync.keysGone', { ids: keyIds });
    expect(await desk.internal('internal.sync.erasedKeys', null)).toEqual({ ids: [] });
    expect((await desk.request('keeping.due', { kind: 'matter' }, KEEPER)).rows).toEqual([]);
    const [certificate] = await desk.request('keeping.certificates', {}, KEEPER);
    expect(certificate).toMatchObject({
      kind: 'matter',
      label: visit.number,
      reason: REASON,
      askedByName: '赵登记',
      approvedByName: '李接谈',
    });
    expect(certificate?.backupsUntil && certificate.backupsUntil > today(desk)).toBe(true);
    const { rows } = await contentsOf(disk, '01');
    expect(JSON.stringify(rows.persons)).toBe('[]');
    expect(JSON.stringify(rows)).not.toContain('李秀兰');
    expect(rows.visits, 'the statistics keep their visit').toHaveLength(1);
    expect(await desk.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });
    expect(await desk.request('visit.get', { id: visit.visitId }, CLERK), 'the visit is still shown').toMatchObject({
      number: visit.number,
    });
    expect((await desk.request('audit.search', { act: '到期销毁' }, actor(staffIds.admin, 'auditor'))).entries.length).toBe(1);
  });
});

describe('a request of a person', () => {
  it('is recorded with its dates, shows what is held, and is answered', async () => {
    const desk = await newDesk();
    const visit = await register(desk);
    await register(desk, { people: [GUO] });
    const [person] = await desk.request('privacy.people', { number: visit.number }, KEEPER);
    expect(person?.maskedName).toBe('李*');
    const input = { personId: person?.id ?? '', receivedOn: today(desk), how: '当面', text: '要求查阅本人登记信息' };
    await expect(desk.request('privacy.add', { ...input, kind: 'access', receivedOn: '2999-01-01' }, KEEPER)).rejects.toThrow(
      '不能晚于今天',
    );
    const { id } = await desk.request('privacy.add', { ...input, kind: 'access' }, KEEPER);
    const [row] = await desk.request('privacy.list', { all: false }, KEEPER);
    expect(row).toMatchObject({ id, state: 'open', overdue: false, text: '要求查阅本人登记信息', staffName: '赵登记' });
    expect(row && row.due > row.receivedOn).toBe(true);
    expect(await desk.request('privacy.held', { personId: input.personId }, KEEPER)).toMatchObject({ visits: 1, matters: 1, hidden: 0 });
    const table = await desk.internal('internal.privacy.table', { id }, staffIds.clerk);
    const text = JSON.stringify(table.rows);
    for (const own of ['李秀兰', '11010519491231002X', '13800138000', '退休待遇核定有误', visit.number]) expect(text).toContain(own);
    expect(text, 'nothing of anybody else').not.toContain('王建国');

    await expect(desk.request('privacy.answer', { id, outcome: 'refused', answer: '不予提供' }, KEEPER)).rejects.toThrow('依据');
    await desk.request('privacy.answer', { id, outcome: 'done', answer: '当面交付导出件一份' }, KEEPER);
    expect(await desk.request('privacy.list', { all: false }, KEEPER)).toEqual([]);
    expect((await desk.request('privacy.list', { all: true }, KEEPER))[0]).toMatchObject({ state: 'done', answeredByName: '赵登记' });
    await expect(desk.request('privacy.answer', { id, outcome: 'done', answer: '再答' }, KEEPER)).rejects.toThrow('已经答复过');
  });

  it('to delete is refused inside the terms with the articles, and carried out after them', async () => {
    const desk = await newDesk();
    const visit = await register(desk);
    const [person] = await desk.request('privacy.people', { number: visit.number }, KEEPER);
    const { id } = await desk.request(
      'privacy.add',
      { personId: person?.id ?? '', kind: 'delete', receivedOn: today(desk), how: '来信', text: '要求删除' },
      KEEPER,
    );
    const erase = (at: Desk) =>
      at.call('internal.privacy.erase', { id, reason: '依本人请求', approverId: staffIds.talker }, { ...KEEPER, roles: [] });
    const refused = await erase(desk);
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('个人信息保护法第四十七条第二款') } });
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('档案法第十三条') } });
    expect((await desk.request('privacy.list', { all: false }, KEEPER)).length).toBe(1);

    const later = await longAgo(32);
    const [who] = await later.desk.request('privacy.people', { number: later.visit.number }, KEEPER);
    const asked = await later.desk.request(
      'privacy.add',
      { personId: who?.id ?? '', kind: 'delete', receivedOn: today(later.desk), how: '来信', text: '要求删除' },
      KEEPER,
    );
    const done = await later.desk.call(
      'internal.privacy.erase',
      { id: asked.id, reason: '依本人请求', approverId: staffIds.talker },
      { ...KEEPER, roles: [] },
    );
    expect(done).toMatchObject({ ok: true, value: { keyIds: expect.arrayContaining([`p:${who?.id}`, `m:${later.matterId}`]) } });
    await later.desk.internal('internal.keeping.keysGone', { ids: (done as unknown as { value: { keyIds: string[] } }).value.keyIds });
    expect((await later.desk.request('privacy.list', { all: true }, KEEPER))[0]).toMatchObject({ state: 'done', maskedName: '（已删除）' });
  });
});

describe('what else stands of a person', () => {
  /** Expected by appointment, forecast with health and conduct, and here a second time with another document. */
  async function everywhere({ desk, visit }: Long): Promise<void> {
    const seen = await desk.request('visit.get', { id: visit.visitId }, CLERK);
    const date = today(desk);
    await desk.request(
      'appointment.save',
      { date, time: '09:30', kind: 'appointment', name: LAN.name, phone: LAN.phone, docNumber: LAN.docNumber },
      CLERK,
    );
    const traits = { health: '心脏病史', conduct: '曾扬言' };
    const { id } = await enter(desk, { date, who: '李秀兰', demand: '补发差额', personId: seen.personId, traits });
    await grade(desk, id, { grade: 'high', suggested: 'general', reason: '李秀兰来电' });
    const other = await register(desk, { people: [PASSPORT] });
    const { personId: from, matterId } = await desk.request('visit.get', { id: other.visitId }, CLERK);
    const into = seen.personId;
    const version = async (personId: string, otherId: string): Promise<number> =>
      (await desk.request('person.compare', { personId, otherId }, LEADER)).records.find(({ id: of }) => of === otherId)?.version ?? -1;
    const expected = { from: await version(into, from), into: await version(from, into) };
    await desk.request('person.merge', { from, into, reason: '本人出示两份证件', expected }, LEADER);
    await desk.request('supervision.add', { requestId: uuid(), input: { ...CLOSED, matterId } }, TALKER);
  }

  it('is told when they ask, whatever document they came with', async () => {
    const { desk, visit } = await longAgo(1, everywhere);
    const [person] = await desk.request('privacy.people', { number: visit.number }, KEEPER);
    const held = await desk.request('privacy.held', { personId: person?.id ?? '' }, KEEPER);
    expect(held).toMatchObject({ visits: 2, matters: 2, forecasts: 1 });
    const asking = { personId: person?.id ?? '', kind: 'access' as const, receivedOn: today(desk), how: '当面', text: '查阅' };
    const { id } = await desk.request('privacy.add', asking, KEEPER);
    const told = JSON.stringify((await desk.internal('internal.privacy.table', { id }, staffIds.clerk)).rows);
    for (const own of [LAN.docNumber, PASSPORT.docNumber, '心脏病史', '曾扬言', '补发差额']) expect(told).toContain(own);
  });

  it.each(['keeping', 'privacy'] as const)('goes with the last that names them: %s', async (how) => {
    const { disk, desk, visit } = await longAgo(32, everywhere);
    const act = { reason: REASON, approverId: staffIds.talker };
    const mayDo = { ...KEEPER, roles: [] };
    const carriedOut = async (done: Result<unknown>): Promise<void> => {
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      await desk.internal('internal.keeping.keysGone', { ids: (done.value as { keyIds: string[] }).keyIds });
    };
    if (how === 'keeping') {
      const { rows } = await desk.request('keeping.due', { kind: 'matter' }, KEEPER);
      for (const { id } of rows) {
        expect((await contentsOf(disk, '01')).rows.persons).toHaveLength(2);
        await carriedOut(await destroy(desk, id));
      }
    } else {
      const [person] = await desk.request('privacy.people', { number: visit.number }, KEEPER);
      const asking = { personId: person?.id ?? '', kind: 'delete' as const, receivedOn: today(desk), how: '来信', text: '删除' };
      const { id } = await desk.request('privacy.add', asking, KEEPER);
      await carriedOut(await desk.call('internal.privacy.erase', { id, ...act }, mayDo));
    }
    const { rows } = await contentsOf(disk, '01');
    for (const gone of ['李秀兰', PASSPORT.docNumber, '心脏病史', '曾扬言', '补发差额', LAN.phone])
      expect(JSON.stringify(rows)).not.toContain(gone);
    expect([rows.persons, rows.appointments]).toEqual([[], []]);
    expect(rows.forecastItems, 'the statistics keep their item').toHaveLength(1);
  });
});

describe('the terms', () => {
  it('are the unit\u2019s to set', async () => {
    const desk = await newDesk();
    const visit = await register(desk);
    const { retention } = await desk.internal('internal.settings', null);
    await desk.request('settings.put', { key: 'retention', value: { ...retention, years: { 'matter-none': 0 } } }, ADMIN);
    const found = await desk.request('keeping.find', { number: visit.number }, KEEPER);
    expect(found?.destroyableFrom).toBe('');
    expect(found?.kept.map(({ sentence }) => sentence)).toContain('永久保存');
  });
});
