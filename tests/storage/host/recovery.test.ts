import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../../../electron/storage/host/migrations';
import { CLERK, Desk, Disk, GUO, newDesk, register } from './desk';

const chain = (desk: Desk) => desk.internal('internal.verifyChain', null);

describe('database and journal', () => {
  it('agree after an ordinary end', async () => {
    const desk = await newDesk();
    await register(desk);
    desk.kill();
    expect((await new Desk(desk.disk).open()).state).toBe('same');
  });

  it('a write whose transaction did not happen is applied from the journal, with its new keys', async () => {
    const desk = await newDesk();
    await register(desk);
    const before = desk.disk.journal.length;
    // The host dies between the journal's flush and its own transaction.
    const registering = new Promise<void>((resolve) => {
      desk.onJournal = () => {
        if (desk.disk.journal.length < before + 2) return;
        desk.kill();
        resolve();
      };
    });
    void register(desk, { people: [GUO] });
    await registering;
    const next = new Desk(desk.disk);
    expect(await next.open()).toMatchObject({ state: 'behind', applied: before + 1 });
    const found = await next.request('search.find', { text: '王建国' }, CLERK);
    expect(found.rows).toMatchObject([{ name: '王建国', queueNumber: 'A002' }]);
    expect(await chain(next)).toMatchObject({ batches: before + 2, brokenAt: null });
    expect((await register(next)).queueNumber).toBe('A003');
  });

  it('an empty database is rebuilt from the journal, the same to the last row, and numbers go on in a fresh block', async () => {
    const desk = await newDesk({ demo: true });
    const done = await register(desk);
    await desk.request(
      'visit.correct',
      { id: done.visitId, patch: { summary: '更正后的事由', person: { phone: '13811112222' } }, reason: '听错' },
      CLERK,
    );
    const before = await desk.request('visit.get', { id: done.visitId }, CLERK);
    const history = await desk.request('visit.history', { id: done.visitId }, CLERK);
    desk.kill();
    await Dexie.delete(desk.disk.databaseName);
    const next = new Desk(desk.disk);
    expect((await next.open()).state).toBe('rebuild');
    expect(await next.request('visit.get', { id: done.visitId }, CLERK)).toEqual(before);
    expect(await next.request('visit.history', { id: done.visitId }, CLERK)).toEqual(history);
    const after = await register(next);
    expect(after.number).toMatch(/-0101$/);
    expect(after.queueNumber).toBe('A011');
    expect(await chain(next)).toMatchObject({ brokenAt: null });
    next.kill();
    expect((await new Desk(desk.disk).open()).state).toBe('same');
  });

  it('a rebuild that was cut short begins again', async () => {
    const desk = await newDesk();
    const done = await register(desk);
    desk.kill();
    await Dexie.delete(desk.disk.databaseName);
    const cut = new Desk(desk.disk);
    await cut.openAndReplayOnly(2);
    cut.kill();
    const next = new Desk(desk.disk);
    expect((await next.open()).state).toBe('rebuild');
    expect((await next.request('search.find', { text: done.number }, CLERK)).rows).toHaveLength(1);
  });

  it('a journal that lost its tail gets it back from the database, byte for byte', async () => {
    const desk = await newDesk();
    await register(desk);
    const whole = desk.disk.journal.map((payload) => Buffer.from(payload).toString('hex'));
    desk.kill();
    desk.disk.journal.length -= 2;
    const next = new Desk(desk.disk);
    expect((await next.open()).state).toBe('ahead');
    expect(desk.disk.journal.map((payload) => Buffer.from(payload).toString('hex'))).toEqual(whole);
    await register(next, { people: [GUO] });
    expect(await chain(next)).toMatchObject({ brokenAt: null });
  });

  it('a journal of another history is followed, not mixed: the database is cleared and rebuilt', async () => {
    const one = await newDesk();
    const lost = await register(one);
    one.kill();
    const { hallKey, hallId } = one.disk;
    const other = await newDesk({ disk: new Disk(hallKey, hallId) });
    await register(other);
    const kept = await register(other, { people: [GUO] });
    other.kill();
    one.disk.journal.splice(0, one.disk.journal.length, ...other.disk.journal);
    for (const [id, wrapped] of other.disk.keyring) one.disk.keyring.set(id, wrapped);
    const next = new Desk(one.disk);
    await next.open();
    expect(await next.request('visit.get', { id: kept.visitId }, CLERK)).toMatchObject({ name: '王建国', number: kept.number });
    expect(await next.try('visit.get', { id: lost.visitId }, CLERK)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await chain(next)).toMatchObject({ brokenAt: null });
  });

  it("another hall's database is left alone", async () => {
    const desk = await newDesk();
    desk.kill();
    Object.assign(desk.disk, { hallId: 'another' });
    expect((await new Desk(desk.disk).open()).state).toBe('foreign');
  });

  it('a newer database is left alone', async () => {
    const desk = await newDesk();
    desk.kill();
    const newer = new Dexie(desk.disk.databaseName);
    newer.version(SCHEMA + 1).stores({ meta: 'id', later: 'id' });
    await newer.open();
    newer.close();
    expect(await new Desk(desk.disk).open()).toMatchObject({ state: 'newer-schema', schema: SCHEMA + 1 });
  });

  it('a full journal refuses the write and leaves nothing behind', async () => {
    const desk = await newDesk();
    await register(desk);
    desk.disk.journalFull = true;
    await expect(register(desk, { people: [GUO] })).rejects.toThrow('read-only');
    desk.disk.journalFull = false;
    expect((await register(desk, { people: [GUO] })).queueNumber).toBe('A002');
    expect(await chain(desk)).toMatchObject({ brokenAt: null });
  });
});
