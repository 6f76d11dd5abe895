import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../../shared/contract';
import { contentsOf } from './contents';
import { actor, newDesk, register, staffIds } from './desk';
import { ADMIN, at, COORDINATOR, DAY, preparationOf as day, enter } from './forecast-desk';

const INTERVIEWER = actor(staffIds.talker, 'interviewer');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:40:00'));
});
afterEach(() => vi.useRealTimers());

describe('what has to be minded (plan S40)', () => {
  async function withNotes() {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { personId, matterId } = await desk.request('visit.get', { id: visitId }, COORDINATOR);
    const note = {
      ...{ kind: 'care' as const, arrangement: '言语平和，备血压仪', detail: '有心脏病史' },
      ...{ source: '本人告知', reason: '接谈安全', expires: '2026-12-31' },
    };
    await desk.internal('internal.careNote.write', { personId, renews: '', note, approverId: staffIds.admin }, staffIds.clerk);
    const { id } = await enter(desk, {
      ...{ who: '李秀兰', heads: 6, time: '10:00', personId, matterId },
      traits: { health: '随身带药', conduct: '曾扬言' },
    });
    return { desk, id };
  }

  it('is read by few, each time with a line in the trail, and masked once the day is over', async () => {
    const { desk, id } = await withNotes();
    const seen = await desk.request('meeting.notes', { itemId: id }, INTERVIEWER);
    expect(seen).toEqual({
      ...{ itemId: id, masked: false, health: '随身带药', conduct: '曾扬言' },
      notes: [{ arrangement: '言语平和，备血压仪', detail: '有心脏病史' }],
    });
    const { access } = contract['meeting.notes'];
    for (const role of ['registrar', 'guard', 'logistics', 'administrator', 'auditor'] as const) expect(access).not.toContain(role);
    const trail = await desk.request('audit.list', { limit: 20 }, ADMIN);
    expect(trail[0]).toMatchObject({ action: '查看短会注意事项', staffName: '李接谈' });
    expect(JSON.stringify(await day(desk))).not.toMatch(/心脏病|带药|扬言/);
    vi.setSystemTime(at('08:40:00') + 86_400_000);
    expect(await desk.request('meeting.notes', { itemId: id }, INTERVIEWER)).toMatchObject({
      ...{ masked: true, health: '', conduct: '' },
      notes: [{ arrangement: '言语平和，备血压仪', detail: '' }],
    });
  });

  it('is put on paper for the reception team alone, in numbered copies that are counted', async () => {
    const { desk } = await withNotes();
    const print = (receivers: string[]) =>
      desk.call('internal.meeting.printNotes', { date: DAY, receivers }, { ...COORDINATOR, roles: [] });
    expect(await print([staffIds.guard])).toMatchObject({ ok: false, error: { fields: { receivers: '钱安保不在接谈组，不能领取' } } });
    expect(await print([staffIds.talker])).toMatchObject({ ok: true, value: { copies: 1 } });
    expect(await print([staffIds.talker])).toMatchObject({ ok: true });
    expect((await day(desk)).copies).toMatchObject([{ receivers: ['李接谈'] }, { receivers: ['李接谈'] }]);
    const { rows } = await contentsOf(desk.disk, '01');
    const jobs = rows.printJobs as { kind: string; label: string; content: unknown }[];
    const notes = jobs.filter(({ kind }) => kind === 'meeting-notes');
    expect(notes.map(({ label }) => label).sort()).toEqual([`短会单 ${DAY} 第1份 李接谈`, `短会单 ${DAY} 第2份 李接谈`]);
    expect(JSON.stringify(notes[0])).toContain('有心脏病史');
    expect(await desk.call('internal.meeting.print', { date: DAY }, { ...COORDINATOR, roles: [] })).toMatchObject({ ok: true });
    const after = (await contentsOf(desk.disk, '01')).rows.printJobs as { kind: string }[];
    expect(JSON.stringify(after.filter(({ kind }) => kind === 'meeting-sheet'))).not.toMatch(/心脏病|带药|扬言|血压仪/);
    vi.setSystemTime(at('08:40:00') + 86_400_000);
    expect(await print([staffIds.talker])).toMatchObject({ ok: false });
  });

  it('leaves the archive on its day only, and only for those who may read it', async () => {
    const { desk } = await withNotes();
    await desk.internal('internal.meeting.printNotes', { date: DAY, receivers: [staffIds.talker] }, staffIds.talker);
    const { rows } = await contentsOf(desk.disk, '01');
    const job = (rows.printJobs as { id: string; kind: string }[]).find(({ kind }) => kind === 'meeting-notes');
    const id = uuid();
    const document = {
      id,
      kind: 'meeting-notes' as const,
      jobId: job?.id ?? '',
      label: '短会单',
      sha256: 'x',
      bytes: 1,
      pages: 1,
      reprint: 0,
    };
    await desk.internal('internal.document.add', document);
    expect(await desk.internal('internal.document.export', { id }, staffIds.talker)).toMatchObject({ id });
    await expect(desk.internal('internal.document.export', { id }, staffIds.clerk)).rejects.toThrow('forbidden');
    vi.setSystemTime(at('08:40:00') + 86_400_000);
    await expect(desk.internal('internal.document.export', { id }, staffIds.talker)).rejects.toThrow('forbidden');
  });
});
