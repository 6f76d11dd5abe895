import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HolidayNotice } from '../../../shared/domain/calendar';
import { deadline, deadlineText, destroyableFrom, lengthOf } from '../../../shared/rules/deadlines';
import { KNOWN_NOTICES } from '../../../shared/rules/holiday-notices';
import { readNotice } from '../../../shared/rules/holiday-text';
import { addDays } from '../../../shared/rules/time';
import { unitCalendar, WorkingDays } from '../../../shared/rules/working-days';

const calendar = new WorkingDays({ notices: [...KNOWN_NOTICES], unitDays: [] });

describe('the promises of a day', () => {
  it.each([
    ['2025-09-26', '2025-09-30', '2025-10-16', '2025-10-11', '2025-11-25'],
    ['2025-12-31', '2026-01-06', '2026-01-15', '2026-01-15', '2026-03-01'],
    ['2026-02-13', '2026-02-25', '2026-03-05', '2026-02-28', '2026-04-14'],
    ['2026-02-27', '2026-03-03', '2026-03-12', '2026-03-14', '2026-04-28'],
    ['2026-04-30', '2026-05-08', '2026-05-18', '2026-05-15', '2026-06-29'],
    ['2026-05-08', '2026-05-12', '2026-05-21', '2026-05-23', '2026-07-07'],
    ['2026-09-24', '2026-09-30', '2026-10-15', '2026-10-09', '2026-11-23'],
    ['2026-09-30', '2026-10-10', '2026-10-20', '2026-10-15', '2026-11-29'],
    ['2026-11-23', '2026-11-26', '2026-12-07', '2026-12-08', '2027-01-22'],
  ])('%s: 3 and 10 working days, 15 and 60 days', (start, three, ten, fifteen, sixty) => {
    const of = (code: 'D1' | 'D2' | 'D3' | 'D5') => deadline(code, start, calendar);
    expect([of('D1').due, of('D2').due, of('D3').due, of('D5').due]).toEqual([three, ten, fifteen, sixty]);
    expect([of('D1').provisional, of('D2').provisional]).toEqual([false, false]);
  });

  it('through a year without a notice they are provisional, and its fixed statutory days count', () => {
    expect(deadline('D1', '2026-12-25', calendar)).toMatchObject({ due: '2026-12-30', provisional: false });
    expect(deadline('D2', '2026-12-25', calendar)).toMatchObject({ due: '2027-01-11', provisional: true });
    expect(deadline('D3', '2026-12-25', calendar)).toMatchObject({ due: '2027-01-09', provisional: false, better: '2027-01-08' });
    expect(deadline('D5', '2026-12-25', calendar)).toMatchObject({ due: '2027-02-23', provisional: false, better: '' });
    expect(deadlineText(deadline('D2', '2026-12-25', calendar))).toBe('2027年1月11日（周一）【暂定】');
  });

  it.each([
    ['2026-11-23', [], '2026-12-31'],
    ['2026-11-23', [2028], '2026-12-31'],
    ['2026-11-23', [2027, 2028], '2028-12-31'],
    ['2028-05-01', [2028], '2028-12-31'],
    ['2027-01-01', [2028], ''],
  ])('on %s with the notices of %j entered it is known until %s: a gap ends it', (day, years, until) => {
    const entered = years.map((year) => ({ year, source: '', off: [`${year}-01-01`], work: [] }));
    expect(unitCalendar({ notices: entered, unitDays: [] }).coveredUntil(day)).toBe(until);
  });

  it.each([
    ['D5', '2026-09-30', '2026-11-27'],
    ['D5', '2025-12-31', '2026-02-28'],
    ['D3', '2026-02-27', '2026-03-13'],
    ['D3', '2026-05-08', '2026-05-22'],
    ['D3', '2026-11-23', ''],
  ] as const)('%s from %s: a rest day is said, with the working day before', (code, start, better) =>
    expect(deadline(code, start, calendar).better).toBe(better),
  );

  it('before 受理 no date is told', () => {
    expect(deadline('D5', '', calendar)).toEqual({ code: 'D5', start: '', due: '', provisional: false, better: '' });
    expect(deadlineText(deadline('D5', '', calendar))).toBe('自受理之日起 60 日');
  });

  it.each([
    ['2026-11-23', '2028-11-24'],
    ['2024-02-29', '2026-03-01'],
    ['2026-02-28', '2028-02-29'],
    ['2024-02-28', '2026-03-01'],
    ['2026-12-31', '2029-01-01'],
  ])('a recording of %s may not be destroyed before %s', (day, from) => expect(destroyableFrom(day, 2)).toBe(from));

  it.each([
    ['D1', 5, 5],
    ['D3', 10, 10],
    ['D3', 20, 15],
    ['D12', 1, 2],
    ['D12', 5, 5],
  ] as const)('%s set to %i by the unit counts %i', (code, own, counts) =>
    expect(lengthOf(code, { lengths: { [code]: own } })).toBe(counts),
  );
});

describe('the calendar', () => {
  const day = fc.integer({ min: 0, max: 365 * 5 }).map((n) => addDays('2024-01-01', n));

  it('never ends a working-day period on a rest day, and counts back to where it began', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (start, n) => {
        const end = calendar.after(start, n).day;
        expect(calendar.isWorkday(end)).toBe(true);
        expect(calendar.between(start, end)).toBe(n);
        expect(calendar.between(end, start)).toBe(-n);
        expect(calendar.before(addDays(end, 1))).toBe(end);
      }),
    ));

  it('is the same in whatever order the notices were entered', () => {
    const next: HolidayNotice = { year: 2027, source: '', off: ['2026-12-31', '2027-01-01'], work: ['2027-01-02'] };
    const all = [...KNOWN_NOTICES, next];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4, maxLength: 4 }), day, (notices, start) => {
        expect(new WorkingDays({ notices, unitDays: [] }).after(start, 10)).toEqual(
          new WorkingDays({ notices: all, unitDays: [] }).after(start, 10),
        );
      }),
    );
  });

  it('takes the unit’s own days before all others', () => {
    const own = new WorkingDays({ notices: [...KNOWN_NOTICES], unitDays: [{ day: '2026-11-25', work: false, reason: '停电' }] });
    expect(deadline('D1', '2026-11-23', own).due).toBe('2026-11-27');
  });

  it('is no calendar when nobody ever works', () => {
    const unitDays = Array.from({ length: 90 }, (_, i) => ({ day: addDays('2026-11-24', i), work: false, reason: '停' }));
    expect(() => new WorkingDays({ notices: [], unitDays }).after('2026-11-23', 1)).toThrow('no working day');
  });
});

describe('a notice is read', () => {
  it('from lines typed by hand', () => {
    expect(readNotice('休 2027-01-01 至 2027-01-03\n班：2027年1月4日\n放假 2027/2/5～2027/2/6')).toEqual({
      ok: true,
      notice: {
        year: 2027,
        source: '',
        off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-06'],
        work: ['2027-01-04'],
      },
    });
  });

  it('from the file of holiday-cn, its days of the December before included', () => {
    const file = {
      year: 2027,
      papers: ['https://example.org/notice'],
      days: [
        { name: '元旦', date: '2026-12-31', isOffDay: true },
        { name: '元旦', date: '2027-01-02', isOffDay: false },
      ],
    };
    expect(readNotice(JSON.stringify(file))).toEqual({
      ok: true,
      notice: { year: 2027, source: 'https://example.org/notice', off: ['2026-12-31'], work: ['2027-01-02'] },
    });
  });

  it.each([
    ['', '还没有内容'],
    ['{"year": 2027', '不是完整的 JSON'],
    ['{"year": 2027}', '没有放假日期'],
    ['休 2027-02-29', '没有读懂'],
    ['放 2027-01-01', '没有读懂'],
    ['休 2027-01-03 至 2027-01-01', '没有读懂'],
    ['休 2027-01-01 至 2027-12-31', '没有读懂'],
    ['休 2027-01-01\n班 2027-01-01', '既写为休，又写为班'],
    ['休 2027-01-01\n休 2024-05-01', '不属于 2027 年'],
    ['班 2027-01-02', '没有读到放假'],
    ['{"year": 2027, "off": ["2027-13-01"], "work": []}', '不是日历上的日期'],
  ])('%s is refused: %s', (text, said) => expect(readNotice(text)).toMatchObject({ ok: false, message: expect.stringContaining(said) }));
});

it('of a file every entry that cannot be taken is named with its reason, and nothing of it is taken', () => {
  const days = [
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '春节', date: '2027-02-30', isOffDay: true },
    { name: '国庆节', date: '2029-10-01', isOffDay: true },
  ];
  const file = (more: unknown[]): string => `\ufeff${JSON.stringify({ year: 2027, papers: [], days: [...days, ...more] })}`;
  expect(readNotice(file([]))).toEqual({
    ok: false,
    message: expect.stringContaining('有 2 处不能录入'),
    refused: ['2027-02-30 不是日历上的日期', '2029-10-01 不属于 2027 年的通知'],
  });
  expect(readNotice(file([{ name: '清明节' }, { date: '2027-04-05' }, null]))).toMatchObject({
    refused: ['第 4 项「清明节」没有日期（date）', '第 5 项2027-04-05 没有写明是否放假（isOffDay）', '第 6 项没有日期（date）'],
  });
  expect(readNotice('{"days":[]}')).toMatchObject({ ok: false, message: expect.stringContaining('year') });
});
