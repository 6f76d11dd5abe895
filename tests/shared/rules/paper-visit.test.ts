import { describe, expect, it } from 'vitest';
import { LAST_OWN_CARD } from '../../../shared/rules/card-number';
import { checkPaper, paperCardNo, paperTimes } from '../../../shared/rules/paper-visit';
import { stampOf } from '../../../shared/rules/time';

const RULES = { paperFrom: 9001 };
const NOW = Date.parse('2026-11-24T10:30:00+08:00');
const GOOD = { cardNo: 9001, date: '2026-11-24', arrived: '8:15', left: '0940' };

describe('补录 of a paper card', () => {
  it.each([
    [1, 9001],
    [20, 9020],
    [999, 9999],
    [1000, null],
    [9000, null],
    [9001, 9001],
    [9999, 9999],
    [10_000, null],
    [0, null],
    [1.5, null],
    [Number.NaN, null],
  ])('the number %s of the paper is %s', (typed, own) => expect(paperCardNo(typed, RULES)).toBe(own));

  it('never shares a number with the program', () => {
    for (let typed = 1; typed <= 9999; typed++) expect(paperCardNo(typed, RULES) ?? LAST_OWN_CARD + 1).toBeGreaterThan(LAST_OWN_CARD);
  });

  it.each([
    ['all is well', {}, {}],
    ['they are still here', { left: '' }, {}],
    ['full-width digits', { arrived: '０８：１５' }, {}],
    ['no card number', { cardNo: Number.NaN }, { cardNo: '纸质卡号应为 9001–9999，或号码本上的 1–999' }],
    ['no date', { date: '' }, { date: '请填写来访日期' }],
    ['a day that is not', { date: '2026-02-29' }, { date: '请填写来访日期' }],
    ['tomorrow', { date: '2026-11-25' }, { date: '来访日期还没有到' }],
    ['a year that is a slip', { date: '2024-11-24' }, { date: '来访日期早于 366 天前，请核对' }],
    ['no time', { arrived: '' }, { arrived: '请填写来访时间，如 9:30 或 0930' }],
    ['a time that is not', { arrived: '25:00' }, { arrived: '请填写来访时间，如 9:30 或 0930' }],
    ['later today', { arrived: '10:31', left: '' }, { arrived: '来访时间还没有到' }],
    ['left later today', { left: '10:31' }, { left: '离开时间还没有到' }],
    ['left before they came', { left: '8:14' }, { left: '离开时间早于来访时间' }],
    ['yesterday and still here', { date: '2026-11-23', left: '' }, { left: '以前日期的来访请填写离开时间' }],
    ['yesterday', { date: '2026-11-23', left: '23:59' }, {}],
  ])('%s', (_name, over, problems) => expect(checkPaper({ ...GOOD, ...over }, RULES, NOW)).toEqual(problems));

  it('is dated by the clock of the hall', () => {
    const { at, returnedAt } = paperTimes(GOOD);
    expect([stampOf(at), stampOf(returnedAt ?? 0)]).toEqual(['2026-11-24 08:15:00', '2026-11-24 09:40:00']);
    expect(paperTimes({ ...GOOD, left: '' }).returnedAt).toBeNull();
  });
});
