import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Desk, GUO, newDesk, register } from './desk';
import { KEEPER, texts, today, walk } from './statistics';

describe('定稿', () => {
  /** A desk on the day after its first visit. */
  async function yesterday() {
    const desk = await newDesk();
    await register(desk);
    const day = await today(desk);
    desk.kill();
    desk.disk.clockOffsetMs = 24 * 3_600_000;
    const later = new Desk(desk.disk);
    await later.open();
    return { desk: later, day };
  }

  it('a period that is not over cannot be settled', async () => {
    const desk = await newDesk();
    const { walkId } = await walk(desk, 'month');
    expect(await desk.try('statistics.close', { walkId }, KEEPER)).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('a settled period keeps its figures whatever is corrected, says what changed, and is opened again with a reason only', async () => {
    const { desk, day } = await yesterday();
    const { walkId, report } = await walk(desk, 'day', { day });
    expect(report.closed).toBeNull();
    await desk.request('statistics.close', { walkId }, KEEPER);
    expect(await desk.try('statistics.close', { walkId: (await walk(desk, 'day', { day })).walkId }, KEEPER)).toMatchObject({ ok: false });
    // A card of a power cut, typed in a day later.
    await register(desk, { people: [GUO], paper: { cardNo: 9001, date: day, arrived: '09:00', left: '09:30' } });
    const settled = (await walk(desk, 'day', { day })).report;
    expect(settled.tables).toEqual(report.tables);
    expect(settled.closed?.changes).toContain('T1 批次 1 → 2');
    expect(settled.remarks[0]).toContain('已定稿');
    expect(() => desk.try('statistics.reopen', { unit: 'day', day, reason: '' }, KEEPER)).toThrow();
    await desk.request('statistics.reopen', { unit: 'day', day, reason: '更正一批重复登记' }, KEEPER);
    const open = (await walk(desk, 'day', { day })).report;
    expect([open.closed, texts(open, 'T1', '批次')[0]]).toEqual([null, '2']);
    expect(await desk.try('statistics.reopen', { unit: 'day', day, reason: '再开' }, KEEPER)).toMatchObject({ ok: false });
  });
});
