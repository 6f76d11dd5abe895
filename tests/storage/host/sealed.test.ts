import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { CLERK, Desk, LAN, newDesk, register } from './desk';

/** Everything the database holds, as text: strings as they are, bytes as Latin-1 and UTF-8. */
async function everythingIn(databaseName: string): Promise<string> {
  const db = await new Dexie(databaseName).open();
  const parts: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) parts.push(Buffer.from(value).toString('latin1'), Buffer.from(value).toString('utf8'));
    else if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) parts.push(key) && collect(item);
    else parts.push(String(value));
  };
  for (const table of db.tables) collect(await table.toArray());
  db.close();
  return parts.join('\n');
}

describe('what stands outside the seal', () => {
  it('tells no name, document, telephone, address, reason or matter; nor does the journal', async () => {
    const desk = await newDesk({ demo: true });
    const address = '朝阳区秘密街 8 号';
    const { visitId } = await register(desk, { people: [{ ...LAN, address }], summary: '只有他们知道的事由', place: '秘密镇' });
    await desk.request('visit.correct', { id: visitId, patch: { summary: '改过的秘密事由' }, reason: '秘密理由' }, CLERK);
    await desk.request('draft.save', { screen: 'check-in', value: '草稿里的秘密' }, CLERK);
    const personId = (await desk.request('visit.get', { id: visitId }, CLERK)).personId;
    await desk.request('person.reveal', { personId, field: 'phone' }, CLERK);
    desk.kill();
    const stored = await everythingIn(desk.disk.databaseName);
    const journal = desk.disk.journal.map((payload) => Buffer.from(payload).toString('utf8')).join('\n');
    const secrets = [
      '李秀兰',
      '秀兰',
      LAN.docNumber,
      '19491231',
      LAN.phone,
      '1949-12-31',
      '秘密',
      '事由',
      '退休待遇',
      '备血压仪',
      '钱安保',
      '赵登记',
      '示范区接待大厅',
      'scrypt',
    ];
    for (const secret of secrets) {
      expect(stored.includes(secret), `${secret} in the database`).toBe(false);
      expect(journal.includes(secret), `${secret} in the journal`).toBe(false);
    }
    // The control: what may stand outside is there, so the search does find.
    expect(stored).toContain('visits');
    expect(stored).toContain('registeredAt');
  });

  it('a destroyed key makes the person unreadable, and only that person', async () => {
    const desk = await newDesk();
    const { visitId } = await register(desk);
    const { personId } = await desk.request('visit.get', { id: visitId }, CLERK);
    desk.kill();
    const db = await new Dexie(desk.disk.databaseName).open();
    await db.table('keys').delete(`p:${personId}`);
    db.close();
    const next = new Desk(desk.disk);
    await next.open();
    expect(await next.request('visit.get', { id: visitId }, CLERK)).toMatchObject({
      name: '（无法打开）',
      docMasked: '',
      summary: '退休待遇核定有误',
    });
    expect(await next.request('identity.lookup', LAN, CLERK)).toBeNull();
    expect(await next.try('person.reveal', { personId, field: 'phone' }, CLERK)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});
