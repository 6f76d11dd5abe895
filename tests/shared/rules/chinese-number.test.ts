import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseNumber, parseChineseNumber } from '../../../shared/rules/chinese-number';

describe('numbers in Chinese', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['一百', 100],
    ['一百零二', 102],
    ['一百二十', 120],
    ['一百一十五', 115],
    ['一百十五', 115],
    ['一千零一', 1001],
    ['一千二百六十', 1260],
    ['二〇', 20],
    ['一二〇', 120],
    ['两百', 200],
    ['20', 20],
    ['２０', 20],
    [' 二十 ', 20],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });
  it.each(['', '条', '三五十', '十百', '二十万', '12345', '1.5', '-3', '二十a'])('%s is none', (text) => {
    expect(parseChineseNumber(text)).toBeNull();
  });
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(parseChineseNumber(chineseNumber(value))).toBe(value);
      }),
    );
  });
});
