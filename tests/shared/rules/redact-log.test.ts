import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactLog } from '../../../shared/rules/redact-log';

const KNOWN = {
  folders: [
    ['/opt/desk/dist', '<program>'],
    ['/home/wang/.local/share/jiefangtai', '<profile>'],
    ['/home/wang', '<home>'],
  ] as const,
};
const redacted = (text: string): string => redactLog(text, KNOWN);

describe('a line of the log', () => {
  it.each([
    ['phase store: 412 ms', 'phase store: 412 ms'],
    [
      '[2026-11-24 10:00:00.123] [info] backup: 123456 bytes new, 2 sets',
      '[2026-11-24 10:00:00.123] [info] backup: 123456 bytes new, 2 sets',
    ],
    ['at Store.open (/opt/desk/dist/electron/main.cjs:120:7)', 'at Store.open (<program>/electron/main.cjs:120:7)'],
    ['at node:internal/process/task_queues:95:5', 'at node:internal/process/task_queues:95:5'],
    ['https refused: request to https:', 'https refused: request to https:'],
    ['printing stop: Error: lp ended with 1', 'printing stop: Error: lp ended with 1'],
  ])('%s tells what it told', (line, told) => {
    expect(redacted(line)).toBe(told);
  });

  it.each([
    ['欧阳娜娜 came', '<4 characters> came'],
    ['11010519491231002X', '<number>'],
    ['id 110105 19491231 002X end', 'id <number> end'],
    ['130503670401001', '<number>'],
    ['tel 13912345678, 139 1234 5678, +86 13912345678', 'tel <number>, <number>, <number>'],
    ['0571-88112233', '<number>'],
    ['passport E12345678', 'passport <document>'],
    ['card 20261124-01-0004', 'card <visit>'],
    ['row 01a2094d-399c-7032-b44b-083af8f11cfb', 'row <id>'],
    ["ENOENT, open '/media/stick/wang wu.pdf'", "ENOENT, open '<path>.pdf'"],
    ['open C:\\Users\\wang\\a.docx', 'open <path>.docx'],
    ['\\\\server\\share\\wang.xlsx is gone', '<path>.xlsx is gone'],
    ['/home/wang/secret.pdf', '<home>/secret.pdf'],
    ['mail wang.wu@example.com', 'mail <mail>'],
    ['反映宅基地、土地确权（第 2 次）', '<16 characters>）'],
  ])('%s loses what could be somebody', (line, left) => {
    expect(redacted(line)).toBe(left);
  });

  it('never lets a Chinese character, a resident number or a mobile number through, whatever stands around them', () => {
    const han = fc.stringMatching(/^[一-龥]{1,12}$/);
    const digits = (n: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${n - 1}}$`));
    const around = fc.stringMatching(/^[a-z :,.'"()=-]{0,20}$/);
    fc.assert(
      fc.property(around, han, digits(17), digits(9), around, (before, name, number, mobile, after) => {
        const left = redacted(`${before} ${name} ${number}X 13${mobile} ${after}`);
        expect(left).not.toMatch(/\p{Script=Han}/u);
        expect(left).not.toContain(number);
        expect(left).not.toContain(mobile);
      }),
    );
  });

  it('is the same when it is redacted again', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const once = redacted(text);
        expect(redacted(once)).toBe(once);
      }),
    );
  });
});
