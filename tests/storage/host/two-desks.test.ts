import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { contentsOf } from './contents';
import { actor, CLERK, type Desk, GUO, LAN, newDesk, register, staffIds } from './desk';
import { guide } from './hall';
import { Hub, joinedDesk } from './hub';
import { add, incident, lines, note, raise } from './incident';
import { first } from './lives';
import { begin, end, fillFocus, TALKER, tryBegin } from './talk';

const ADMIN = actor(staffIds.admin, 'administrator');
const CODES = ['01', '02'] as const;

/** Two desks of one hall, both with its settings and staff. */
async function two() {
  const one = await newDesk();
  const other = await joinedDesk(one.disk, '02');
  const hub = new Hub(one.disk.hallId);
  const meet = async (): Promise<void> => {
    for (const [i, desk] of [one, other].entries()) await hub.publish(desk, CODES[i] ?? '');
    for (const desk of [one, other]) await hub.bringAll(desk);
  };
  await meet();
  const same = async (): Promise<void> => {
    await meet();
    expect(await contentsOf(other.disk, '02')).toEqual(await contentsOf(one.disk, '02'));
  };
  return { one, other, hub, meet, same };
}

describe("another desk's rows", () => {
  it('a print job is printed, moved and listed where it was made, nowhere else', async () => {
    const { one, other, meet } = await two();
    await register(one);
    await meet();
    const [job] = await one.internal('internal.print.open', null);
    if (!job) throw new Error('no print job');
    expect(await other.internal('internal.print.open', null)).toEqual([]);
    expect(await other.internal('internal.jobs', { states: ['queued'] })).toEqual([]);
    expect(await other.internal('internal.print.get', { id: job.id })).toBeNull();
    expect(await other.internal('internal.print.move', { id: job.id, from: ['queued'], to: 'cancelled', note: '' })).toBe(false);
    expect(await first(other, 'print.jobs', {}, CLERK)).toEqual([]);
    expect(await first(one, 'print.jobs', {}, CLERK)).toHaveLength(1);
  });

  it('a running import of a ledger, a recording and a pending alarm are settled by the desk they run at', async () => {
    const { one, other, meet } = await two();
    const { importId } = await one.internal('internal.ledger.begin', { fileName: '台账.xlsx', lines: 3, refused: 0 }, staffIds.admin);
    const { visitId } = await register(one);
    const interviewId = await begin(one, visitId, 'room-1');
    const recordingId = uuid();
    await one.internal('internal.recording.begin', { id: recordingId, interviewId, mime: 'audio/webm', name: '麦克风' }, staffIds.talker);
    const alarm = await raise(one);
    await meet();
    const left = async (desk: Desk) => ({
      imports: await desk.internal('internal.ledger.unfinished', null),
      recordings: (await desk.internal('internal.recording.unsettled', null)).running.map(({ id }) => id),
      alarms: (await desk.internal('internal.alarm.unsent', null)).map(({ id }) => id),
    });
    expect(await left(other)).toEqual({ imports: [], recordings: [], alarms: [] });
    expect(await left(one)).toEqual({ imports: [importId], recordings: [recordingId], alarms: [alarm] });
    // Another desk's import keeps nobody from importing.
    await other.internal('internal.ledger.begin', { fileName: '另一本.xlsx', lines: 1, refused: 0 }, staffIds.admin);
    expect(await left(other)).toMatchObject({ imports: [expect.any(String)] });
  });

  it('equal refusals are counted by each desk, and none is lost', async () => {
    const { one, other, same } = await two();
    const count = { key: 'day/nobody/visit.register/forbidden', at: 1, staffId: null, request: 'visit.register', code: 'forbidden' };
    await one.internal('internal.refusals', { counts: [{ ...count, count: 3 }] });
    await other.internal('internal.refusals', { counts: [{ ...count, count: 2 }] });
    await same();
    const told = await one.request('audit.list', { limit: 50 }, ADMIN);
    expect(
      told
        .filter(({ action }) => action === '拒绝')
        .map((each) => [each.deskCode, each.count])
        .sort(),
    ).toEqual([
      ['01', 3],
      ['02', 2],
    ]);
  });
});

describe('two desks at once', () => {
  it('call one visit: both show the same room afterwards, and the one that called later', async () => {
    const { one, other, meet, same } = await two();
    const { visitId } = await register(one);
    await one.request('visit.act', { id: visitId, from: 'issued', act: guide }, CLERK);
    await meet();
    await one.request('visit.act', { id: visitId, from: 'waiting', act: { act: 'call', roomId: 'room-1' } }, CLERK);
    await other.request('visit.act', { id: visitId, from: 'waiting', act: { act: 'call', roomId: 'room-2' } }, CLERK);
    await same();
    const { rows } = await contentsOf(one.disk, '01');
    expect(rows.visits).toMatchObject([{ roomId: 'room-2' }]);
  });

  it('begin two interviews of one visit, or in one room: both records are kept', async () => {
    const { one, other, meet, same } = await two();
    const a = await register(one);
    const b = await register(other, { people: [GUO] });
    await meet();
    for (const [desk, visitId] of [
      [one, a.visitId],
      [other, a.visitId],
    ] as const)
      expect(await tryBegin(desk, visitId, 'room-1')).toMatchObject({ ok: true });
    expect(await tryBegin(other, b.visitId, 'room-2')).toMatchObject({ ok: true });
    await same();
    const { rows } = await contentsOf(one.disk, '01');
    expect(rows.interviews).toHaveLength(3);
  });

  it('enrol one person: known as one from either record, and the next visit counts both', async () => {
    const { one, other, same } = await two();
    const a = await register(one);
    const b = await register(other);
    await same();
    for (const desk of [one, other]) {
      const known = await desk.request('identity.lookup', { docType: 'resident-id', docNumber: LAN.docNumber }, CLERK);
      expect(known).toMatchObject({ visitCount: 2 });
      expect(known?.visits.map(({ number }) => number).sort()).toEqual([a.number, b.number].sort());
    }
  });

  it('register one matter again: the next visit is one more than both', async () => {
    const { one, other, meet, same } = await two();
    await register(one);
    await meet();
    const known = await one.request('identity.lookup', { docType: 'resident-id', docNumber: LAN.docNumber }, CLERK);
    const matterId = known?.matters[0]?.id ?? '';
    const second = await register(one, { matterId });
    const third = await register(other, { matterId });
    await same();
    const next = await register(other, { matterId });
    const countOf = async (id: string) => (await other.request('visit.get', { id }, CLERK)).visitCount;
    expect([await countOf(second.visitId), await countOf(third.visitId), await countOf(next.visitId)]).toEqual([2, 2, 4]);
  });

  it('amend one signed record: both amendments stand in it', async () => {
    const { one, other, meet, same } = await two();
    const { visitId } = await register(one);
    const id = await begin(one, visitId, 'room-1');
    await end(one, id);
    await one.request(
      'interview.sign',
      { requestId: uuid(), id, signing: { how: 'refused', reason: '不愿签字', witness: '钱安保', readBack: true } },
      TALKER,
    );
    await meet();
    for (const [desk, text] of [
      [one, '甲台补正'],
      [other, '乙台补正'],
    ] as const)
      await desk.request('interview.amend', { requestId: uuid(), id, amendment: { amends: 'result', text, reason: '遗漏' } }, TALKER);
    await same();
    for (const desk of [one, other]) {
      const { notes } = await first(desk, 'interview.notes', { id, limit: 50 }, TALKER);
      expect(
        notes
          .filter(({ kind }) => kind === 'amendment')
          .map(({ text }) => text.slice(0, 4))
          .sort(),
      ).toEqual(['乙台补正', '甲台补正']);
    }
  });

  it('write in one incident: the timeline is the same everywhere, each line once', async () => {
    const { one, other, meet, same } = await two();
    const id = await incident(one);
    await meet();
    for (let n = 0; n < 4; n++) {
      await add(one, id, note(`甲 ${n}`));
      await add(other, id, note(`乙 ${n}`));
    }
    await same();
    const texts = (await lines(one, id)).map(({ text }) => text);
    expect((await lines(other, id)).map(({ text }) => text)).toEqual(texts);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.filter((text) => /[甲乙] \d/.test(text))).toHaveLength(8);
    await add(other, id, { kind: 'controlled', text: '' });
    await add(one, id, { kind: 'false-alarm', reason: '误触' } as never).catch(() => {});
    await same();
  });
});

describe('a data key that is erased', () => {
  const unreadable = async (desk: Desk, id: string) => {
    const { rows } = await contentsOf(desk.disk, '01');
    return (rows.visits as { id: string; unreadable: boolean }[]).find((row) => row.id === id)?.unreadable;
  };

  it('is destroyed at every desk, and nothing brings it back', async () => {
    const { one, other, hub, meet } = await two();
    const { visitId } = await register(one);
    await meet();
    const [key] = (await contentsOf(one.disk, '01')).rows.visits as { keyId: string }[];
    const keyId = key?.keyId ?? '';
    await one.internal('internal.sync.eraseKeys', { keyIds: [keyId], basis: '保存期满' });
    await one.internal('internal.sync.eraseKeys', { keyIds: [keyId], basis: '再次' });
    await meet();
    for (const desk of [one, other]) {
      expect(await desk.internal('internal.sync.erasedKeys', null)).toEqual({ ids: [keyId] });
      desk.disk.keyring.delete(keyId);
      await desk.internal('internal.sync.keysGone', { ids: [keyId] });
      expect(await desk.internal('internal.sync.erasedKeys', null)).toEqual({ ids: [] });
      const wrapped = hub.keys.get(keyId) ?? new Uint8Array();
      expect(await desk.internal('internal.sync.addKeys', { keys: [{ id: keyId, wrapped }] })).toEqual({
        added: 0,
        refused: 1,
        erased: [keyId],
      });
      expect(await unreadable(desk, visitId)).toBe(true);
      expect(await desk.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });
    }
    const before = await joinedDesk(one.disk, '04');
    await hub.bringAll(before);
    expect(await before.internal('internal.sync.erasedKeys', null), 'the hub still had it').toEqual({ ids: [keyId] });
    hub.keys.delete(keyId);
    const late = await joinedDesk(one.disk, '03');
    await hub.bringAll(late);
    expect(late.disk.keyring.has(keyId)).toBe(false);
    expect(await late.internal('internal.sync.keys', { ids: [keyId] })).toEqual([]);
    expect(await late.internal('internal.verifyChain', null)).toMatchObject({ brokenAt: null, aside: 0 });
  });

  it('that only comes later opens what waited for it', async () => {
    const { one, hub } = await two();
    const { visitId } = await register(one);
    await one.request('visit.correct', { id: visitId, patch: { summary: '更正后的事由' }, reason: '听错' }, CLERK);
    await hub.publish(one, '01');
    const late = await joinedDesk(one.disk, '03');
    const keys = [...hub.keys];
    hub.keys.clear();
    await hub.bringAll(late);
    expect(await unreadable(late, visitId)).toBe(true);
    await late.internal('internal.sync.addKeys', { keys: keys.map(([id, wrapped]) => ({ id, wrapped })) });
    expect(await late.request('visit.get', { id: visitId }, CLERK)).toMatchObject({ name: '李秀兰', summary: '更正后的事由' });
    expect((await contentsOf(late.disk, '01')).rows).toEqual((await contentsOf(one.disk, '01')).rows);
  });

  it('of a recording that was destroyed is named to the other desks', async () => {
    const { one, other, meet } = await two();
    const { visitId } = await register(one);
    const interviewId = await begin(one, visitId, 'room-1');
    const id = uuid();
    await one.internal('internal.recording.begin', { id, interviewId, mime: 'audio/webm', name: '麦克风' }, staffIds.talker);
    const summary = { parts: 1, bytes: 9, durationMs: 5000, sha256: 'a'.repeat(64) };
    await one.internal('internal.recording.finish', { id, ended: 'stopped', damaged: false, ...summary }, staffIds.talker);
    await fillFocus(one, interviewId);
    await end(one, interviewId, { result: 'not-accepted', reason: '不属于受理范围', article: '第十五条' } as never);
    await meet();
    one.kill();
    other.kill();
    const [oneLater, otherLater] = await Promise.all(CODES.map((code, i) => later([one, other][i] ?? one, code)));
    if (!oneLater || !otherLater) throw new Error('no desk');
    await otherLater.internal('internal.recording.destroy', { id, reason: '期满', approverId: staffIds.admin }, staffIds.admin);
    const hub = new Hub(one.disk.hallId);
    await hub.publish(otherLater, '02');
    await hub.bringAll(oneLater);
    expect(await oneLater.internal('internal.sync.erasedKeys', null)).toEqual({ ids: [`s:${id}`] });
    // Its file lies here: the next start carries the destruction out.
    expect((await oneLater.internal('internal.recording.unsettled', null)).destroyed).toEqual([id]);
  });
});

async function later({ disk }: Desk, code: string): Promise<Desk> {
  const { Desk: Reopened } = await import('./desk');
  disk.clockOffsetMs = 3 * 366 * 86_400_000;
  const desk = new Reopened(disk, code);
  await desk.open();
  return desk;
}

describe('the table of desks', () => {
  it('says who may write, and what of a revoked desk still counts', async () => {
    const { one, other, meet } = await two();
    await one.internal('internal.sync.putDesk', { code: '01', publicKey: 'a'.repeat(64) });
    await one.internal('internal.sync.putDesk', { code: '09', publicKey: 'b'.repeat(64) });
    await one.internal('internal.sync.putDesk', { code: '09', publicKey: 'c'.repeat(64) });
    await register(other, { people: [GUO] });
    await one.internal('internal.sync.putDesk', { code: '02', publicKey: 'd'.repeat(64) });
    await meet();
    const { ends } = await one.internal('internal.sync.ends', null);
    const end2 = ends.find(({ desk }) => desk === '02');
    await one.internal('internal.sync.revokeDesk', { code: '02', reason: '遗失', renewed: null }, staffIds.admin);
    await meet();
    for (const desk of [one, other])
      expect((await desk.internal('internal.sync.desks', null)).sort((a, b) => a.code.localeCompare(b.code))).toEqual([
        { code: '01', publicKey: 'a'.repeat(64), revokedAfter: null },
        { code: '02', publicKey: 'd'.repeat(64), revokedAfter: { inc: end2?.inc, last: end2?.last } },
        { code: '09', publicKey: 'c'.repeat(64), revokedAfter: null },
      ]);
    await expect(one.internal('internal.sync.putDesk', { code: '02', publicKey: 'e'.repeat(64) })).rejects.toThrow('conflict');
  });
});
