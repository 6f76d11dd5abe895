import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/files/decode-text';
import { Unreadable } from '../../electron/files/unreadable';
import { readCsv, separatorOf } from '../../electron/ledger/read/csv';
import { openBook } from '../../electron/ledger/read/open-book';
import { readSheet } from '../../electron/ledger/read/sheet';
import { Ledger } from '../../electron/ledger/worker/ledger';
import type { Judgement } from '../../electron/ledger/worker/messages';
import { defaultSettings } from '../../shared/rules/defaults';
import { BROKEN_LINE, fixtureLine } from '../fixtures/ledger/lines';

const FIXTURES = join(__dirname, '..', 'fixtures', 'ledger');
const { fields } = defaultSettings();
const TODAY = '2026-11-23';
const work = mkdtempSync(join(tmpdir(), 'ledger-read-'));
afterAll(() => rmSync(work, { recursive: true }));

describe('a damaged text', () => {
  it('lines that say the same are named with the line they repeat', async () => {
    const line = (day: number, summary: string): string => `2024/3/${day},试甲乙,11010519491231002X,${summary}`;
    const lines = [line(5, '反映工资'), line(6, '反映工资'), line(5, '反映 工资。'), line(6, '反映工资'), line(5, '反映工资')];
    const { ledger, judgement } = await judged(written('twice.csv', ['登记日期,来访人,证件号码,反映问题', ...lines].join('\r\n')));
    expect(judgement).toMatchObject({ lines: 5, good: 2, duplicates: 3 });
    expect(judgement.repeats.map(({ line, sameAs }) => [line, sameAs])).toEqual([
      [4, 2],
      [5, 3],
      [6, 2],
    ]);
    expect(judgement.repeats[0]?.cells).toEqual(['2024/3/5', '试甲乙', '11010519491231002X', '反映 工资。']);
    expect(ledger.withCells([{ line: 3, sameAs: 0 }])).toEqual([
      { line: 3, sameAs: 0, cells: ['2024/3/6', '试甲乙', '11010519491231002X', '反映工资'] },
    ]);
  });

  it('a quote that nobody closed spoils its own line, also where a later line opens one', () => {
    const line = (n: number): string =>
      n === 100 ? '张断,2024-01-02,"反映断行' : n === 400 ? '李引,2024-01-02,"反映低保"' : `王${n},2024-01-02,反映事项${n}`;
    const rows = readCsv(Array.from({ length: 500 }, (_, n) => line(n)).join('\n'), ',');
    expect(rows).toHaveLength(500);
    expect(rows.filter((row) => row.broken).map((row) => row.line)).toEqual([101]);
    expect(readCsv('甲,"两\n行"\n乙,丙', ',').map((row) => row.cells)).toEqual([
      ['甲', '两\n行'],
      ['乙', '丙'],
    ]);
  });

  it('with a mark of UTF-8 is UTF-8, whatever one byte in it says', () => {
    const whole = Buffer.from('\uFEFF姓名,来访日期\n张三,2024-01-02\n', 'utf8');
    expect(decodeText(Buffer.concat([whole, Buffer.from([0xe6, 0x8b])]))).toContain('张三,2024-01-02');
  });
});

describe('a cell written into its sheet', () => {
  it('is read without the reading beside it', async () => {
    async function* sheet() {
      yield Buffer.from(
        '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>张</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></is></c></row></sheetData></worksheet>',
      );
    }
    expect((await readSheet(sheet(), [], () => {}))[0]?.cells).toEqual(['张']);
  });
});

async function judged(path: string): Promise<{ ledger: Ledger; judgement: Judgement }> {
  const book = await openBook(path, () => {});
  const ledger = new Ledger(book);
  const judgement = await ledger.judge({ fields, today: TODAY });
  await book.close();
  return { ledger, judgement };
}
function written(name: string, bytes: Buffer | string): string {
  const path = join(work, name);
  writeFileSync(path, bytes);
  return path;
}
const sentenceOf = (path: string): Promise<string> =>
  judged(path).then(
    () => 'was read',
    (error: unknown) => (error instanceof Unreadable ? error.sentence : `${error}`),
  );

describe('a workbook made by an office program', () => {
  it('merged heads, a cover sheet, dates as numbers and in words, full-width digits; what is broken is refused with its reason', async () => {
    const { ledger, judgement } = await judged(join(FIXTURES, 'small.xlsx'));
    expect(judgement).toMatchObject({ sheet: 1, headRow: 3, headRows: 2, missing: [], lines: 25, good: 20, refused: 5, duplicates: 0 });
    expect(judgement.sheets.map(({ name }) => name)).toEqual(['封面', '登记']);
    expect(judgement.columns).toEqual([
      ...['序号', '来访日期', '来访人基本情况／姓名', '来访人基本情况／性别', '来访人基本情况／身份证号码', '来访人基本情况／联系电话'],
      ...['反映问题', '类别', '人数', '办理结果'],
    ]);
    const records = ledger.records(0, 100).sort((a, b) => a.line - b.line);
    for (const [n, record] of records.entries()) {
      const { date, name, docNumber, phone } = fixtureLine(n, 40);
      expect(record).toMatchObject({ line: n + 5, date, name, docNumber, phone, heads: n % 9 === 4 ? 6 : 1 });
    }
    expect(judgement.refusals.map(({ line, reasons }) => [line, reasons.join('；')])).toEqual([
      [25, expect.stringContaining('数字格式，超过 15 位的后几位已被表格软件改成 0')],
      [26, '缺姓名'],
      [27, '来访日期「去年冬天」看不懂，请写成 2024-03-05'],
      [28, expect.stringMatching(/2099-01-01 晚于今天；证件号码不对：应为 18 位，现为 17 位；缺来访事由/)],
      [29, expect.stringContaining('合计')],
    ]);
    expect(ledger.refusals().split('\r\n')).toHaveLength(1 + 5 + 1);
  });

  it('one broken line at 4,999 of 5,000: the other 4,999 come in', async () => {
    const { judgement } = await judged(join(FIXTURES, '5000.xlsx'));
    expect(judgement).toMatchObject({ lines: 5000, good: 4999, refused: 1, duplicates: 0 });
    expect(judgement.refusals[0]).toMatchObject({ line: BROKEN_LINE + 5, reasons: [expect.stringContaining('科学计数法')] });
  });

  it('cut short, in the old format, with a password, or packed to burst: the sentence says which', async () => {
    const cut = written('cut.xlsx', readFileSync(join(FIXTURES, 'small.xlsx')));
    truncateSync(cut, 5000);
    expect(await sentenceOf(cut)).toContain('损坏');
    expect(await sentenceOf(written('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toContain('另存为 .xlsx');
    expect(await sentenceOf(written('empty.csv', ''))).toContain('空的');
    expect(await sentenceOf(join(work, 'nothing.xlsx'))).toContain('读不出来');
    expect(await sentenceOf(written('word.xlsx', zipOf({ 'word/document.xml': Buffer.from('<w/>') })))).toContain('不是 .xlsx');
    const bomb = zipOf({
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
      'xl/sharedStrings.xml': Buffer.alloc(300 * 1024 * 1024, `<t>${' '.repeat(50_000)}`),
      'xl/worksheets/sheet1.xml': Buffer.from('<worksheet/>'),
    });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await sentenceOf(written('bomb.xlsx', bomb))).toContain('解压后过大');
    const endless = zipOf({ 'xl/workbook.xml': Buffer.alloc(100 * 1024 * 1024, ' ') });
    expect(await sentenceOf(written('endless.xlsx', endless))).toContain('没有导入');
  });
});

describe('a CSV file', () => {
  const table = '登记日期,来访人,证件号码,反映问题\r\n2024/3/5,试甲乙,11010519491231002X,"反映""工资"", 两次\n还没有答复"\r\n';
  it.each([
    ['utf-8', Buffer.from(table)],
    ['utf-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['gb18030', iconv.encode(table, 'gb18030')],
    ['utf-16 of a spreadsheet', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(table.replaceAll(',', '\t'), 'utf16-le')])],
    ['semicolons', Buffer.from(table.replaceAll(',', ';'))],
  ])('%s', async (name, bytes) => {
    const { ledger, judgement } = await judged(written(`${name}.csv`, bytes));
    expect(judgement).toMatchObject({ lines: 1, good: 1, refused: 0, headRow: 1 });
    expect(ledger.records(0, 1)[0]).toMatchObject({ line: 2, date: '2024-03-05', name: '试甲乙' });
    expect(ledger.records(0, 1)[0]?.matter).toMatch(/^反映"工资"[,;\t ] ?两次\n还没有答复$/);
  });

  it('a quote that nobody closed breaks its own line alone', () => {
    const rows = readCsv('a,b\n"broken,2\nc,d\n'.padEnd(40_000, 'x'), ',');
    expect(rows.map(({ line, broken }) => [line, broken !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
    ]);
  });

  it('knows the separator by the lines, not by what stands in the texts', () => {
    expect(separatorOf('a;b;c\n"x,y,z,w,v";2;3\n')).toBe(';');
    expect(separatorOf('a\tb\n1,5\t2\n')).toBe('\t');
  });
});

/** A zip file of these parts, by the book. */
function zipOf(parts: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(parts)) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    // A lie, as a bomb tells it.
    entry.writeUInt32LE(10, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    entry.write(name, 46);
    locals.push(local, packed);
    entries.push(entry);
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}
