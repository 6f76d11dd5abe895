import { describe, expect, it } from 'vitest';
import type { StatReport } from '../../../shared/domain/statistics';
import { defaultSettings } from '../../../shared/rules/defaults';
import { unitCalendar } from '../../../shared/rules/working-days';
import { average, changeFrom, rate, whyNotCompared } from '../../../shared/statistics/change';
import type { Figures } from '../../../shared/statistics/facts';
import { nothingWalked, type ReportFacts, type Walked } from '../../../shared/statistics/facts-of-period';
import { periodOf } from '../../../shared/statistics/periods';
import { buildReport } from '../../../shared/statistics/report';

const { fields, deadlines, forecast, preparation, statistics } = defaultSettings();
const calendar = unitCalendar({ notices: [], unitDays: [] });
const days = (all: Record<string, Figures>) => Object.entries(all).map(([day, figures]) => ({ day, figures }));
const WALKED: Walked = { ...nothingWalked(), repeated: { visits: 0, heads: 0 } };

function report(over: Partial<ReportFacts>): StatReport {
  return buildReport({
    ...{ period: periodOf('month', '2026-11-01', '2026-12-31'), today: '2026-12-31', begun: '2024-01-01' },
    ...{ now: [], previous: [], lastYear: [], walked: WALKED, settings: { statistics, fields, deadlines, forecast, preparation } },
    isWorkday: (day) => calendar.isWorkday(day),
    ...over,
  });
}
/** Row → the texts of its cells. */
const texts = ({ tables }: StatReport, id: string): Record<string, string[]> =>
  Object.fromEntries(tables.find((table) => table.id === id)?.rows.map(({ label, cells }) => [label, cells.map(({ text }) => text)]) ?? []);
const reasons = ({ tables }: StatReport, id: string, label: string): string[] =>
  tables
    .find((table) => table.id === id)
    ?.rows.find((row) => row.label === label)
    ?.cells.map(({ reason }) => reason)
    .filter(Boolean) ?? [];

describe('a change', () => {
  it.each([
    [72, 110, '+52.78%'],
    [1191, 1731, '+45.34%'],
    [100, 50, '-50.00%'],
    [100, 100, '0.00%'],
    [3, 0, '-100.00%'],
    [0, 5, '—'],
    [0, 0, '—'],
    [null, 5, '—'],
  ])('from %s to %i is %s', (base, now, text) => expect(changeFrom(base, now, '上期', '上期没有记录').text).toBe(text));
  it('says why it is not told', () => {
    expect(changeFrom(0, 5, '上期', '').reason).toBe('上期为 0，不能计算增减');
    expect(changeFrom(null, 5, '上期', '上期没有记录').reason).toBe('上期没有记录');
  });
  it.each([
    ['2026-10-01', '2026-10-31', '2024-01-01', ''],
    ['2026-10-01', '2026-10-31', '2026-10-01', ''],
    ['2026-10-01', '2026-10-31', '2026-10-02', '上期记录不完整（本厅记录自 2026-10-02 起）'],
    ['2026-10-01', '2026-10-31', '2026-11-01', '上期没有记录（本厅记录自 2026-11-01 起）'],
    ['2026-10-01', '2026-10-31', null, '上期没有记录'],
  ])('%s to %s of a hall that began %s: %s', (from, to, begun, why) =>
    expect(whyNotCompared({ range: { from, to }, none: '' }, begun, '上期')).toBe(why),
  );
  it('a share of nothing and an average of nothing are not told', () => {
    expect([rate(0, 0, '没有').text, rate(1, 3, '').text, rate(0, 4, '').text]).toEqual(['—', '33.33%', '0.00%']);
    expect([average(0, 0, '没有').text, average(90_000, 1, '').text]).toEqual(['—', '1.5 分钟']);
  });
});

describe('the tables of a period', () => {
  it('T1: a real sentence of a petition office comes out of its numbers, and rest days stand beside', () => {
    const now = days({ '2026-11-23': { visits: 100, heads: 1700 }, '2026-11-22': { visits: 10, heads: 31 } });
    const previous = days({ '2026-10-12': { visits: 72, heads: 1191 } });
    const t1 = texts(report({ now, previous }), 'T1');
    expect(t1.批次).toEqual(['110', '72', '+52.78%', '0', '—']);
    expect(t1.人次).toEqual(['1731', '1191', '+45.34%', '0', '—']);
    const rest = report({ now, previous })
      .tables[0]?.rows.filter(({ level }) => level === 1)
      .map(({ cells }) => cells[0]?.text);
    expect(rest, 'the 22nd is a Sunday').toEqual(['10', '31']);
  });

  it('T1: a hall that is younger than the period before says so', () => {
    const young = report({ now: days({ '2026-11-23': { visits: 1, heads: 1 } }), begun: '2026-11-20' });
    expect(texts(young, 'T1').批次).toEqual(['1', '—', '—', '—', '—']);
    expect(reasons(young, 'T1', '批次')).toContain('上期没有记录（本厅记录自 2026-11-20 起）');
    expect(young.remarks).toContain('环比：上期没有记录（本厅记录自 2026-11-20 起）');
  });

  const sizes = { 'visits.size.1': 6, 'visits.size.4': 1, 'visits.size.5': 2, 'visits.size.12': 1, visits: 10, heads: 32 };
  it.each([
    [5, ['7', '70.00%', '10', '31.25%'], ['3', '30.00%', '22', '68.75%']],
    [10, ['9', '90.00%', '20', '62.50%'], ['1', '10.00%', '12', '37.50%']],
    [4, ['6', '60.00%', '6', '18.75%'], ['4', '40.00%', '26', '81.25%']],
  ])('T2: 集体访 from %i heads', (collectiveFrom, small, large) => {
    const t2 = texts(
      report({
        now: days({ '2026-11-23': sizes }),
        settings: { statistics: { ...statistics, collectiveFrom }, fields, deadlines, forecast, preparation },
      }),
      'T2',
    );
    expect(t2.个访).toEqual(small);
    expect(t2[`集体访（${collectiveFrom} 人以上）`]).toEqual(large);
    expect(t2.越级).toEqual(['0', '0.00%', '0', '0.00%']);
  });
  it('T2: 越级 and 联名 as the desk ticked them', () => {
    const figures = { visits: 4, heads: 8, 'visits.bypass': 1, 'heads.bypass': 2, 'visits.joint': 2, 'heads.joint': 6 };
    const t2 = texts(report({ now: days({ '2026-11-23': figures }) }), 'T2');
    expect([t2.越级, t2.联名]).toEqual([
      ['1', '25.00%', '2', '25.00%'],
      ['2', '50.00%', '6', '75.00%'],
    ]);
  });
  it('T2: 重访 waits for the walk, unless it is taken as registered', () => {
    const figures = { visits: 4, heads: 9, 'visits.first': 3, 'heads.first': 3, 'visits.repeated': 1, 'heads.repeated': 6 };
    const now = days({ '2026-11-23': figures });
    expect(texts(report({ now, walked: null }), 'T2').重访).toEqual(['…', '…', '…', '…']);
    const walked = { ...WALKED, repeated: { visits: 2, heads: 7 } };
    expect(texts(report({ now, walked }), 'T2')).toMatchObject({
      重访: ['2', '50.00%', '7', '77.78%'],
      初访: ['2', '50.00%', '2', '22.22%'],
    });
    const registered = { statistics: { ...statistics, repeatBy: 'registered' as const }, fields, deadlines, forecast, preparation };
    expect(texts(report({ now, walked: null, settings: registered }), 'T2').重访).toEqual(['1', '25.00%', '6', '66.67%']);
  });

  it('T3: a first level has what is below it, and a code that left the dictionary is not lost', () => {
    const own = {
      entries: [
        { code: 'A', name: '劳动', parent: '', department: '一科', active: true },
        { code: 'A1', name: '工资', parent: 'A', department: '', active: true },
        { code: 'B', name: '城建', parent: '', department: '', active: false },
      ],
    };
    const figures = {
      visits: 6,
      heads: 6,
      'visits.field.A': 1,
      'visits.field.A1': 2,
      'visits.field.Z': 3,
      'heads.field.A': 1,
      'heads.field.A1': 2,
      'heads.field.Z': 3,
    };
    const made = report({ now: days({ '2026-11-23': figures }), settings: { statistics, fields: own, deadlines, forecast, preparation } });
    expect(Object.entries(texts(made, 'T3')).map(([label, [n]]) => [label, n])).toEqual([
      ['劳动', '3'],
      ['工资', '2'],
      ['原代码 Z', '3'],
      ['合计', '6'],
    ]);
    expect(texts(made, 'T5').一科, 'a second level belongs to the department of its first').toEqual(['3', '3', '50.00%']);
  });

  it('T6: a promise is late from the day after its last, and one not yet due is none', () => {
    const now = days({
      '2026-11-20': { 'due.D2.kept': 3, 'due.D2.late': 1, 'due.D5.open': 1 },
      '2026-11-23': { 'due.D2.open': 2, 'due.D1.open': 1 },
      '2026-11-24': { 'due.D2.open': 4, 'due.D2.kept': 1 },
    });
    const t6 = (today: string) => texts(report({ now, today }), 'T6');
    expect(t6('2026-11-24')['按期反馈率（10 个工作日）']).toEqual(['4', '57.14%']);
    expect(t6('2026-11-25')['按期反馈率（10 个工作日）']).toEqual(['4', '36.36%']);
    expect(t6('2026-11-23').超期数?.[0]).toBe('1');
    expect(t6('2026-11-24').超期数?.[0]).toBe('4');
    expect(t6('2026-11-25').超期数?.[0]).toBe('8');
    expect(t6('2026-11-24').法定期限超期).toEqual(['1', '100.00%']);
  });

  it('an empty period divides by nothing', () => {
    const empty = report({});
    for (const { rows } of empty.tables)
      for (const { cells } of rows) for (const { text } of cells) expect(text).not.toMatch(/NaN|Infinity|∞|undefined/);
    expect(reasons(empty, 'T6', '当场答复')).toEqual(['本期没有结束的接谈']);
  });
});
