import { describe, expect, it } from 'vitest';
import { ForecastInput } from '../../../shared/domain/forecast';
import { DEFAULT_FIELDS } from '../../../shared/rules/default-fields';
import { channelCell, countCell, forecastDay, forecastHour, resolvedCell, yesCell } from '../../../shared/rules/forecast-cells';
import { mapForecastColumns } from '../../../shared/rules/forecast-columns';
import { checkForecast, plannedAtFor, receivedAtOf, sameForecast } from '../../../shared/rules/forecast-input';
import { judgeForecast } from '../../../shared/rules/forecast-record';
import { FieldFinder } from '../../../shared/rules/ledger-matter';
import { withoutRepeats } from '../../../shared/rules/table-repeats';

const DAY = '2026-11-23';
const NOW = Date.parse(`${DAY}T08:10:00+08:00`);
const fields = { entries: [...DEFAULT_FIELDS] };

describe('a cell of a list', () => {
  it.each([
    ['', '2026-11-23'],
    ['—', '2026-11-23'],
    ['2026年11月25日', '2026-11-25'],
    ['2026.11.25（周三）', '2026-11-25'],
    [46351, '2026-11-25'],
    ['２０２６－１１－２５', '2026-11-25'],
  ])('day %s', (cell, day) => {
    expect(forecastDay(cell, DAY, false)).toMatchObject({ ok: true, value: { day } });
  });
  it.each([
    [0.395833333333333, '09:30'],
    ['0.3958333', '09:30'],
    [0, '00:00'],
    ['9:30', '09:30'],
    ['09:30:00', '09:30'],
    ['9点半', '09:30'],
    ['上午9时', '09:00'],
    ['下午3:20', '15:20'],
    ['９：３０', '09:30'],
    ['2026-11-23 09:30', '09:30'],
    ['', ''],
    ['待定', null],
  ])('hour %s', (cell, time) => {
    const read = forecastHour(cell, false);
    expect(read.ok ? read.value.time : null).toBe(time);
  });
  it('「上午」 is no hour, and is kept', () => {
    expect(forecastHour('上午', false)).toEqual({ ok: true, value: { day: '', time: '', written: '上午' } });
  });
  it.each([
    ['１２人', 12],
    ['约20余人', 20],
    ['5人左右', 5],
    ['第4次', 4],
    [7, 7],
    ['', null],
    ['不详', null],
  ])('count %s', (cell, value) => {
    expect(countCell(cell, '来访人数', 9999)).toEqual({ ok: true, value });
  });
  it.each(['很多', '0', '-3', '2.5', '10000', '3-5人'])('no count: %s', (cell) => {
    expect(countCell(cell, '来访人数', 9999).ok).toBe(false);
  });
  it.each([
    ['是', true, ''],
    ['√', true, ''],
    ['有', true, ''],
    ['否', false, ''],
    ['无', false, ''],
    ['', false, ''],
    ['曾扬言跳楼', true, '曾扬言跳楼'],
  ])('yes or no: %s', (cell, yes, written) => {
    expect(yesCell(cell)).toEqual({ yes, written });
  });
  it.each([
    ['已化解', true],
    ['办结', true],
    ['未化解', false],
    ['尚未办结', false],
    ['正在化解', false],
    ['', null],
    ['由街道跟进', null],
  ])('resolved: %s', (cell, resolved) => {
    expect(resolvedCell(cell).resolved).toBe(resolved);
  });
  it.each([
    ['12345热线', 'hotline'],
    ['信访业务系统', 'system'],
    ['城关镇报送', 'grassroots'],
    ['', 'grassroots'],
  ])('channel %s', (cell, channel) => {
    expect(channelCell(cell, 'grassroots')).toEqual({ ok: true, value: channel });
  });
  it('another channel is none', () => {
    expect(channelCell('微博', 'system').ok).toBe(false);
  });
});

describe('a head', () => {
  const head = (text: string, group = '') => ({ text, group });
  it('is known by the names in use, the first of each', () => {
    const heads = [head('序号'), head('姓名'), head('预计来访日期'), head('人数（人）'), head('主要诉求'), head('备注'), head('诉求')];
    expect(mapForecastColumns(heads)).toEqual({ who: 1, date: 2, heads: 3, demand: 4 });
  });
  it('a name below another group is somebody else', () => {
    expect(mapForecastColumns([head('来访人'), head('姓名', '承办人')])).toEqual({ who: 0 });
  });
});

describe('a line', () => {
  const context = {
    ...{ mapping: { who: 0, time: 1, demand: 2, received: 3 }, fields: new FieldFinder(fields), date: DAY, channel: 'system' as const },
    ...{ today: DAY, now: NOW, date1904: false, width: 4 },
  };
  it('comes in whole or is refused with every reason', () => {
    expect(judgeForecast(2, ['甲', '9:30', '噪声', '07:50'], context)).toMatchObject({
      ok: true,
      record: { time: '09:30', received: '07:50' },
    });
    const judged = judgeForecast(3, ['', '待定', '噪声', '看情况', '多出来的'], context);
    expect(judged.ok ? [] : judged.reasons).toEqual([
      '预计时间「待定」看不懂，请写成 9:30',
      '收到时间「看情况」看不懂，请写成 9:30',
      '缺来访人或群体',
      '比表头多出 1 格内容，可能有一格里含有没加引号的分隔符',
    ]);
    expect(judgeForecast(4, ['甲', '', '噪声', '09:00'], context)).toEqual({ ok: false, reasons: ['收到时间 09:00 晚于现在'] });
    expect(judgeForecast(5, ['来访人', '预计时间', '主要诉求', '收到时间'], context)).toEqual({ ok: false, reasons: ['重复的表头'] });
  });
  it('nothing is cut off: what is too long is said', () => {
    const judged = judgeForecast(2, ['甲', '', '长'.repeat(2001), ''], context);
    expect(judged).toEqual({ ok: false, reasons: ['主要诉求超过 2000 字，请在表中改短'] });
  });
  it('said twice is taken once', () => {
    const record = (line: number, who: string) => {
      const judged = judgeForecast(line, [who, '', '噪声', ''], context);
      if (!judged.ok) throw new Error('refused');
      return judged.record;
    };
    const { records, repeats } = withoutRepeats([record(2, '甲某'), record(3, '乙'), record(4, ' 甲 某 ')], sameForecast);
    expect(records.map(({ line }) => line)).toEqual([2, 3]);
    expect(repeats).toEqual([{ line: 4, sameAs: 2 }]);
  });
});

describe('an item as it is typed', () => {
  const typed = (over: Partial<ForecastInput>): ForecastInput => ForecastInput.parse({ date: DAY, channel: 'system', who: '甲', ...over });
  const check = (over: Partial<ForecastInput>, before?: { date: string; receivedAt: number; field: string }) =>
    Object.keys(checkForecast(typed(over), { now: NOW, fields, before }));
  it.each<[string, Partial<ForecastInput>, string[]]>([
    ['today', {}, []],
    ['a month ahead', { date: '2026-12-24' }, []],
    ['further ahead', { date: '2026-12-25' }, ['date']],
    ['yesterday', { date: '2026-11-22' }, ['date']],
    ['no day', { date: '2026-02-30' }, ['date']],
    ['received just now', { received: '08:10' }, []],
    ['received in a minute', { received: '08:11' }, ['received']],
    ['an unknown field', { field: '7777' }, ['field']],
    ['resolved, whichever visit it would be', { resolved: true }, []],
  ])('%s', (_, over, wrong) => expect(check(over)).toEqual(wrong));
  it('a day that is over may still be put right', () => {
    expect(check({ date: '2026-11-20' }, { date: '2026-11-20', receivedAt: NOW, field: '' })).toEqual([]);
  });
  it('its hours are the hall’s', () => {
    expect(plannedAtFor({ date: DAY, time: '09:30' })).toBe(Date.parse(`${DAY}T09:30:00+08:00`));
    expect(plannedAtFor({ date: DAY, time: '' })).toBeNull();
    expect(receivedAtOf({ received: '' }, NOW)).toBe(NOW);
    expect(receivedAtOf({ received: '' }, NOW, { receivedAt: NOW - 1 })).toBe(NOW - 1);
    expect(receivedAtOf({ received: '07:00' }, NOW)).toBe(Date.parse(`${DAY}T07:00:00+08:00`));
  });
  it('two entries are one however they were spaced', () => {
    expect(sameForecast({ date: DAY, who: '甲 某', demand: '噪声。' })).toBe(sameForecast({ date: DAY, who: '甲某', demand: '噪声' }));
    expect(sameForecast({ date: DAY, who: '甲', demand: '噪声' })).not.toBe(sameForecast({ date: DAY, who: '甲', demand: '粉尘' }));
  });
});
