import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { InputOf, LiveName, OutputOf } from '../../../shared/contract';
import type { CareNoteInput } from '../../../shared/domain/care-note';
import { LETTER_KINDS } from '../../../shared/domain/letters';
import type { Result } from '../../../shared/result';
import { addDays, dayOf } from '../../../shared/rules/time';
import { addMonths } from '../../../shared/rules/years';
import { actor, CLERK, Desk, Disk, LAN, newDesk, register, staffIds } from './desk';
import { act } from './hall';
import { first as firstLive } from './lives';
import { begin, end, fillFocus, TALKER } from './talk';

const LEADER = actor(staffIds.admin, 'leader');
const AUDITOR = actor(staffIds.admin, 'auditor');
/** Unlike anything else in the hall, so that any trace of it is found anywhere. */
const NOTE = { arrangement: '安排甲甲甲', detail: '详情乙乙乙', source: '来源丙丙丙', reason: '理由丁丁丁' };
const WORDS = [...Object.values(NOTE), '结束戊戊戊'];

const today = (desk: Desk): string => dayOf(Date.now() + desk.disk.clockOffsetMs);
const note = (desk: Desk, days = 30, over: Partial<CareNoteInput> = {}): CareNoteInput => ({
  ...{ kind: 'care', ...NOTE, expires: addDays(today(desk), days) },
  ...over,
});

/** As the main process does once the approver's PIN was right. */
const tryWrite = (desk: Desk, personId: string, written: CareNoteInput, renews = '') =>
  desk.call('internal.careNote.write', { personId, renews, note: written, approverId: staffIds.admin }, TALKER) as Promise<
    Result<{ id: string }>
  >;
async function write(desk: Desk, personId: string, written: CareNoteInput, renews = ''): Promise<string> {
  const result = await tryWrite(desk, personId, written, renews);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.id;
}
const endNote = (desk: Desk, id: string) => desk.try('careNote.end', { requestId: uuid(), id, reason: '结束戊戊戊' }, TALKER);

const first = <N extends LiveName>(desk: Desk, name: N, input: InputOf<N>, who = TALKER): Promise<OutputOf<N>> =>
  firstLive(desk, name, input, who);
const notesOf = async (desk: Desk, personId: string, who = TALKER) => (await first(desk, 'careNote.ofPerson', { personId }, who)).notes;
const atDesk = async (desk: Desk, personId: string) => (await desk.request('person.known', { personId }, CLERK))?.careNotes ?? [];

/** The same hall so many days later. */
async function later(desk: Desk, days: number): Promise<Desk> {
  desk.kill();
  desk.disk.clockOffsetMs += days * 86_400_000;
  const next = new Desk(desk.disk);
  await next.open();
  return next;
}
/** Noon, so that no midnight comes between two lines of a test. */
async function hall(): Promise<{ desk: Desk; visitId: string; personId: string }> {
  const disk = new Disk();
  disk.clockOffsetMs = Date.parse(`${dayOf(Date.now())}T12:00:00+08:00`) - Date.now();
  const desk = await newDesk({ disk });
  const { visitId } = await register(desk);
  const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
  return { desk, visitId, personId };
}

describe('a care note', () => {
  it('shows the desk what to arrange, and those who talk why; each look is a line in the trail, without a word of it', async () => {
    const { desk, personId } = await hall();
    const id = await write(desk, personId, note(desk));
    expect(await atDesk(desk, personId)).toMatchObject([
      { kind: 'care', arrangement: NOTE.arrangement, approverName: '孙管理', expires: addDays(today(desk), 30) },
    ]);
    const seen = JSON.stringify([await atDesk(desk, personId), await notesOf(desk, personId, CLERK), await notesOf(desk, personId)]);
    for (const word of [NOTE.detail, NOTE.source, NOTE.reason]) expect(seen).not.toContain(word);
    expect(await desk.request('careNote.detail', { id }, TALKER)).toEqual({
      ...{ detail: NOTE.detail, vitals: null, source: NOTE.source, reason: NOTE.reason, endReason: '' },
    });
    await endNote(desk, id);
    const trail = await desk.request('audit.list', {}, AUDITOR);
    expect(trail.slice(0, 3).map(({ action, staffName }) => [action, staffName])).toEqual([
      ['提前结束关怀与关注', '李接谈'],
      ['查看关怀与关注详情', '李接谈'],
      ['新增关怀与关注', '李接谈'],
    ]);
    for (const word of WORDS) expect(JSON.stringify(trail)).not.toContain(word);
  });

  it('is nothing for the administrator, the auditor and logistics', async () => {
    const { desk, personId } = await hall();
    await write(desk, personId, note(desk));
    for (const role of ['administrator', 'auditor', 'logistics'] as const) {
      const nobody = actor(staffIds.admin, role);
      expect(await notesOf(desk, personId, nobody), role).toEqual([]);
      expect((await desk.request('person.known', { personId }, nobody))?.careNotes, role).toEqual([]);
    }
  });

  it('holds on its last day and is gone the day after: at the desk, in its list, for a running incident', async () => {
    const { desk, personId } = await hall();
    await write(desk, personId, note(desk, 3));
    const last = await later(desk, 3);
    expect(await atDesk(last, personId)).toHaveLength(1);
    expect(await first(last, 'careNote.expiring', {}, LEADER)).toMatchObject([{ personId, name: '李秀兰', arrangement: NOTE.arrangement }]);
    const after = await later(last, 1);
    expect(await atDesk(after, personId)).toEqual([]);
    expect(await notesOf(after, personId, CLERK)).toEqual([]);
    expect(await first(after, 'careNote.expiring', {}, LEADER)).toEqual([]);
    expect(await notesOf(after, personId), 'whoever decides about the next sees the last').toMatchObject([{ state: 'expired' }]);
    const { visitId } = await register(after);
    const { id } = await after.request(
      'incident.drill',
      { requestId: uuid(), code: 'E07', plan: '桌面演练', participants: '全体' },
      TALKER,
    );
    await after.request('incident.add', { requestId: uuid(), id, entry: { kind: 'visitor', visitId } }, TALKER);
    expect((await first(after, 'incident.view', { id }))?.visits).toMatchObject([{ careNotes: 0 }]);
    expect(await after.request('incident.careNotes', { id, visitId }, TALKER)).toEqual({ notes: [] });
  });

  it('is carried on by another one, approved anew; the earlier stays as it was', async () => {
    const { desk, personId } = await hall();
    const id = await write(desk, personId, note(desk, 5));
    const next = await write(desk, '00000000-0000-7000-8000-000000000000', note(desk, 60, { arrangement: '安排甲甲甲二' }), id);
    expect(await atDesk(desk, personId)).toMatchObject([{ id: next, arrangement: '安排甲甲甲二' }]);
    expect(await notesOf(desk, personId)).toMatchObject([
      { id: next, state: 'in-force', renews: id, authorName: '李接谈' },
      { id, state: 'renewed', arrangement: NOTE.arrangement, expires: addDays(today(desk), 5) },
    ]);
    expect(await tryWrite(desk, personId, note(desk), id)).toMatchObject({ error: { code: 'conflict' } });
    expect(await endNote(desk, id)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('is carried on after it ran out, and ended before; what was ended is over', async () => {
    const { desk, personId } = await hall();
    const id = await write(desk, personId, note(desk, 1));
    const after = await later(desk, 5);
    expect(await endNote(after, id)).toMatchObject({ error: { code: 'conflict' } });
    const next = await write(after, personId, note(after, 10), id);
    expect(await endNote(after, next)).toMatchObject({ ok: true });
    expect(await atDesk(after, personId)).toEqual([]);
    expect((await notesOf(after, personId))[0]).toMatchObject({ id: next, state: 'ended', endedByName: '李接谈' });
    expect(await after.request('careNote.detail', { id: next }, TALKER)).toMatchObject({ endReason: '结束戊戊戊' });
    expect(await tryWrite(after, personId, note(after), next)).toMatchObject({ error: { code: 'conflict' } });
  });

  it('has a last day within what the unit allows, and the sentence stands beside the field', async () => {
    const { desk, personId } = await hall();
    const latest = addMonths(today(desk), 12);
    expect(await tryWrite(desk, personId, note(desk, 0, { expires: latest }))).toMatchObject({ ok: true });
    expect(await tryWrite(desk, personId, note(desk, 0, { expires: addDays(latest, 1) }))).toMatchObject({
      error: { fields: { 'note.expires': expect.stringContaining(latest) } },
    });
    expect(await tryWrite(desk, personId, note(desk, -1))).toMatchObject({ error: { fields: { 'note.expires': '有效期不能早于今天' } } });
    const { rules } = await desk.internal('internal.settings', null);
    await desk.request('settings.put', { key: 'rules', value: { ...rules, careNoteMonths: 1 } }, actor(staffIds.admin, 'administrator'));
    expect((await first(desk, 'careNote.ofPerson', { personId })).latest).toBe(addMonths(today(desk), 1));
    expect(await tryWrite(desk, personId, note(desk, 0, { expires: latest }))).toMatchObject({ ok: false });
  });

  it('is listed for those who renew a week before, nearest first; names whoever may approve, never the writer', async () => {
    const { desk, personId } = await hall();
    for (const days of [7, 2, 8]) await write(desk, personId, note(desk, days, { kind: 'attention' }));
    const soon = await first(desk, 'careNote.expiring', {}, LEADER);
    expect(soon.map(({ kind, expires }) => [kind, expires])).toEqual([2, 7].map((days) => ['attention', addDays(today(desk), days)]));
    await desk.internal('internal.saveStaff', {
      staff: { name: '周领导', roles: ['leader'], phone: '', active: true, onDuty: false, qualifications: [] },
      pinHash: 'x',
    });
    expect((await desk.request('careNote.approvers', {}, TALKER)).map(({ name }) => name)).toEqual(['周领导']);
  });

  it('written by the first release is read with what it did not say yet', async () => {
    const desk = await newDesk({ demo: true });
    const personId = (await desk.request('identity.lookup', LAN, CLERK))?.person.id ?? '';
    desk.kill();
    const db = await new Dexie(desk.disk.databaseName).open();
    const row = await db.table('careNotes').toCollection().first();
    for (const field of ['kind', 'authorId', 'at', 'renews', 'renewedBy', 'endedAt', 'endedBy']) delete row[field];
    await db.table('careNotes').put(row);
    db.close();
    const next = new Desk(desk.disk);
    await next.open();
    expect(await atDesk(next, personId)).toMatchObject([{ kind: 'care', arrangement: expect.stringContaining('血压仪') }]);
    expect(await notesOf(next, personId)).toMatchObject([{ state: 'in-force', writtenAt: null, authorName: '', endedAt: null }]);
  });
});

describe('nothing of a care note', () => {
  it('stands on a card, the hall screen, an evacuation list, a paper or an export, and it never stands in the way', async () => {
    const { desk, personId } = await hall();
    await write(desk, personId, note(desk));
    await endNote(desk, await write(desk, personId, note(desk, 30, { kind: 'attention' })));
    const { visitId, printJobId = '' } = await register(desk);
    const seen: unknown[] = [await desk.internal('internal.print.get', { id: printJobId })];
    await act(desk, visitId, { act: 'call', roomId: 'room-1' });
    const screen = async () => first(desk, 'hall.screen', {});
    seen.push(await screen(), await first(desk, 'queue.list', {}), await first(desk, 'hall.now', {}));
    const interviewId = await begin(desk, visitId, 'room-1', { from: 'waiting' });
    await fillFocus(desk, interviewId);
    seen.push(await desk.request('evacuation.list', {}, CLERK));
    seen.push(await desk.internal('internal.print.evacuation', { printer: '卡片机', masked: false }, staffIds.clerk));
    await end(desk, interviewId);
    const letters = [];
    for (const kind of LETTER_KINDS) letters.push(await desk.call('internal.print.letter', { kind, interviewId, more: {} }, TALKER));
    expect(letters.some(({ ok }) => ok)).toBe(true);
    seen.push(letters);
    const range = { from: today(desk), to: today(desk), todo: false };
    seen.push(await desk.internal('internal.table.transcript', range, staffIds.clerk));
    seen.push(await desk.internal('internal.table.supervision', null, staffIds.clerk));
    seen.push(await desk.request('search.find', { text: '李秀兰' }, CLERK), await desk.request('visit.get', { id: visitId }, CLERK));
    seen.push(await first(desk, 'visit.today', {}), await first(desk, 'print.jobs', {}), await first(desk, 'supervision.list', {}));
    const text = JSON.stringify(seen);
    expect(text, 'there was something to look at').toContain('李秀兰');
    for (const word of WORDS) expect(text).not.toContain(word);
    expect(text).not.toMatch(/黑名单|careNote/);
  });
});

it('a blood pressure is kept as its figures, read by those who read the detail, and refused when a digit is wrong', async () => {
  const desk = await newDesk();
  const { visitId } = await register(desk);
  const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
  const vitals = { systolic: 168, diastolic: 95, pulse: 88 };
  const mistyped = await tryWrite(desk, personId, note(desk, 30, { vitals: { ...vitals, systolic: 68 } }));
  expect(mistyped).toMatchObject({ ok: false, error: { fields: { 'note.vitals': expect.stringContaining('舒张压应低于收缩压') } } });
  const id = await write(desk, personId, note(desk, 30, { vitals }));
  expect((await desk.request('careNote.detail', { id }, TALKER)).vitals).toEqual(vitals);
  expect(JSON.stringify(await first(desk, 'careNote.ofPerson', { personId }))).not.toContain('168');
  const stored = await new Dexie(desk.disk.databaseName).open();
  for (const row of await stored.table('careNotes').toArray()) expect(Object.keys(row), 'inside the seal').not.toContain('vitals');
  stored.close();
});
