import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/rules/defaults';
import { dateOf, isNothing, type LedgerCell } from '../../../shared/rules/ledger-cells';
import { fieldOfHead } from '../../../shared/rules/ledger-columns';
import { findHead, LEDGER_HEADS } from '../../../shared/rules/ledger-head';
import { FieldFinder, matterStateOf, purposeOf } from '../../../shared/rules/ledger-matter';
import { importedNumber } from '../../../shared/rules/ledger-numbers';
import { documentOf, headsOf, nameOf, phoneOfCell } from '../../../shared/rules/ledger-person';
import { byDate, judgeLine, ledgerKey, summaryOf } from '../../../shared/rules/ledger-record';
import { addDays } from '../../../shared/rules/time';
import { numberBorn, TODAY, withWrongCheckDigit } from '../facts';

const NUMBER = '11010519491231002X';
const wide = (text: string): string => text.replace(/[0-9A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const fields = new FieldFinder(defaultSettings().fields);

describe('the head of an old ledger', () => {
  it.each([
    ['姓 名', 'name'],
    ['来访人（签名）', 'name'],
    ['公民身份号码', 'docNumber'],
    ['证件号码:', 'docNumber'],
    ['联系电话*', 'phone'],
    ['登记日期', 'date'],
    ['反映的主要问题', 'summary'],
    ['办理结果', 'result'],
    ['被反映人姓名', undefined],
    ['接待人', undefined],
    ['', undefined],
  ])('%s', (head, field) => expect(fieldOfHead(head)).toBe(field));

  it('is found below titles, within the first twenty rows only', () => {
    const head = ['登记日期', '姓名', '身份证号', '事由'];
    const title: LedgerCell[][] = [['某县来访登记台账'], [], ['填报单位：', '示范县']];
    expect(findHead([...title, head, ['2024-1-2', '试甲', '', '咨询']], LEDGER_HEADS)).toMatchObject({
      row: 3,
      rows: 1,
      mapping: { date: 0, name: 1, docNumber: 2, summary: 3 },
    });
    expect(findHead([...Array<LedgerCell[]>(20).fill(['x']), head], LEDGER_HEADS)).toBeNull();
    expect(findHead([['试甲', '2024-1-2']], LEDGER_HEADS)).toBeNull();
  });

  it('of two rows: what stands below a merged cell is the column, and other people are not the visitor', () => {
    const rows = [
      ['登记时间', '被反映人', '', '来访人', '', '内容'],
      ['', '姓名', '电话', '姓名', '联系电话', ''],
      ['2024-1-2', '王某', '1', '试甲', '2', '咨询'],
    ];
    expect(findHead(rows, LEDGER_HEADS)).toMatchObject({ row: 0, rows: 2, mapping: { date: 0, name: 3, phone: 4, summary: 5 } });
  });
});

describe('a date', () => {
  it.each<[LedgerCell, string, string]>([
    ['2024.3.5', '2024-03-05', ''],
    ['2024年3月5日', '2024-03-05', ''],
    ['2024年03月05日 上午9:30', '2024-03-05', '09:30'],
    ['2024年3月5日星期二', '2024-03-05', ''],
    ['2024年3月5日 星期二', '2024-03-05', ''],
    ['2024年3月5日（周二）', '2024-03-05', ''],
    ['2024-3-5 星期二 上午', '2024-03-05', ''],
    ['2024-3-5 星期二 9:30', '2024-03-05', '09:30'],
    ['2024/3/5 14:05:00', '2024-03-05', '14:05'],
    ['2024/3/5 2:30:00 PM', '2024-03-05', '14:30'],
    ['2024/3/5 9:30:00 AM', '2024-03-05', '09:30'],
    ['２０２４－０３－０５', '2024-03-05', ''],
    ['20240305', '2024-03-05', ''],
    [20240305, '2024-03-05', ''],
    [45356, '2024-03-05', ''],
    [45356.5, '2024-03-05', '12:00'],
    ['45356', '2024-03-05', ''],
  ])('%s', (cell, day, time) => expect(dateOf(cell, TODAY)).toEqual({ ok: true, day, time }));

  it.each<[LedgerCell, RegExp]>([
    ['', /缺来访日期/],
    ['去年', /看不懂/],
    ['24.3.5', /看不懂/],
    ['2024.2.30', /不存在/],
    ['2031-01-01', /晚于今天/],
    ['1949-10-01', /早于 1970/],
    [12, /看不懂/],
  ])('%s is refused', (cell, why) => expect(dateOf(cell, TODAY)).toMatchObject({ ok: false, why: expect.stringMatching(why) }));

  it('the number of a day in both systems of a workbook is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 25_600, max: 46_000 }), (serial) => {
        const day = addDays('1899-12-30', serial);
        expect(dateOf(serial, TODAY)).toMatchObject({ ok: true, day });
        expect(dateOf(serial - 1462, TODAY, true)).toMatchObject({ ok: true, day });
        const [year, month, date] = day.split('-').map(Number);
        for (const text of [`${year}.${month}.${date}`, `${year}年${month}月${date}日`, wide(day), day.replaceAll('-', '')])
          expect(dateOf(text, TODAY)).toMatchObject({ ok: true, day });
      }),
    );
  });
});

describe('a person', () => {
  it('numbers in full width, with an apostrophe or spaces are the same number', () => {
    for (const cell of [NUMBER, wide(NUMBER), `'${NUMBER}`, '110105 19491231 002x'])
      expect(documentOf(cell, '', TODAY)).toMatchObject({ ok: true, value: { docType: 'resident-id', docNumber: NUMBER, sex: 'female' } });
  });

  it.each<[LedgerCell, RegExp]>([
    ['1.10105E+17', /科学计数法/],
    [110105194912310000, /数字格式/],
    [withWrongCheckDigit(NUMBER), /校验码应为/],
    [NUMBER.slice(0, 17), /18 位，现为 17 位/],
    ['abc', /不是 18 位/],
  ])('%s is refused, for its last digits are lost or wrong', (cell, why) =>
    expect(documentOf(cell, '', TODAY)).toMatchObject({ ok: false, why: expect.stringMatching(why) }),
  );

  it.each<[LedgerCell, string, string]>([
    ['', '', 'none'],
    ['未带', '', 'none'],
    [110105491231002, '', 'resident-id-15'],
    ['H12345678', '', 'hm-permit'],
    ['E12345678', '', 'passport'],
    ['12345678', '台胞证', 'tw-permit'],
    [NUMBER, '户口簿', 'household'],
  ])('%s %s is a %s', (cell, type, docType) => expect(documentOf(cell, type, TODAY)).toMatchObject({ ok: true, value: { docType } }));

  it.each([
    ['张　三', '张三', undefined],
    ['张三、李四等12人', '张三', 12],
    ['张三等 5 名', '张三', 5],
    ['张三等人', '张三', undefined],
    ['王共和', '王共和', undefined],
    ['阿依古丽·买买提', '阿依古丽·买买提', undefined],
    ['John  Smith', 'John Smith', undefined],
  ])('%s', (cell, name, heads) => expect(nameOf(cell)).toMatchObject({ ok: true, value: { name, heads } }));
  it.each(['', '无', '合计', '填表人：张三', '12'])('「%s」 is nobody', (cell) => expect(nameOf(cell).ok).toBe(false));

  it('a telephone that cannot be one is kept as written and keeps nobody out', () => {
    expect(phoneOfCell('138 0013 8000')).toMatchObject({ phone: '13800138000' });
    expect(phoneOfCell(13800138000)).toMatchObject({ phone: '13800138000', written: '' });
    expect(phoneOfCell('1380013800')).toEqual({ phone: '', written: '1380013800' });
  });

  it('heads', () => {
    expect(headsOf('6人', undefined)).toEqual({ ok: true, value: 6 });
    expect(headsOf('', 12)).toEqual({ ok: true, value: 12 });
    expect(headsOf('许多', undefined).ok).toBe(false);
  });
});

describe('several names in one cell', () => {
  it.each([
    ['张三\n李四', '张三', '张三 李四'],
    ['张三 李四', '张三', '张三 李四'],
    ['欧阳 明华', '欧阳明华', ''],
    ['张　三', '张三', ''],
    ['John Smith', 'John Smith', ''],
  ])('%o is %s, and what was written is kept', (cell, name, written) =>
    expect(nameOf(cell)).toMatchObject({ ok: true, value: { name, written } }),
  );
});

describe('a matter', () => {
  it.each([
    ['劳动和社会保障', '04', true],
    ['劳动报酬', '0401', true],
    ['城乡建设/拆迁安置', '0301', true],
    ['三跨三分离', '19', false],
    ['', '19', false],
  ])('%s', (word, code, known) => expect(fields.find(word)).toEqual({ code, known }));
  it.each([
    ['已办结', 'closed'],
    ['未办结', 'open'],
    ['已书面答复', 'answered'],
    ['', 'open'],
  ])('%s is %s', (text, state) => expect(matterStateOf(text)).toBe(state));
  it('purposes', () => {
    expect(purposeOf('申诉求决')).toBe('appeal');
    expect(purposeOf('')).toBe('other');
  });
});

describe('a line', () => {
  const context = {
    mapping: { date: 0, name: 1, docNumber: 2, summary: 3, field: 4, phone: 5, number: 6 },
    fields,
    today: TODAY,
    date1904: false,
    width: 7,
  };
  const good: LedgerCell[] = ['2024-3-5', '试甲', NUMBER, '反映工资', '怪类别', '12', '来〔2024〕7号'];

  it('what no field takes stays readable below the matter', () => {
    const judged = judgeLine(9, good, context);
    expect(judged).toMatchObject({ ok: true, record: { line: 9, matter: '反映工资', fieldCode: '19' } });
    if (judged.ok) expect(judged.record.summary).toBe('反映工资\n电话（原样）：12\n类别：怪类别\n旧台账编号：来〔2024〕7号');
  });

  it('every reason is said at once', () => {
    expect(judgeLine(1, ['x', '', '1', '', '', '', ''], context)).toMatchObject({
      ok: false,
      reasons: [/姓名/, /日期/, /证件/, /事由/].map((r) => expect.stringMatching(r)),
    });
    expect(judgeLine(1, [...good, '多出来的'], context)).toMatchObject({ ok: false, reasons: [expect.stringContaining('多出 1 格')] });
    expect(judgeLine(1, ['登记日期', '姓名', '身份证号', '事由', '', '', ''], context)).toMatchObject({
      ok: false,
      reasons: ['重复的表头'],
    });
  });

  it('is known again however its cells were written, and is another with another date, person or matter', () => {
    const keyOf = (cells: LedgerCell[]): string => {
      const judged = judgeLine(1, cells, context);
      if (!judged.ok) throw new Error(judged.reasons.join());
      return ledgerKey(judged.record);
    };
    const again: LedgerCell[] = [45356, '试　甲', wide(NUMBER), '反映工资。', '', '', '来【2024】７号'];
    expect(keyOf(again)).toBe(keyOf(good));
    for (const [column, other] of [
      [0, '2024-3-6'],
      [2, numberBorn('1970-01-01')],
      [3, '反映噪声'],
      [6, '8'],
    ] as const)
      expect(keyOf(good.map((cell, i) => (i === column ? other : cell)))).not.toBe(keyOf(good));
  });

  it('nothing is lost in silence: the matter gives way to the result and the remarks, and how much is said', () => {
    const long = '反映工资拖欠。'.repeat(400);
    const judged = judgeLine(1, good.with(3, long), context);
    if (!judged.ok) throw new Error(judged.reasons.join());
    const { summary } = judged.record;
    expect(summary).toHaveLength(2000);
    expect(summary).toMatch(/^反映工资拖欠。.*…（旧台账原文共 28\d\d 字，导入时缩短）/);
    expect(summary.endsWith('\n旧台账编号：来〔2024〕7号')).toBe(true);
    expect(judged.lost).toBeGreaterThan(800);
    const short = judgeLine(1, good, context);
    expect(short).toMatchObject({ ok: true, lost: 0 });
  });

  it.each([
    ['all of it fits', '事由', ['办理结果：已答复'], '事由\n办理结果：已答复', 0],
    ['to the last character', '事'.repeat(1989), ['办理结果：已答复 '], null, 0],
  ])('a summary of which %s loses nothing', (_what, matter, more, summary, lost) => {
    const made = summaryOf(matter, more);
    expect(made.lost).toBe(lost);
    expect(made.summary).toBe(summary ?? `${matter}\n${more[0]}`);
  });

  it('a result longer than all is cut, too, and counted', () => {
    const made = summaryOf('事'.repeat(1000), [`办理结果：${'答'.repeat(3000)}`]);
    expect(made.summary).toHaveLength(2000);
    expect(made.summary).toContain('\n办理结果：答');
    expect(made.lost).toBeGreaterThan(2000);
  });

  it('never throws, whatever stands in the cells, and what it takes is whole', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.constantFrom<LedgerCell>(...good, '', '无', 1e300, -1));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 9 }), (cells) => {
        const judged = judgeLine(1, cells, context);
        if (!judged.ok) {
          expect(judged.reasons.length).toBeGreaterThan(0);
          return;
        }
        const { record } = judged;
        expect(record.date <= TODAY && record.summary.length <= 2000 && record.heads >= 1).toBe(true);
        expect(isNothing(record.matter)).toBe(false);
      }),
    );
  });

  it('oldest first', () => {
    const of = (line: number, date: string, time: string) => {
      const judged = judgeLine(line, [date, ...good.slice(1)], context);
      if (!judged.ok) throw new Error('refused');
      return { ...judged.record, time };
    };
    expect([of(1, '2024-3-5', '10:00'), of(2, '2024-3-5', '09:00'), of(3, '2019-1-1', '')].sort(byDate).map(({ line }) => line)).toEqual([
      3, 2, 1,
    ]);
  });

  it('its number is of a desk that no hall has', () => {
    expect(importedNumber('2024-03-05', 7)).toBe('20240305-00-0007');
    expect(importedNumber('2024-03-05', 12_345)).toBe('20240305-00-12345');
  });
});
