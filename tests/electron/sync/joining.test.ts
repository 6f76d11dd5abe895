import { describe, expect, it } from 'vitest';
import { type JoiningContent, openHubFile, openJoiningFile, sealJoiningFile, VALID_MS } from '../../../electron/sync/joining';
import { HUB_FILE, newCode, normalCode, sealSecret } from '../../../electron/sync/sealed-secret';
import { newSigningKeys } from '../../../electron/sync/sign';
import { Refusal } from '../../../shared/result';

const NOW = Date.parse('2026-11-23T01:00:00Z');
const CA = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const joining: JoiningContent = {
  v: 1,
  hallId: '0190aaaa-0000-7000-8000-000000000001',
  laterKeys: [],
  hallKey: Buffer.alloc(32, 7).toString('base64'),
  unitName: '示例县信访局',
  desk: { code: '02', name: '二号登记台' },
  demo: false,
  hub: { addresses: ['tls://hub.example:4222'], ca: CA, seed: 'SUEXAMPLE' },
  privateKey: newSigningKeys().privateKey,
  desks: [{ code: '01', publicKey: newSigningKeys().publicKey }],
  madeAt: NOW,
  validUntil: NOW + VALID_MS,
};

/** Stretching is not what is tested here. */
const CHEAP = { m: 64, t: 1, p: 1 };

const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.error.message : String(error)),
  );

describe('a joining file', () => {
  it('opens with its code as a person types it, and brings everything', async () => {
    const code = newCode();
    const text = await sealJoiningFile(joining, code, CHEAP);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await openJoiningFile(text, typed, NOW)).toEqual(joining);
    expect(text).not.toContain(joining.hallKey);
    expect(text).not.toContain('示例');
  });

  it('refuses another code, a changed file, another kind, a late day and an early clock, each with its sentence', async () => {
    const code = newCode();
    const text = await sealJoiningFile(joining, code, CHEAP);
    const file = JSON.parse(text) as { sealed: string };
    const bytes = Buffer.from(file.sealed, 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const changed = JSON.stringify({ ...file, sealed: bytes.toString('base64') });
    expect(await sentence(openJoiningFile(text, newCode(), NOW))).toContain('一次性口令不正确');
    expect(await sentence(openJoiningFile(changed, code, NOW))).toContain('一次性口令不正确');
    expect(await sentence(openJoiningFile('{"v":1}', code, NOW))).toContain('不是加入文件');
    expect(await sentence(openJoiningFile(text, code, NOW + VALID_MS + 1))).toContain('已过期');
    expect(await sentence(openJoiningFile(text, code, NOW - 2 * 24 * 3_600_000))).toContain('校准电脑的日期时间');
    expect(await sentence(openHubFile(text, code))).toContain('不是中心的连接文件');
  });
});

describe("the hub's file", () => {
  it('is read with its code; a file without an authority is none', async () => {
    const content = { v: 1, hub: ['tls://hub.example:4222'], ca: CA, desks: [{ code: '01', seed: 'SUEXAMPLE' }] };
    const code = newCode();
    expect(await openHubFile(await sealSecret(HUB_FILE, code, content, CHEAP), code)).toEqual(content);
    expect(await sentence(openHubFile(await sealSecret(HUB_FILE, code, { ...content, ca: '' }, CHEAP), code))).toContain(
      '不是中心的连接文件',
    );
  });

  it('has codes of twenty letters that nobody misreads', () => {
    const code = newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(normalCode('ab-cd oIl')).toBe('ABCD011');
  });
});
