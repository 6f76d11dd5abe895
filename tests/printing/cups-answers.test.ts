import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CupsSpooler } from '../../electron/printing/cups/cups';
import type { RunTool, ToolRun } from '../../electron/printing/run-tool';
import type { SpoolWork } from '../../electron/printing/spooler';

const WORK: SpoolWork = { printer: 'CARD', title: 'id', pdf: new Uint8Array([1]), width: 105.16, height: 148.17, options: [] };
const exited = (code: number, stdout = '', stderr = ''): ToolRun => ({ end: 'exited', code, stdout, stderr });
/** A CUPS whose tools answer as captured; `seen` keeps the arguments. */
function cups(answers: Record<string, ToolRun>) {
  const seen: string[][] = [];
  const run: RunTool = async (file, args) => {
    seen.push([file, ...args]);
    return answers[`${file} ${args[0]}`] ?? answers[file] ?? { end: 'missing', code: -1, stdout: '', stderr: '' };
  };
  return { spooler: new CupsSpooler(run), seen };
}

describe('a card given to lp', () => {
  it('goes by standard input under the print id, on its own paper, unscaled', async () => {
    const { spooler, seen } = cups({ lp: exited(0, 'request id is CARD-5 (0 file(s))\n') });
    expect(await spooler.submit({ ...WORK, options: ['InputSlot=Tray1'] })).toEqual({ kind: 'accepted', spoolerJob: '5' });
    expect(seen).toEqual([
      ['lp', '-d', 'CARD', '-t', 'id', '-o', 'media=A6', '-o', 'print-scaling=none', '-o', 'InputSlot=Tray1', '--', '-'],
    ]);
  });

  it.each([
    [80.1, 187.4, [], 'media=Custom.80x187mm'],
    [210.2, 297, [], 'media=A4'],
    [105.16, 148.17, ['media=Custom.CARD'], 'media=Custom.CARD'],
  ])('%d × %d mm with options %j asks for %s', async (width, height, options, media) => {
    const { spooler, seen } = cups({ lp: exited(0, 'request id is CARD-5 (0 file(s))\n') });
    await spooler.submit({ ...WORK, width, height, options });
    expect(seen[0]?.filter((each) => each.startsWith('media='))).toEqual([media]);
  });

  it.each<[string, ToolRun, string]>([
    ['not accepting', exited(1, '', 'lp: Destination "TEST" is not accepting jobs.\n'), 'refused'],
    ['no such printer', exited(1, '', 'lp: Error - The printer or class does not exist.\n'), 'refused'],
    ['a wrong option', exited(1, '', 'lp: Unsupported document-format "foo/bar".\n'), 'failed'],
    ['no answer', { end: 'timeout', code: -1, stdout: '', stderr: '' }, 'unanswered'],
    ['success without a number', exited(0, 'ok'), 'unanswered'],
    ['a lost connection', exited(1, '', 'lp: Error - scheduler not responding.\n'), 'unanswered'],
    ['no lp at all', { end: 'missing', code: -1, stdout: '', stderr: '' }, 'refused'],
  ])('%s', async (_name, answer, kind) => {
    expect((await cups({ lp: answer }).spooler.submit(WORK)).kind).toBe(kind);
  });
});

describe('a machine', () => {
  it('without CUPS has no printers, and jobs wait with us', async () => {
    const { spooler } = cups({});
    expect(await spooler.listPrinters()).toEqual([]);
    expect(await spooler.printerState('CARD')).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining('等候') });
    expect(await spooler.findByTitle('CARD', 'id')).toEqual({ kind: 'unanswered' });
    expect(await spooler.jobState('CARD', '1', 'id')).toEqual({ kind: 'unanswered' });
  });

  it('whose scheduler is off is told from one without printers', async () => {
    const off = cups({ lpstat: exited(1, 'scheduler is not running\n') });
    expect((await off.spooler.printerState('CARD')).kind).toBe('unreachable');
    const none = cups({ lpstat: exited(0, 'no system default destination\n') });
    expect((await none.spooler.printerState('CARD')).kind).toBe('missing');
  });
});

describe('a job looked up', () => {
  const answer = (line: string) => exited(0, `job-id,job-name,job-state,job-state-reasons\n${line}\n`);
  it.each<[string, ToolRun, unknown]>([
    ['known', answer('5,id,completed,x'), { kind: 'known', state: 'completed' }],
    ['whose title is hidden', answer('5,,processing,x'), { kind: 'known', state: 'active' }],
    ['whose number was given to another after a wipe', answer('5,other,completed,x'), { kind: 'gone' }],
    ['forgotten', exited(1, '', 'Job #5 does not exist.'), { kind: 'gone' }],
    ['on a silent server', exited(1, '', 'ipptool: Unable to connect to "localhost"'), { kind: 'unanswered' }],
  ])('%s', async (_name, ipptool, expected) => {
    const { spooler } = cups({ 'lpstat -H': exited(0, '/run/cups/cups.sock\n'), ipptool });
    expect(await spooler.jobState('CARD', '5', 'id')).toMatchObject(expected as object);
  });

  it('is asked for where lp itself goes', async () => {
    const { spooler, seen } = cups({ 'lpstat -H': exited(0, 'print.hall.local:631\n'), ipptool: answer('5,id,completed,x') });
    await spooler.findByTitle('登记 台', 'id');
    expect(seen.at(-1)).toContain(`ipp://print.hall.local:631/printers/${encodeURIComponent('登记 台')}`);
  });
});

describe('the self-check', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cups-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  it('reads cupsd.conf, and does not guess when it cannot', async () => {
    const conf = join(dir, 'cupsd.conf');
    writeFileSync(conf, 'PreserveJobFiles No\n');
    expect(await new CupsSpooler(undefined, conf).keepsJobFiles()).toBe(false);
    expect(await new CupsSpooler(undefined, join(dir, 'absent')).keepsJobFiles()).toBeNull();
  });
});
