import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { HuashiReader } from '../../electron/readers/huashi';
import { Readers, type ReadOutcome } from '../../electron/readers/readers';
import { READ_LIMIT_MS } from '../../shared/domain/reader';
import { CARD, NO_CARD, type Script, SimulatedReader } from './simulated-reader';

/** The desk's own limit is asserted once for real; where only the way it ends matters, a shorter one does. */
const SHORT_MS = 250;
const POLL_MS = 20;

let reader: SimulatedReader | null = null;
let readers = new Readers(SHORT_MS);
afterEach(async () => {
  await readers.close();
  await reader?.stop();
  reader = null;
});

async function read(script: Script, limitMs = SHORT_MS): Promise<ReadOutcome> {
  reader = await SimulatedReader.start(script);
  readers = new Readers(limitMs);
  return readers.read(new HuashiReader(reader.port, limitMs === SHORT_MS ? POLL_MS : undefined));
}
const faultOf = (outcome: ReadOutcome): string => (outcome.ok ? 'card' : outcome.fault);

describe('a card on a reader', () => {
  it.each(['utf-8', 'gbk'] as const)('is read from a service that writes %s, and the device is closed', async (encoding) => {
    const outcome = await read({ encoding });
    expect(outcome).toMatchObject({ ok: true, answer: { number: CARD.certNumber, name: '李秀兰', address: CARD.certAddress } });
    await reader?.wasAsked('/CloseDevice');
    expect(reader?.asked).toEqual(['/OpenDevice', '/readcard', '/CloseDevice']);
  });

  it('is waited for: laid on the reader after the key was pressed', async () => {
    const outcome = await read({ read: [NO_CARD, NO_CARD, CARD] });
    expect(outcome).toMatchObject({ ok: true, answer: { number: CARD.certNumber } });
    await reader?.wasAsked('/CloseDevice');
    expect(reader?.asked).toEqual(['/OpenDevice', '/readcard', '/readcard', '/readcard', '/CloseDevice']);
  });

  it('leaves no trace of a fingerprint or of the photo', async () => {
    const secret = 'RklOR0VSUFJJTlQ';
    const fingers = { fingerData: secret, fingerprintData: secret, fp1: secret, finger: { name: secret, left: secret }, zhiwen: secret };
    const outcome = await read({ read: [{ ...CARD, ...fingers }] });
    expect(outcome.ok).toBe(true);
    expect(JSON.stringify(outcome)).not.toContain(secret);
    expect(JSON.stringify(outcome)).not.toContain('Qk02');
    expect(Object.keys(outcome.ok ? outcome.answer : {}).sort()).toEqual(
      ['address', 'birth', 'flag', 'issuer', 'message', 'name', 'nation', 'number', 'sex', 'until'].sort(),
    );
  });

  it('of the visitor before is not taken from a service that says it read none', async () => {
    expect(faultOf(await read({ read: [{ ...CARD, errorMsg: '读卡失败', resultFlag: -11 }] }))).toBe('no-card');
  });

  it('is read although a proxy is set', async () => {
    const proxies = { http_proxy: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' };
    const before = Object.fromEntries(Object.keys(proxies).map((name) => [name, process.env[name]]));
    Object.assign(process.env, proxies);
    try {
      expect(faultOf(await read({}))).toBe('card');
      expect(reader?.headers[0]?.host).toBe(`127.0.0.1:${reader?.port}`);
    } finally {
      for (const [name, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
  });
});

describe('a reader in trouble', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  it.each<[string, Script, string]>([
    ['has no device', { open: { errorMsg: '打开失败', resultFlag: -1 } }, 'no-device'],
    ['has no card', { read: [NO_CARD] }, 'no-card'],
    ['has empty fields and calls it success', { read: [{ ...NO_CARD, resultFlag: 0 }] }, 'no-card'],
    ['hangs at the first question', { open: 'never' }, 'silent'],
    ['hangs at the card', { read: ['never'] }, 'silent'],
    ['begins an answer and never ends it', { read: ['drips'] }, 'silent'],
    ['hangs after it had no card', { read: [NO_CARD, 'never'] }, 'no-card'],
    ['answers with noise', { read: [Uint8Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256)] }, 'unreadable'],
    ['is another program', { open: bytes('<html><meta name="printer" content="x"><p>code: 0</p></html>') }, 'unreadable'],
    ['answers with nothing', { read: [new Uint8Array()] }, 'unreadable'],
    ['answers without end', { read: ['endless'] }, 'unreadable'],
    ['sends us elsewhere', { open: 'redirects' }, 'unreadable'],
  ])('that %s: %s', async (_what, script, fault) => {
    const outcome = await read(script);
    expect(faultOf(outcome)).toBe(fault);
    expect(outcome.elapsedMs).toBeLessThanOrEqual(SHORT_MS + 200);
    await reader?.wasAsked('/CloseDevice');
  });

  it('that is not there at all is told at once', async () => {
    const port = await SimulatedReader.deadPort();
    const outcome = await readers.read(new HuashiReader(port));
    expect(faultOf(outcome)).toBe('no-service');
    expect(outcome.elapsedMs).toBeLessThan(SHORT_MS);
  });

  it('that speaks no HTTP', async () => {
    const server = createServer((socket) => socket.on('data', () => socket.write('\x00\x01 hello\r\n')).on('error', () => {}));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(faultOf(await readers.read(new HuashiReader(port)))).toBe('unreadable');
    server.close();
  });

  it('never holds the desk longer than 3 seconds, even if closing hangs, too', async () => {
    const outcome = await read({ read: ['never'], close: 'never' }, READ_LIMIT_MS);
    expect(faultOf(outcome)).toBe('silent');
    expect(outcome.elapsedMs).toBeGreaterThanOrEqual(READ_LIMIT_MS - 50);
    expect(outcome.elapsedMs).toBeLessThanOrEqual(READ_LIMIT_MS + 200);
  });

  it('of any other make that ignores its signal is left behind, and the next read begins', async () => {
    readers = new Readers(SHORT_MS);
    const deaf = { read: () => new Promise<never>(() => {}), leave: async () => {} };
    const outcome = await readers.read(deaf);
    expect(faultOf(outcome)).toBe('silent');
    expect(outcome.elapsedMs).toBeLessThanOrEqual(SHORT_MS + 200);
    reader = await SimulatedReader.start();
    expect(faultOf(await readers.read(new HuashiReader(reader.port, POLL_MS)))).toBe('card');
  });
});

describe('one read at a time', () => {
  it('a second request answers at once, the first goes on', async () => {
    reader = await SimulatedReader.start({ read: [NO_CARD, NO_CARD, CARD] });
    readers = new Readers(READ_LIMIT_MS);
    const first = readers.read(new HuashiReader(reader.port, POLL_MS));
    const second = await readers.read(new HuashiReader(reader.port, POLL_MS));
    expect(second).toMatchObject({ ok: false, fault: 'busy' });
    expect(second.elapsedMs).toBeLessThan(50);
    expect(faultOf(await first)).toBe('card');
  });

  it('a cancelled read ends at once, closes the device, and the next reads the card', async () => {
    reader = await SimulatedReader.start({ read: ['never', CARD] });
    readers = new Readers(READ_LIMIT_MS);
    const first = readers.read(new HuashiReader(reader.port));
    await reader.wasAsked('/readcard');
    readers.cancel();
    const second = readers.read(new HuashiReader(reader.port));
    expect(faultOf(await first)).toBe('cancelled');
    expect(faultOf(await second)).toBe('card');
    await reader.wasAsked('/CloseDevice', 2);
    expect(reader.asked).toEqual(['/OpenDevice', '/readcard', '/CloseDevice', '/OpenDevice', '/readcard', '/CloseDevice']);
  });

  it('a device that was left open by somebody else is no trouble', async () => {
    expect(faultOf(await read({ open: { errorMsg: '设备已打开', resultFlag: -2 } }))).toBe('card');
  });

  it('a desk that reads by hand or by wedge asks no service', async () => {
    expect(await readers.read(null)).toMatchObject({ ok: false, fault: 'off' });
  });
});
