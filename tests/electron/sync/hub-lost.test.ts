import { afterEach, describe, expect, it } from 'vitest';
import { type TestDesk, TestHall, until } from './hall';

let hall: TestHall;
afterEach(() => hall.close());
const write = (n: number, from: number, count: number): void => {
  for (let i = from; i < from + count; i++) hall.desk(n).write(`${hall.desk(n).code} ${i}`);
};
/** A desk that joins later and has nothing yet. */
function another(): TestDesk {
  const late = hall.add('04');
  late.storage.desks = new Map(hall.desk(0).storage.desks);
  late.storage.desks.set('04', { code: '04', publicKey: late.keys.publicKey, revokedAfter: null });
  return late;
}
const whole = async (count: number): Promise<void> => until(() => hall.equal() && hall.desk(0).storage.texts().length === count);

describe('a hub that forgot', () => {
  it('wiped: every desk sends everything again, and it is said', async () => {
    hall = new TestHall(3);
    await hall.start();
    for (const n of [0, 1, 2]) write(n, 0, 5);
    await whole(15);
    hall.hub.wipe();
    await until(() => hall.hub.kept.log.length >= 3 && hall.desks.every(({ view }) => view.get().waiting === 0));
    await until(() => hall.desks.every(({ view }) => view.get().findings.join().includes('没有丢失')));
    const late = another();
    await late.start();
    late.connection.up();
    await until(() => late.storage.texts().length === 15);
    expect(hall.desks.flatMap(({ storage }) => storage.quarantine)).toEqual([]);
  });

  it('restored to an older copy on which others wrote since: longer, another message at the cursor, nothing lost', async () => {
    hall = new TestHall(3);
    await hall.start();
    write(0, 0, 4);
    await whole(4);
    const older = hall.hub.copy();
    write(1, 0, 3);
    await whole(7);
    const away = hall.desk(2);
    away.connection.cut();
    hall.desk(1).connection.cut();
    hall.hub.restore(older);
    for (let i = 4; i < 10; i++) {
      const before = hall.hub.kept.log.length;
      write(0, i, 1);
      await until(() => hall.hub.kept.log.length > before);
    }
    away.connection.up();
    hall.desk(1).connection.up();
    await whole(13);
    await until(() => hall.desks.every((desk) => desk.link() === 'online'));
    expect(hall.desks.flatMap(({ storage }) => storage.quarantine)).toEqual([]);
  });

  it('lost a tail whose author is gone: another desk that has read it carries it there, once', async () => {
    hall = new TestHall(3);
    await hall.start();
    write(0, 0, 2);
    await whole(2);
    const older = hall.hub.copy();
    write(2, 0, 3);
    await whole(5);
    await hall.desk(2).stop();
    hall.hub.restore(older);
    await until(() => hall.hub.kept.log.some(({ kind }) => kind === 'relay'));
    const late = another();
    await late.start();
    late.connection.up();
    await until(() => late.storage.texts().length === 5);
    await until(() =>
      hall.desks.filter(({ code }) => code !== '03').every((desk) => !desk.view.get().findings.join().includes('中心缺少')),
    );
    const relayed = hall.hub.kept.log.filter(({ kind }) => kind === 'relay').length;
    hall.desk(0).connection.cut();
    hall.desk(0).connection.up();
    write(1, 0, 1);
    await until(() => late.storage.texts().length === 6);
    expect(hall.hub.kept.log.filter(({ kind }) => kind === 'relay')).toHaveLength(relayed);
  });

  it('holds damaged bytes in the stream: they are kept aside, it is said, and their author sends them again', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    b.connection.cut();
    a.write('one');
    await until(() => hall.hub.kept.log.length === 1);
    a.write('two');
    await until(() => hall.hub.kept.log.length === 2);
    hall.hub.corrupt(1, (data) => data.map((byte, i) => (i === data.length - 1 ? byte ^ 1 : byte)));
    b.connection.up();
    await whole(2);
    expect(b.storage.quarantine).toMatchObject([{ desk: '01', reason: 'forged' }]);
    expect(b.link()).toBe('disagrees');
    await until(() => !b.view.get().findings.some((text) => text.includes('中间缺一段')));
  });

  it('holds the damaged last message of a desk: after a restart it is sent again, and that is no restored profile', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    a.write('one');
    await whole(1);
    b.connection.cut();
    a.write('two');
    await until(() => hall.hub.kept.log.length === 2);
    hall.hub.corrupt(2, (data) => data.map((byte, i) => (i === data.length - 1 ? byte ^ 1 : byte)));
    a.connection.cut();
    a.connection.up();
    b.connection.up();
    await whole(2);
    expect(a.storage.inc).toBe(1);
  });
});

describe('a hub whose disk was damaged', () => {
  it('cannot read the last message of a desk: its author sends it again, says so, and goes on', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    b.connection.cut();
    write(0, 0, 1);
    await until(() => hall.hub.kept.log.length === 1);
    write(0, 1, 1);
    await until(() => hall.hub.kept.log.length === 2);
    hall.hub.unreadable.add(2);
    a.connection.cut();
    a.connection.up();
    b.connection.up();
    await whole(2);
    write(0, 2, 2);
    write(1, 0, 1);
    await whole(5);
    expect(a.storage.inc).toBe(1);
    expect(hall.hub.kept.log.filter(({ desk, kind }) => desk === '01' && kind === 'log').length).toBeLessThanOrEqual(5);
    await until(() => b.view.get().findings.join().includes('读不出来'));
  });

  it('cannot read the last message of all: whoever reads to the end still knows that all of it is there', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    write(0, 0, 1);
    await whole(1);
    await a.stop();
    hall.hub.unreadable.add(hall.hub.add('09', 'log', Buffer.from('damaged')));
    b.connection.cut();
    b.connection.up();
    await until(() => b.view.get().progress === null && b.link() !== 'offline');
    write(1, 0, 1);
    await until(() => b.view.get().waiting === 0);
    await a.start();
    a.connection.up();
    await whole(2);
  });

  it("names another desk as a message's author: the true one sends it again, though nothing follows that shows the hole", async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    b.connection.cut();
    a.write('one');
    await until(() => hall.hub.kept.log.length === 1);
    hall.hub.corrupt(1, (data) => {
      const damaged = Buffer.from(data);
      damaged.write('07', damaged.indexOf('ddeskb') + 6);
      return damaged;
    });
    b.connection.up();
    await whole(1);
    expect(b.storage.quarantine).toMatchObject([{ desk: '01', reason: 'wrong-desk' }]);
  });
});

describe('a profile from an older copy', () => {
  /** Seven batches were sent, three of them are in the copy from which the first desk starts anew, not yet connected. */
  async function putBack(): Promise<[TestDesk, TestDesk]> {
    hall = new TestHall(2);
    await hall.start();
    const a = hall.desk(0);
    write(0, 0, 3);
    await whole(3);
    const fromCopy = a.storage.copy();
    write(0, 3, 4);
    await whole(7);
    await a.stop();
    fromCopy();
    await a.start();
    return [a, hall.desk(1)];
  }

  it('first takes back what the hub holds of it, then goes on in a new incarnation; no number is given twice', async () => {
    const [a, b] = await putBack();
    a.connection.up();
    await until(() => a.storage.inc === 2);
    write(0, 7, 2);
    await whole(9);
    expect(b.storage.quarantine).toEqual([]);
    expect(a.view.get().findings.join()).toContain('不会重号');
    expect(a.view.get().findings.join()).not.toContain('可能与恢复前的相同');
  });

  it('also when it wrote before it could ask: those are written again, and nothing is lost or forked', async () => {
    const [a, b] = await putBack();
    a.write('written in the dark');
    a.connection.up();
    await whole(8);
    expect(b.storage.texts()).toContain('written in the dark');
    expect(b.storage.quarantine).toEqual([]);
    expect(a.storage.inc).toBe(2);
    await until(() => a.view.get().findings.join().includes('其间发出的卡号可能与恢复前的相同'));
  });
});

describe('erasure', () => {
  it('destroys the key at every desk and at the hub; a desk that was away does so on its next contact', async () => {
    hall = new TestHall(3);
    await hall.start();
    const [a, b, c] = [hall.desk(0), hall.desk(1), hall.desk(2)];
    a.write('a person', { keys: ['p:1', 's:0190bbbb-0000-7000-8000-000000000002'] });
    await until(() => hall.equal() && c.storage.keys.size === 2);
    c.connection.cut();
    b.write('erased', { erase: ['p:1', 's:0190bbbb-0000-7000-8000-000000000002'] });
    await until(() => a.storage.keys.size === 0 && b.storage.keys.size === 0);
    expect(hall.hub.kept.keys.get('p:1')?.wrapped).toBeNull();
    expect(a.soundsGone).toEqual(['0190bbbb-0000-7000-8000-000000000002']);
    expect(c.storage.keys.size).toBe(2);
    c.connection.up();
    await until(() => c.storage.keys.size === 0);
    expect(c.destroyed.sort()).toEqual(['p:1', 's:0190bbbb-0000-7000-8000-000000000002']);
  });

  it('is done anew at a hub that has the key again', async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    a.write('a person', { keys: ['p:1'] });
    await until(() => hall.equal() && b.storage.keys.size === 1);
    const older = hall.hub.copy();
    a.write('erased', { erase: ['p:1'] });
    await until(() => hall.equal() && a.storage.keys.size + b.storage.keys.size === 0);
    hall.hub.restore(older);
    await until(() => hall.hub.kept.keys.get('p:1')?.wrapped === null);
    await until(() => hall.equal());
    expect(a.storage.keys.size + b.storage.keys.size).toBe(0);
  });

  it("never takes a key away that only does not open here: its generation of the hall's key may be on its way", async () => {
    hall = new TestHall(2);
    await hall.start();
    const [a, b] = [hall.desk(0), hall.desk(1)];
    const older = hall.hub.copy();
    b.storage.unopened.add('p:2');
    a.write('a person', { keys: ['p:2'] });
    await until(() => hall.hub.kept.keys.get('p:2')?.wrapped !== undefined && a.view.get().waiting === 0);
    // It has read what the hub is about to lose: only so it finds that this one is older.
    await until(() => b.storage.memory.cursor !== null);
    const withKey = hall.hub.copy();
    hall.hub.restore({ ...older, keys: withKey.keys, keySeq: withKey.keySeq });
    await until(() => a.view.get().waiting === 0 && b.view.get().findings.length > 0);
    await until(() => hall.hub.kept.log.some(({ desk }) => desk === '01'));
    expect(hall.hub.kept.keys.get('p:2')?.wrapped).not.toBeNull();
  });
});

describe('clocks and signs of life', () => {
  it('a desk whose clock is a day ahead is named, and nothing stops', async () => {
    hall = new TestHall(2);
    const [a, b] = [hall.desk(0), hall.desk(1)];
    b.clockMs = 24 * 3_600_000;
    await hall.start();
    await until(() => a.view.get().findings.length > 0);
    expect(a.view.get().findings.join()).toContain('02 号登记台的电脑时间比本机快约 24 小时');
    expect(a.view.get().desks).toMatchObject([{ code: '02', name: '登记台 02', online: true }]);
    expect(a.link()).toBe('online');
  });
});
