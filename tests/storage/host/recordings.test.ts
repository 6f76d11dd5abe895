import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { actor, type Desk, newDesk, register, staffIds } from './desk';
import { first } from './lives';
import { begin, end, TALKER } from './talk';

const KEEPER = actor(staffIds.admin, 'coordinator');
const ALL = { parts: 3, bytes: 60_000, durationMs: 15_000, sha256: 'a'.repeat(64) };
const NOTHING = { parts: 0, bytes: 0, durationMs: 0, sha256: '' };

async function recording(desk: Desk, interviewId: string, more: { outsideFrom?: string } = {}): Promise<string> {
  const id = uuid();
  await desk.internal(
    'internal.recording.begin',
    { id, interviewId, mime: 'audio/webm;codecs=opus', name: '桌面麦克风', ...more },
    staffIds.talker,
  );
  return id;
}
const finish = (desk: Desk, id: string, summary = ALL, ended: 'stopped' | 'program' = 'stopped', damaged = false) =>
  desk.internal('internal.recording.finish', { id, ended, damaged, ...summary }, staffIds.talker);

const views = (desk: Desk, interviewId: string) => first(desk, 'recording.ofInterview', { interviewId }, TALKER);
const lines = async (desk: Desk, id: string): Promise<string[]> =>
  (await first(desk, 'interview.notes', { id, limit: 50 }, TALKER)).notes.map(({ kind, text }) => `${kind} ${text}`);

async function talking(): Promise<{ desk: Desk; interviewId: string }> {
  const desk = await newDesk();
  const { visitId } = await register(desk);
  return { desk, interviewId: await begin(desk, visitId, 'room-1') };
}

describe('a recording', () => {
  it('stands in the record from its beginning to its end, and is kept two years from its day', async () => {
    const { desk, interviewId } = await talking();
    const id = await recording(desk, interviewId);
    await desk.internal('internal.recording.alarm', { id, alarm: 'silent' }, staffIds.talker);
    await finish(desk, id);
    // Asked again after a lost answer: nothing is said twice.
    await finish(desk, id, NOTHING, 'program');
    expect(await lines(desk, interviewId)).toEqual([
      expect.stringContaining('event 接谈开始'),
      'event 开始录音（桌面麦克风）。',
      'alarm 麦克风没有声音，可能已关闭或没有对准。',
      'event 录音停止。',
    ]);
    const [view] = await views(desk, interviewId);
    expect(view).toMatchObject({
      id,
      state: 'done',
      ended: 'stopped',
      durationMs: 15_000,
      sha256: ALL.sha256,
      staffName: expect.any(String),
    });
    const began = new Date((view?.startedAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(Number(view?.destroyableFrom.slice(0, 4)) - Number(began.slice(0, 4))).toBeGreaterThanOrEqual(2);
  });

  it('that the program left is told to the next start, with its key and how far it was; another desk is not asked', async () => {
    const { desk, interviewId } = await talking();
    const id = await recording(desk, interviewId);
    await desk.internal('internal.recording.reached', { id, ...ALL });
    const { running } = await desk.internal('internal.recording.unsettled', null);
    expect(running).toEqual([{ id, outside: false, ...ALL, key: expect.any(Uint8Array) }]);
    await finish(desk, id, { ...ALL, parts: 2 }, 'program', true);
    expect((await lines(desk, interviewId)).at(-1)).toBe(
      'alarm 程序意外退出，录音中断；此前的录音已保存。磁盘上的录音比已记录的少，请联系系统管理员。',
    );
    expect((await desk.internal('internal.recording.unsettled', null)).running).toEqual([]);
  });

  it('of which nothing was kept is none; an outside file that was not copied whole is to be registered again', async () => {
    const { desk, interviewId } = await talking();
    await finish(desk, await recording(desk, interviewId), NOTHING);
    await finish(desk, await recording(desk, interviewId, { outsideFrom: '08:30' }), NOTHING, 'program');
    expect((await views(desk, interviewId)).map(({ state }) => state)).toEqual(['destroyed', 'destroyed']);
    expect((await lines(desk, interviewId)).slice(-2)).toEqual([
      'alarm 录音停止，没有录到声音。',
      'alarm 外部录音（桌面麦克风）没有存完，请重新登记。',
    ]);
  });

  it('begins only while the talk goes on; a file of an outside recorder may come later, and from before its beginning', async () => {
    const { desk, interviewId } = await talking();
    await end(desk, interviewId);
    const late = { id: uuid(), interviewId, mime: 'audio/webm', name: '' };
    expect(await desk.call('internal.recording.begin', late, TALKER)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await finish(desk, await recording(desk, interviewId, { outsideFrom: '00:01' }));
    const [view] = await views(desk, interviewId);
    expect(view).toMatchObject({ outside: true, state: 'done' });
    expect(view?.startedElapsed).toBeLessThan(0);
  });

  it('is heard by somebody who was replaced as far as they sat there, and by who came as far as all', async () => {
    const { desk, interviewId } = await talking();
    const before = await recording(desk, interviewId);
    await finish(desk, before, { ...ALL, durationMs: 1 });
    const input = { id: interviewId, role: 'recorder', staffId: staffIds.admin, reason: '换班' };
    expect(await desk.call('internal.interview.replace', input, TALKER)).toMatchObject({ ok: true });
    const after = await recording(desk, interviewId);
    await finish(desk, after);
    const open = async (id: string, staffId: string) => desk.call('internal.recording.open', { id }, actor(staffId));
    expect(await open(before, staffIds.clerk)).toMatchObject({ ok: true, value: { heard: [{ fromMs: 0 }] } });
    expect(await open(after, staffIds.clerk)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await open(before, staffIds.admin)).toMatchObject({ ok: true, value: { heard: null } });
  });

  it('is heard by the team and by who keeps it; anybody else is refused and written down', async () => {
    const { desk, interviewId } = await talking();
    const id = await recording(desk, interviewId);
    expect(await desk.call('internal.recording.open', { id }, TALKER)).toMatchObject({ ok: false });
    await finish(desk, id);
    expect(await desk.call('internal.recording.open', { id }, TALKER)).toMatchObject({ ok: true, value: { key: expect.any(Uint8Array) } });
    const stranger = actor(staffIds.admin, 'registrar');
    expect(await desk.call('internal.recording.open', { id }, stranger)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    const trail = await desk.request('audit.list', { limit: 50 }, actor(staffIds.admin, 'auditor'));
    expect(JSON.stringify(trail)).toContain('拒绝收听录音');
  });

  it('is not destroyed before its day, nor while it is held or its matter is open; gone is its key, and the certificate stays', async () => {
    const { desk, interviewId } = await talking();
    const id = await recording(desk, interviewId);
    await finish(desk, id);
    await end(desk, interviewId);
    await desk.request('recording.hold', { id, hold: true, reason: '诉讼' }, KEEPER);
    const tried = await desk.call('internal.recording.destroy', { id, reason: '期满', approverId: staffIds.clerk }, KEEPER);
    expect(tried).toMatchObject({ ok: false, error: { message: expect.stringMatching(/保存期未满.*暂停销毁：诉讼.*尚未办结/) } });
    const { rows } = await desk.request('recording.list', { due: false }, KEEPER);
    expect(rows).toMatchObject([{ id, hold: true, kept: [expect.any(String), expect.any(String), expect.any(String)] }]);
    expect((await desk.request('recording.list', { due: true }, KEEPER)).rows).toEqual([]);

    await desk.internal('internal.recording.gone', { id });
    expect(await desk.call('internal.recording.open', { id }, TALKER)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});

describe('signing', () => {
  const sign = (desk: Desk, id: string, signing: object) =>
    desk.try('interview.sign', { requestId: uuid(), id, signing: { readBack: true, ...signing } } as never, TALKER);
  const refused = { how: 'refused', reason: '不满意', witness: '孙医生' };

  it('comes after the end, once, and says how; the record is frozen but for amendments', async () => {
    const { desk, interviewId } = await talking();
    expect(await sign(desk, interviewId, refused)).toMatchObject({ ok: false, error: { message: expect.stringContaining('结束') } });
    const running = await recording(desk, interviewId);
    await end(desk, interviewId);
    expect(await sign(desk, interviewId, refused)).toMatchObject({ ok: true });
    expect((await lines(desk, interviewId)).at(-1)).toBe('event 记录已向来访人宣读；来访人拒绝签名：不满意。见证人 孙医生。');
    expect(await sign(desk, interviewId, refused)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    // What the program would say of its recording is in the recording's own row.
    await finish(desk, running);
    expect((await lines(desk, interviewId)).at(-1)).toContain('拒绝签名');
  });

  it('on paper names a scan of this visit, and one that is not void', async () => {
    const { desk, interviewId } = await talking();
    await end(desk, interviewId);
    const none = await sign(desk, interviewId, { how: 'paper', attachmentId: uuid() });
    expect(none).toMatchObject({ ok: false, error: { fields: { 'signing.attachmentId': expect.any(String) } } });
  });

  it('on the screen keeps the drawn name, for those who may see the record', async () => {
    const { desk, interviewId } = await talking();
    await end(desk, interviewId);
    const image = Buffer.from('a name').toString('base64');
    expect(await sign(desk, interviewId, { how: 'screen', image })).toMatchObject({ ok: true });
    expect(await desk.request('interview.signature', { id: interviewId }, TALKER)).toEqual({ image });
  });
});
