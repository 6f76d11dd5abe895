import { describe, expect, it } from 'vitest';
import { csvOf } from '../../electron/tables/csv';

describe('a table as CSV', () => {
  it('begins with the mark of UTF-8 and ends every line as offices expect', () => {
    expect(csvOf(['甲', '乙'], [['1', '2']])).toBe('\uFEFF甲,乙\r\n1,2\r\n');
  });
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 139', "'+86 139"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-cmd|calc', "'-cmd|calc"],
    ['-12.5', '-12.5'],
    ['补发, 差额', '"补发, 差额"'],
    ['他说"不行"', '"他说""不行"""'],
    ['两行\n话', '"两行\n话"'],
  ])('%j becomes %j', (cell, written) => {
    expect(csvOf(['甲'], [[cell]])).toBe(`\uFEFF甲\r\n${written}\r\n`);
  });
});
