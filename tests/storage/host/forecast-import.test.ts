import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contract } from '../../../shared/contract';
import { type ForecastRecord, LIST_BYTES_AT_MOST, listBytes } from '../../../shared/rules/forecast-record';
import { type Desk, newDesk } from './desk';
import { ANALYST, at, DAY, enter } from './forecast-desk';
import { first } from './lives';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at('08:10:00'));
});
afterEach(() => vi.useRealTimers());

const record = (line: number, over: Partial<ForecastRecord> = {}): ForecastRecord => ({
  ...{ line, date: DAY, time: '09:30', channel: 'system', received: '', source: '', who: `第${line}户`, demand: '补偿款未到账' },
  ...{ field: '0201', place: '北乡', history: '', age: '', health: '', conduct: '' },
  ...{ heads: 2, visits: null, resolved: null, interests: false, extreme: false, ...over },
});
const bring = (desk: Desk, records: ForecastRecord[], over = {}) =>
  desk.internal(
    'internal.forecast.import',
    {
      fileName: '清单.xlsx',
      heads: 'a|b',
      mapping: { who: 0 },
      channel: 'system',
      records,
      lines: records.length,
      refused: 0,
      repeats: 0,
      ...over,
    },
    ANALYST.staffId,
  );
const list = (desk: Desk, limit = 200, item?: string) =>
  first(desk, 'forecast.list', contract['forecast.list'].input.parse({ date: DAY, limit, item }), ANALYST);

describe('a channel’s list', () => {
  it('comes in as one write, with its suggestions, its restricted notes and the columns it was read by', async () => {
    const desk = await newDesk();
    const before = desk.disk.journal.length;
    expect(await bring(desk, [record(1), record(2, { heads: 6, health: '心脏病史' })])).toEqual({ imported: 2, duplicates: 0 });
    expect(desk.disk.journal.length).toBe(before + 1);
    const { items, total } = await list(desk);
    expect(total).toBe(2);
    expect(items.map(({ who, suggested, traits, imported }) => [who, suggested, traits, imported])).toEqual([
      ['第1户', 'general', false, true],
      ['第2户', 'high', true, true],
    ]);
    expect(await desk.internal('internal.forecast.mappings', null)).toEqual([{ heads: 'a|b', mapping: { who: 0 } }]);
  });

  it('is listed from an item that was asked for, where that lies further down than the list goes', async () => {
    const desk = await newDesk();
    await bring(
      desk,
      [1, 2, 3, 4, 5].map((n) => record(n)),
    );
    const all = (await list(desk)).items.map(({ id }) => id);
    const shown = async (item?: string) => (await list(desk, 2, item)).items.map(({ id }) => id);
    expect(await shown()).toEqual(all.slice(0, 2));
    expect(await shown(all[4])).toEqual([all[4], ...all.slice(0, 2)]);
    expect(await shown(all[1]), 'nobody stands in it twice').toEqual(all.slice(0, 2));
    expect(await shown('018f0000-0000-7000-8000-000000000000')).toEqual(all.slice(0, 2));
  });

  it('what is there already does not come again, however it came', async () => {
    const desk = await newDesk();
    await enter(desk, { who: '第1户', demand: '补偿款 未到账' });
    expect(await desk.internal('internal.forecast.known', { items: [record(1), record(2)] })).toEqual([true, false]);
    expect(await bring(desk, [record(1), record(2)], { repeats: 3 })).toEqual({ imported: 1, duplicates: 4 });
    expect(await bring(desk, [record(1), record(2)])).toEqual({ imported: 0, duplicates: 2 });
    expect((await list(desk)).total).toBe(2);
  });

  it('nothing of it is there when the journal took nothing', async () => {
    const desk = await newDesk();
    desk.disk.journalFull = true;
    await expect(bring(desk, [record(1), record(2)])).rejects.toThrow();
    desk.disk.journalFull = false;
    expect((await list(desk)).total).toBe(0);
  });

  it('of ten thousand full lines is one write that a hub takes', async () => {
    const desk = await newDesk();
    const records = Array.from({ length: 10_000 }, (_, i) =>
      record(i + 1, {
        demand: '补偿款到账时间与公示不一致，要求说明依据并书面答复，多次到镇里反映未得到明确说法',
        health: i % 10 === 0 ? '行动不便' : '',
      }),
    );
    const began = performance.now();
    expect(await bring(desk, records)).toEqual({ imported: 10_000, duplicates: 0 });
    const bytes = desk.disk.journal.at(-1)?.length ?? 0;
    console.info(`10,000 items: ${Math.round(performance.now() - began)} ms, ${(bytes / 1e6).toFixed(1)} MB`);
    expect(bytes).toBeLessThan(listBytes(records));
    expect(listBytes(records)).toBeLessThan(LIST_BYTES_AT_MOST);
    const { items, total } = await list(desk);
    expect([items.length, total]).toEqual([200, 10_000]);
    const looked = performance.now();
    await first(desk, 'forecast.day', { date: DAY }, ANALYST);
    console.info(`its day: ${Math.round(performance.now() - looked)} ms`);
  }, 60_000);
});
