import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../electron/files/decode-text';
import { openBook } from '../../electron/ledger/read/open-book';
import { openTextFile } from '../../electron/ledger/read/text-file';
import { ForecastFile } from '../../electron/ledger/worker/forecast-file';
import type { ForecastJudging } from '../../electron/ledger/worker/messages';
import { DEFAULT_FIELDS } from '../../shared/rules/default-fields';
import type { ForecastRecord } from '../../shared/rules/forecast-record';

const FIXTURES = join(__dirname, '..', 'fixtures', 'forecast');
const DAY = '2026-11-23';
const judging: ForecastJudging = {
  ...{ date: DAY, channel: 'system', today: DAY, now: Date.parse(`${DAY}T08:10:00+08:00`), remembered: [] },
  fields: { entries: [...DEFAULT_FIELDS] },
};
const openList = async (name: string): Promise<ForecastFile> => new ForecastFile(await openBook(join(FIXTURES, name), () => {}));
const codeOf = (name: string): string => DEFAULT_FIELDS.find((field) => field.name === name)?.code ?? '';
const by = (records: readonly ForecastRecord[], who: string): ForecastRecord | undefined => records.find((record) => record.who === who);

describe('a real workbook of a channel', () => {
  it('is read through its title, its head of two merged rows, its days and hours as numbers, its full-width digits', async () => {
    const list = await openList('system-list.xlsx');
    const judged = await list.judge(judging);
    expect(judged).toMatchObject({
      headRow: 2,
      headRows: 2,
      missing: [],
      lines: 11,
      good: 6,
      refused: 4,
      duplicates: 1,
      remembered: false,
    });
    const records = list.records();
    expect(by(records, '东园小区业主')).toMatchObject({
      ...{ line: 4, date: DAY, time: '09:30', heads: 12, field: codeOf('物业管理'), place: '城关镇', history: '街道已协调两次' },
      ...{ visits: 2, resolved: false, interests: false, extreme: false, channel: 'system' },
    });
    expect(by(records, '河西村村民')).toMatchObject({ time: '', heads: 5, resolved: false, history: '预计时间（原样）：上午' });
    expect(by(records, '河西村低保户')).toMatchObject({ visits: 4, resolved: true, age: '72岁', health: '心脏病史' });
    expect(by(records, '建材市场商户')).toMatchObject({
      field: codeOf('市场监管'),
      time: '',
      visits: null,
      resolved: null,
      interests: true,
    });
    expect(by(records, '南街讨薪人员')).toMatchObject({ extreme: true, conduct: '曾扬言跳楼' });
  });

  it('refuses line by line, each with its reasons, and names what a repeated line repeats', async () => {
    const list = await openList('system-list.xlsx');
    const { refusals, repeats } = await list.judge(judging);
    expect(refusals.map(({ line, reasons }) => [line, reasons])).toEqual([
      [11, ['缺来访人或群体']],
      [12, ['来访人数「很多」应为 1–9999 的整数']],
      [13, ['来访日期 2026-11-20：这一天已经过去，请选今天或以后']],
      [14, ['看起来是合计或签名行，没有来访人']],
    ]);
    expect(repeats).toMatchObject([{ line: 10, sameAs: 4, cells: expect.arrayContaining(['东园小区业主', '2026-11-23', '09:30']) }]);
  });

  it('takes other columns when they are chosen, and the same again for the next list with this head', async () => {
    const list = await openList('system-list.xlsx');
    const { mapping, heads } = await list.judge(judging);
    const own = { ...mapping, source: mapping.place };
    expect(await list.judge({ ...judging, remembered: [{ heads, mapping: own }] })).toMatchObject({ remembered: true, mapping: own });
    expect(list.records()[0]?.source).toBe('城关镇');
    expect(await list.judge({ ...judging, remembered: [{ heads: 'other', mapping: {} }] })).toMatchObject({ remembered: false, mapping });
  });

  it('of ten thousand lines all come in, quickly', async () => {
    const list = await openList('10000.xlsx');
    const began = performance.now();
    expect(await list.judge(judging)).toMatchObject({ lines: 10_000, good: 10_000, refused: 0, duplicates: 0 });
    console.info(`10,000 lines judged in ${Math.round(performance.now() - began)} ms`);
    expect(by(list.records(), '第10000户')).toMatchObject({ line: 10_001, time: '09:40', heads: 5, health: '行动不便' });
  });

  it('that is cut short is refused as a whole', async () => {
    await expect(openList('broken.xlsx')).rejects.toMatchObject({ sentence: expect.stringMatching(/没有导入/) });
  });
});

describe('what is copied out of another program', () => {
  const pasted = (text: string): ForecastFile => new ForecastFile(openTextFile(Buffer.from(text), () => {}));

  it('is a table by its tabs; a category that the hall has not stays readable', async () => {
    const list = pasted(decodeText(readFileSync(join(FIXTURES, 'hotline.txt'))));
    expect(await list.judge({ ...judging, channel: 'hotline' })).toMatchObject({ good: 3, refused: 0 });
    const [first, , third] = list.records();
    expect(first).toMatchObject({ channel: 'hotline', date: DAY, heads: 6, field: codeOf('拆迁安置'), source: '热线三组' });
    expect(third).toMatchObject({ field: '', history: '类别（原样）：没有这个类别', source: '' });
  });
  it('is refused where a cell holds the separator unquoted, line by line', async () => {
    const list = pasted('来访人,主要诉求\n甲,补偿,未到账\n乙,噪声\n');
    const judged = await list.judge(judging);
    expect(judged).toMatchObject({ good: 1, refused: 1 });
    expect(judged.refusals[0]?.reasons[0]).toContain('比表头多出 1 格内容');
  });
  it('without the names of its columns, its columns are chosen by hand', async () => {
    const list = pasted('甲,2,噪声\n乙,3,粉尘\n');
    expect(await list.judge(judging)).toMatchObject({ headRow: 0, columns: ['A', 'B', 'C'], missing: ['who'], good: 0 });
    expect(await list.judge({ ...judging, mapping: { who: 0, heads: 1, demand: 2 } })).toMatchObject({ missing: [], good: 2 });
  });
});
