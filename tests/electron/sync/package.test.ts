import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPackage } from '../../../electron/sync/package-reader';
import { writePackage } from '../../../electron/sync/package-writer';
import type { ReceivedCount } from '../../../electron/sync/receiver';
import { newSigningKeys, Signer } from '../../../electron/sync/sign';
import { Refusal } from '../../../shared/result';
import { HALL, type TestDesk, TestHall } from './hall';

const hallKey = new Uint8Array(32).fill(9);
let hall: TestHall;
let dir = '';
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'reception-package-'));
  hall = new TestHall(3);
  for (const desk of hall.desks) await desk.start();
});
afterEach(async () => {
  await hall.close();
  rmSync(dir, { recursive: true, force: true });
});

const take = async (desk: TestDesk, path: string, key = hallKey): Promise<ReceivedCount> =>
  readPackage(path, { storage: desk.storage, hallId: HALL, hallKey: key, desks: desk.service.desks, receiver: desk.service.receiver });
const make = async (desk: TestDesk, name: string, hallId = HALL, signer = desk.service.signer): Promise<string> => {
  const path = join(dir, name);
  await writePackage(path, { storage: desk.storage, hallId, hallKey, desk: desk.code, signer });
  return path;
};
const sentence = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.error.message : String(error)),
  );

describe('a package', () => {
  it('carries everything with its keys, also what came from others; twice and out of order is harmless', async () => {
    const [a, b, c] = [hall.desk(0), hall.desk(1), hall.desk(2)];
    a.write('a 1', { keys: ['p:1'] });
    const early = await make(a, 'early.xfpkg');
    a.write('a 2');
    b.write('b 1');
    await take(a, await make(b, 'b.xfpkg'));
    const late = await make(a, 'late.xfpkg');
    expect(await take(c, late)).toEqual({ changes: 3, known: 0, refused: 0 });
    expect(await take(c, early)).toMatchObject({ changes: 0, known: 1 });
    expect(await take(c, late)).toEqual({ changes: 0, known: 3, refused: 0 });
    expect(c.storage.texts()).toEqual(['a 1', 'a 2', 'b 1']);
    expect([...c.storage.keys.keys()]).toEqual(['p:1']);
    expect(readFileSync(late).includes('a 2')).toBe(false);
  });

  it('brings back nothing that is erased', async () => {
    const [a, b] = [hall.desk(0), hall.desk(1)];
    a.write('a 1', { keys: ['p:1'] });
    const path = await make(a, 'a.xfpkg');
    b.storage.erased.add('p:1');
    await take(b, path);
    expect([...b.storage.keys.keys()]).toEqual([]);
  });

  it('is refused with its reason, and nothing of it is applied', async () => {
    const [a, b] = [hall.desk(0), hall.desk(1)];
    for (let i = 0; i < 20; i++) a.write(`a ${i}`);
    const path = await make(a, 'a.xfpkg');
    const whole = readFileSync(path);
    const cases: [string, Buffer, string][] = [
      ['cut short', whole.subarray(0, -200), '已损坏或没有写完'],
      ['changed', Buffer.from(whole.map((byte, i) => (i === 300 ? byte ^ 1 : byte))), '签名不符'],
      ['something else', Buffer.from('zip or so, but long enough to be looked at with its end '.repeat(4)), '不是接访台的数据包'],
    ];
    for (const [name, bytes, reason] of cases) {
      const changed = join(dir, `${name}.xfpkg`);
      writeFileSync(changed, bytes);
      expect(await sentence(take(b, changed)), name).toContain(reason);
    }
    expect(await sentence(take(b, await make(a, 'other.xfpkg', '0190aaaa-0000-7000-8000-00000000000f')))).toContain('其他单位');
    const stranger = new Signer(newSigningKeys().privateKey);
    expect(await sentence(take(b, await make(a, 'forged.xfpkg', HALL, stranger)))).toContain('签名不符');
    expect(await sentence(take(b, path, new Uint8Array(32)))).toContain('已损坏');
    b.storage.desks.set('01', { code: '01', publicKey: a.keys.publicKey, revokedAfter: { inc: 1, last: 1 } });
    expect(await sentence(take(b, path))).toContain('已停用');
    expect(b.storage.texts()).toEqual([]);
  });

  it('with a batch that its named author did not sign keeps that aside and takes the rest', async () => {
    const [a, b] = [hall.desk(0), hall.desk(1)];
    a.write('a 1');
    hall.desk(2).write('c 1');
    const foreign = hall.desk(2).storage.chains.get('03') ?? [];
    a.storage.chains.set(
      '03',
      foreign.map((batch) => ({ ...batch, signature: new Uint8Array(64) })),
    );
    expect(await take(b, await make(a, 'a.xfpkg'))).toEqual({ changes: 1, known: 0, refused: 1 });
    expect(b.storage.quarantine).toMatchObject([{ desk: '03', reason: 'forged' }]);
  });
});
