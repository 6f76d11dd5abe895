import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { policyPlace, readPolicy } from '../../electron/policy-file/read-policy';
import { parseRegistry } from '../../electron/policy-file/registry';

const ME = process.getuid?.() ?? 0;
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiefangtai-policy-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (text: string, mode = 0o644): string => {
  const path = join(dir, 'policy.json');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};
const read = (path: string, owner = ME) => readPolicy({ kind: 'file', path, owner });

describe.skipIf(process.platform === 'win32')('a policy file counts only where nobody but its owner could have written it', () => {
  it('is read', async () => {
    const path = write('{"lockMinutes": 5, "printer": ""}');
    const view = await read(path);
    expect(view).toMatchObject({ place: path, found: true, values: { lockMinutes: 5 } });
    expect(view.refused).toEqual([expect.stringContaining('登记卡打印机')]);
  });

  it('is nothing to be said where there is none', async () => {
    expect(await read(join(dir, 'policy.json'))).toMatchObject({ found: false, values: {}, refused: [] });
  });

  it.each<[string, () => string, number, string]>([
    ['writable by all', () => write('{"lockMinutes":5}', 0o666), ME, '其他用户'],
    ['writable by its group', () => write('{"lockMinutes":5}', 0o664), ME, '其他用户'],
    ['of another owner', () => write('{"lockMinutes":5}'), ME + 1, '不属于'],
    ['no JSON', () => write('lockMinutes=5'), ME, '读不懂'],
    ['endless', () => write(`{"printer":"${'x'.repeat(70_000)}"}`), ME, '过大'],
    [
      'a link to a good one',
      () => {
        symlinkSync(write('{"lockMinutes":5}'), join(dir, 'link.json'));
        return join(dir, 'link.json');
      },
      ME,
      '链接',
    ],
    [
      'in a folder where others write',
      () => {
        chmodSync(dir, 0o777);
        return write('{"lockMinutes":5}');
      },
      ME,
      '所在文件夹',
    ],
  ])('%s: ignored and said', async (_name, make, owner, why) => {
    const view = await read(make(), owner);
    expect(view).toMatchObject({ found: true, values: {} });
    expect(view.refused).toEqual([expect.stringContaining(why)]);
  });
});

describe('where a release looks', () => {
  it.each([
    ['linux', { kind: 'file', path: '/etc/jiefangtai/policy.json', owner: 0 }],
    ['win32', { kind: 'registry' }],
    ['darwin', { kind: 'none' }],
  ] as const)('%s', (platform, place) => expect(policyPlace(platform)).toEqual(place));
});

describe('what reg query prints', () => {
  const head = '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\JieFangTai\r\n';
  it.each<[string, string, Record<string, unknown>]>([
    ['nothing', `${head}`, {}],
    ['a number', `${head}    LockMinutes    REG_DWORD    0x5\r\n`, { lockMinutes: 5 }],
    ['a switch', `${head}    UpdateEnabled    REG_DWORD    0x1\r\n`, { updateEnabled: true }],
    ['a switch turned off', `${head}    UpdateEnabled    REG_DWORD    0x0\r\n`, { updateEnabled: false }],
    ['a switch that is none', `${head}    UpdateEnabled    REG_DWORD    0x2\r\n`, { updateEnabled: 2 }],
    ['a printer with spaces in its name', `${head}    Printer    REG_SZ    HP LaserJet  108\r\n`, { printer: 'HP LaserJet  108' }],
    [
      'several addresses',
      `${head}    HubAddresses    REG_MULTI_SZ    nats://a:4222\\0b:4222\r\n`,
      { hubAddresses: ['nats://a:4222', 'b:4222'] },
    ],
    ['addresses in one line', `${head}    hubaddresses    REG_SZ    a:4222; b:4222\r\n`, { hubAddresses: ['a:4222', 'b:4222'] }],
    ['a share', `${head}    UpdateSource    REG_SZ    \\\\srv\\jft\r\n`, { updateSource: '\\\\srv\\jft' }],
    ['an empty value', `${head}    Printer    REG_SZ    \r\n`, { printer: '' }],
    ['the unnamed value', `${head}    (默认)    REG_SZ    (数值未设置)\r\n`, {}],
    ['another name', `${head}    Other    REG_SZ    x\r\n`, { Other: 'x' }],
    [
      'a subkey',
      `${head}    Printer    REG_SZ    HP\r\n\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\JieFangTai\\Sub\r\n`,
      { printer: 'HP' },
    ],
  ])('%s', (_name, output, values) => expect(parseRegistry(output)).toEqual(values));
});
