import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { Desk, newDesk, staffIds } from './desk';
import { clock, close, incident, lines, list, NOBODY, raise, running, send, view, words } from './incident';

const HOUR = 3_600_000;
const falseAlarm = (desk: Desk, id: string, reason = '误触') => desk.internal('internal.alarm.falseAlarm', { id, reason });
const outcome = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: Error) => error.message,
  );

describe('an alarm', () => {
  it('is there when it answers, with nobody signed in, of this desk and of this moment', async () => {
    const desk = await newDesk();
    const raisedAt = Date.now() - 40;
    const id = await raise(desk, { raisedAt, elapsed: 40 });
    expect(await running(desk)).toMatchObject([
      { id, raisedAt, state: 'pending', code: '', level: 4, drill: false, deskCode: '01', plan: null },
    ]);
    const seen = await view(desk, id);
    expect(seen.reporter).toBe('未登录（一号登记台）');
    expect(seen.number).toMatch(/^\d{8}-01-T01$/);
    expect(await words(desk, id)).toEqual(['报警（F9），当时无人登录']);
    expect(await clock(desk, id)).toBeGreaterThanOrEqual(40);
  });

  it('with the same id again is one alarm, and its clock runs on', async () => {
    const desk = await newDesk();
    const id = await raise(desk, { elapsed: 60_000 });
    await raise(desk, { id, elapsed: 5 });
    expect(await running(desk)).toHaveLength(1);
    expect(await lines(desk, id)).toHaveLength(1);
    expect(await clock(desk, id)).toBeGreaterThanOrEqual(60_000);
  });

  it('asked again of a new storage host, which answered the first time but was not heard, is one alarm', async () => {
    const desk = await newDesk();
    const id = await raise(desk, { raisedAt: Date.now() - 60_000, elapsed: 60_000 });
    desk.kill();
    const next = new Desk(desk.disk);
    await next.open();
    await raise(next, { id, elapsed: 5 });
    expect(await running(next)).toHaveLength(1);
    expect(await clock(next, id)).toBeGreaterThanOrEqual(60_000);
  });

  it('several at once run beside each other, the newest first, each with its number', async () => {
    const desk = await newDesk();
    const one = await incident(desk, 'E01', { raisedAt: Date.now() - 1000 });
    const two = await incident(desk, 'E07');
    expect((await running(desk)).map(({ id, code }) => [id, code])).toEqual([
      [two, 'E07'],
      [one, 'E01'],
    ]);
    expect((await list(desk, false)).map(({ number }) => number.slice(-3))).toEqual(['T02', 'T01']);
  });

  it('goes out with its digit, by the plan in force', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E07');
    expect(await view(desk, id)).toMatchObject({ state: 'active', code: 'E07', edition: 1, plan: { code: 'E07' } });
    expect(await words(desk, id)).toEqual(['报警（F9），当时无人登录', '类型：E07 突发疾病', '警报发出']);
  });

  it('that went out by itself takes the digit that came too late, and only one', async () => {
    const desk = await newDesk();
    const id = await raise(desk);
    await send(desk, id, '', 'by-itself');
    expect(await view(desk, id)).toMatchObject({ state: 'active', code: '', plan: null });
    await send(desk, id, 'E15');
    expect(await view(desk, id)).toMatchObject({ state: 'active', code: 'E15', plan: { code: 'E15' } });
    expect((await words(desk, id)).slice(1)).toEqual(['无人选择类型，警报自动发出', '类型：E15 火灾、烟雾']);
    await send(desk, id, 'E15');
    expect(await outcome(send(desk, id, 'E01'))).toContain('警报已按另一类型发出');
    expect(await lines(desk, id)).toHaveLength(3);
  });

  it('the ten seconds that come after the digit write nothing', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E07');
    await send(desk, id, '', 'by-itself');
    expect(await lines(desk, id)).toHaveLength(3);
  });

  it('takes lines from anybody while it runs, and none once it is over', async () => {
    const desk = await newDesk();
    const id = await raise(desk);
    const line = (text: string) => desk.internal('internal.alarm.line', { id, text });
    await line('还没有发出时的一行');
    await send(desk, id, 'E03');
    await line('有人倒地');
    await close(desk, id);
    expect(await outcome(line('晚了'))).toContain('已经结束');
    expect((await lines(desk, id)).filter(({ data }) => data.kind === 'note')).toMatchObject([
      { text: '还没有发出时的一行', staffName: '' },
      { text: '有人倒地', staffName: '' },
    ]);
  });

  it('of this desk is not taken note of here, and of a number that nobody knows neither', async () => {
    const desk = await newDesk();
    const id = await incident(desk, 'E03');
    await desk.internal('internal.alarm.heard', { id });
    expect(await lines(desk, id)).toHaveLength(3);
    expect((await running(desk))[0]?.heard).toEqual([]);
    expect(await outcome(desk.internal('internal.alarm.heard', { id: uuid() }))).toContain('没有找到这次报警');
  });

  it('by mistake is closed with its reason and stays on record', async () => {
    const desk = await newDesk();
    const [waiting, out] = [await raise(desk), await incident(desk)];
    await falseAlarm(desk, waiting, '撞到键盘');
    await falseAlarm(desk, out);
    expect(await running(desk)).toEqual([]);
    const kept = await list(desk, false);
    expect(kept.map(({ state }) => state)).toEqual(['false-alarm', 'false-alarm']);
    expect(kept.every(({ closedAt }) => (closedAt ?? 0) > 0)).toBe(true);
    expect((await words(desk, waiting)).at(-1)).toBe('误报：撞到键盘');
    expect(await outcome(falseAlarm(desk, waiting, '再来一次'))).toContain('不能再按误报结束');
  });

  it('of a number that nobody knows is not found', async () => {
    const desk = await newDesk();
    expect(await outcome(send(desk, uuid(), 'E01'))).toContain('没有找到这次报警');
  });
});

describe('the reporter', () => {
  it('is whoever signs in at the desk while it runs, the first of them', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    await desk.internal('internal.alarm.signedIn', null, staffIds.guard);
    await desk.internal('internal.alarm.signedIn', null, staffIds.clerk);
    expect((await view(desk, id)).reporter).toBe('钱安保');
    expect((await lines(desk, id)).filter(({ data }) => data.kind === 'signed-in')).toMatchObject([{ staffName: '钱安保' }]);
  });
  it('is who was signed in when the key was pressed', async () => {
    const desk = await newDesk();
    const id = await raise(desk, { staffId: staffIds.clerk });
    await desk.internal('internal.alarm.signedIn', null, staffIds.guard);
    expect((await view(desk, id)).reporter).toBe('赵登记');
    expect(await words(desk, id)).toEqual(['报警（F9）']);
  });
  it('of one that is over stays nobody', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    await falseAlarm(desk, id);
    await desk.internal('internal.alarm.signedIn', null, staffIds.guard);
    expect((await view(desk, id)).reporter).toBe('未登录（一号登记台）');
  });
});

describe('after a restart', () => {
  it('what was not sent is known, and only that', async () => {
    const desk = await newDesk();
    const [waiting] = [await raise(desk), await incident(desk)];
    await falseAlarm(desk, await raise(desk));
    desk.kill();
    const next = new Desk(desk.disk);
    await next.open();
    expect(await next.internal('internal.alarm.unsent', null)).toEqual([{ id: waiting }]);
    await send(next, waiting, '', 'after-restart');
    expect((await words(next, waiting)).at(-1)).toBe('程序重新启动，警报发出');
  });

  it.each([
    ['went on', 0],
    ['was set back an hour', -HOUR],
  ])('the clock stands no earlier than before when the PC’s clock %s, and the order stays', async (_name, clockOffsetMs) => {
    const desk = await newDesk();
    const id = await incident(desk, 'E05', { elapsed: 20 * 60_000 });
    await desk.internal('internal.alarm.line', { id, text: '先说的' });
    const before = await clock(desk, id);
    desk.kill();
    desk.disk.clockOffsetMs = clockOffsetMs;
    const next = new Desk(desk.disk);
    await next.open();
    const after = await clock(next, id);
    expect(after).toBeGreaterThanOrEqual(before - 1000);
    expect(after).toBeLessThan(before + 60_000);
    await next.internal('internal.alarm.line', { id, text: '后说的' });
    const said = await lines(next, id);
    expect(said.map(({ text }) => text).slice(-2)).toEqual(['先说的', '后说的']);
    expect(said.map(({ elapsed }) => elapsed)).toEqual([...said.map(({ elapsed }) => elapsed)].sort((a, b) => a - b));
    expect((await view(next, id)).elapsed).toBeGreaterThanOrEqual(said.at(-1)?.elapsed ?? 0);
  });

  it('the time that passed while it was closed has passed', async () => {
    const desk = await newDesk();
    const id = await incident(desk);
    desk.kill();
    desk.disk.clockOffsetMs = HOUR;
    const next = new Desk(desk.disk);
    await next.open();
    expect(await clock(next, id)).toBeGreaterThanOrEqual(HOUR);
  });

  it('a clock set back while the program runs changes nothing: the lines carry the incident’s own time', async () => {
    const desk = await newDesk();
    const id = await raise(desk, { raisedAt: Date.now() + HOUR, elapsed: 5000 });
    expect(await clock(desk, id)).toBeGreaterThanOrEqual(5000);
    expect(await clock(desk, id)).toBeLessThan(60_000);
  });
});

it('answers nobody who is not signed in with a line or a name', async () => {
  const desk = await newDesk();
  const id = await incident(desk, 'E03', { staffId: staffIds.clerk });
  await desk.internal('internal.alarm.line', { id, text: '李秀兰倒地' });
  const seen = JSON.stringify(await running(desk));
  expect(seen).not.toContain('李秀兰');
  expect(seen).not.toContain('赵登记');
  expect(await desk.try('incident.clock', { id }, NOBODY)).toMatchObject({ ok: true });
});
