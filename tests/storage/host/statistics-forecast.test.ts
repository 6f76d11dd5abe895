import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputOf } from '../../../shared/contract';
import type { Figure } from '../../../shared/domain/statistics';
import { CLERK, type Desk, GUO, newDesk, register, staffIds } from './desk';
import { ANALYST, at, COORDINATOR, DAY, enter, GUARD, grade, LEADER } from './forecast-desk';
import { add, incident } from './incident';
import { first } from './lives';
import { cellsOf, texts, walk } from './statistics';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:40:00'));
});
afterEach(() => vi.useRealTimers());

async function behind(desk: Desk, walkId: string, figure: Figure | null | undefined) {
  if (!figure) throw new Error('no records behind it');
  return (await desk.request('statistics.records', { unit: 'day', day: DAY, figure, walkId, page: 0 }, ANALYST)).rows;
}

/** A round of the whole house. */
const round = (desk: Desk) =>
  desk.request('patrol.add', { points: { gate: 'good', 'doors-windows': 'good', 'fire-exits': 'good' }, note: '' }, GUARD);
const tick = (desk: Desk, itemId: string, step: string) => desk.request('preparation.step', { itemId, step, act: 'done', note: '' }, GUARD);

/** A morning: one matter prepared all but its room, one with too little time, one of a later hour, one of 一般. */
async function aMorning() {
  const desk = await newDesk();
  const { visitId } = await register(desk);
  const { matterId } = await desk.request('visit.get', { id: visitId }, CLERK);
  const other = await register(desk, { people: [GUO] });
  const another = await desk.request('visit.get', { id: other.visitId }, CLERK);
  const ready = await enter(desk, { who: '某小区业主', heads: 8, time: '10:00', matterId });
  const short = await enter(desk, { who: '某厂职工', heads: 6, time: '09:25', matterId: another.matterId });
  const later = await enter(desk, { who: '三名村民', heads: 3, time: '11:00' });
  await enter(desk, { who: '一人', heads: 1, time: '10:30' });
  const itemId = ready.id;

  vi.setSystemTime(at('08:50:00'));
  await grade(desk, ready.id, { grade: 'high', suggested: 'high' });
  const { id } = await desk.request('summons.notify', { itemId, department: '住建科', method: 'phone', limitMinutes: 20 }, COORDINATOR);
  await desk.request('summons.answer', { id, attendee: '李明' }, COORDINATOR);
  for (let n = 0; n < 4; n++) await round(desk);
  for (const step of ['resources', 'cordon']) await tick(desk, itemId, step);
  vi.setSystemTime(at('09:20:00'));
  await grade(desk, later.id, { grade: 'attention', suggested: 'attention' });
  vi.setSystemTime(at('09:40:00'));
  const { clerk, guard, talker, admin } = staffIds;
  await desk.request('preparation.team', { itemId, lead: talker, recorder: clerk, observer: guard }, COORDINATOR);
  await desk.request(
    'meeting.add',
    { date: DAY, itemIds: [itemId], startedAt: '09:40', hostId: admin, present: [clerk], note: '' },
    LEADER,
  );
  await add(desk, await incident(desk), { kind: 'visitor', visitId });
  vi.setSystemTime(at('09:45:00'));
  return { desk, ready, short, later };
}

describe('statistics of what was prepared for (plan S34, S37, S39)', () => {
  it('T-60, T-30, T-20: of the matters whose time has come; what had too little time is neither ready nor late', async () => {
    const { desk, ready, short } = await aMorning();
    const { report, walkId } = await walk(desk);
    expect(texts(report, 'T7', 'T-60')).toEqual(['100.00%', '1']);
    expect(texts(report, 'T7', 'T-30')).toEqual(['0.00%', '2']);
    expect(texts(report, 'T7', 'T-20')).toEqual(['50.00%', '2']);
    expect(texts(report, 'T7', '准备时间不足的事项')[0]).toBe('1');
    const counted = await behind(desk, walkId, cellsOf(report, 'T7', 'T-20')[1]?.figure);
    expect(counted.map(({ id }) => id).sort()).toEqual([ready.id, short.id].sort());
    const tooShort = await behind(desk, walkId, cellsOf(report, 'T7', '准备时间不足的事项')[0]?.figure);
    expect(tooShort.map(({ id }) => id)).toEqual([short.id]);
  });

  it('says the same as a recount of the checklists on the screen, at every hour of the morning', async () => {
    const { desk } = await aMorning();
    for (const hour of ['09:45:00', '10:00:00', '10:00:01', '10:45:00', '12:00:00']) {
      vi.setSystemTime(at(hour));
      const { items } = (await first(desk, 'preparation.day', { date: DAY }, COORDINATOR)) as OutputOf<'preparation.day'>;
      const { report } = await walk(desk);
      for (const before of [60, 30, 20]) {
        const own = items.map(({ plannedAt, steps }) => ({
          dueAt: (plannedAt ?? 0) - before * 60_000,
          done: steps.filter(({ dueAt }) => dueAt === (plannedAt ?? 0) - before * 60_000).map(({ doneAt }) => doneAt),
        }));
        // A step with too little time is due when the talk begins, so its matter has none that is due before.
        const judged = own.filter(({ dueAt, done }) => {
          const open = done.includes(null);
          return done.length > 0 && (!open || dueAt < Date.now() || done.some((each) => each !== null && each > dueAt));
        });
        const inTime = judged.filter(({ dueAt, done }) => done.every((each) => each !== null && each <= dueAt)).length;
        const rate = judged.length > 0 ? `${((inTime / judged.length) * 100).toFixed(2)}%` : '—';
        expect(texts(report, 'T7', `T-${before}`), `${hour} T-${before}`).toEqual([rate, String(judged.length)]);
      }
    }
  });
});

describe('statistics of the forecast (plan S30, S31)', () => {
  it('研判: graded within thirty minutes, of those whose time is up; 命中: of those that name a visit of the hall', async () => {
    const { desk, ready, short } = await aMorning();
    await enter(desk, { who: '后来的一人', heads: 1, time: '15:00' });
    const { report, walkId } = await walk(desk);
    // One in time, one late, two that nobody graded; the one of a quarter to ten still has time.
    expect(texts(report, 'T7', '30 分钟研判达标率')).toEqual(['25.00%', '4']);
    expect(texts(report, 'T8', '高风险')).toEqual(['2', '1']);
    expect(texts(report, 'T8', '关注')).toEqual(['1', '0']);
    expect(texts(report, 'T8', '一般')).toEqual(['2', '0']);
    expect(texts(report, 'T8', '命中率')[0]).toBe('50.00%');
    const [all, hit] = cellsOf(report, 'T8', '高风险');
    expect((await behind(desk, walkId, all?.figure)).map(({ id }) => id).sort()).toEqual([ready.id, short.id].sort());
    const [one] = await behind(desk, walkId, hit?.figure);
    expect(one).toMatchObject({ id: ready.id, opens: { kind: 'forecast', id: ready.id }, day: DAY });
  });
});
