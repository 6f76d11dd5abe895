import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'vitest';
import type { HubPort } from '../../../electron/sync/hub-port';
import { sameBytes } from '../../../electron/sync/place';
import type { FaultyDesk } from './desk';
import { copyOf, drop } from './disk-copy';
import { endsOf, type FaultHall, has, tailOf, until } from './hall';
import { type Fault, rounds } from './rounds';

/* A hub that dies, forgets, or is another than before, while three desks work. */
const HOURS = 3_600_000;
const OLDER = /中心的数据比本机上次见到的旧|中心的数据曾恢复为较早的版本/;

/** What the hub holds now, to be put back later; it is stopped for that, and the desks go on. */
async function copied({ hub }: FaultHall): Promise<string> {
  await hub.server.stop();
  const copy = hub.copy();
  await hub.server.restart();
  return copy;
}
async function putBack(hall: FaultHall, copy: string): Promise<void> {
  await hall.hub.server.stop();
  hall.hub.putBack(copy);
  await hall.hub.server.restart();
}
const killed: Fault = async (hall, random) => {
  const { hub, desks } = hall;
  await hall.online();
  let unconfirmed = 0;
  await new Promise<void>((resolve, reject) => {
    let armed = true;
    for (const { life } of desks)
      life.cable.taps.publish = async (data, send) => {
        const sending = send(data);
        if (!armed) return sending;
        armed = false;
        sending.catch(() => unconfirmed++);
        if (random.chance(0.5)) await pause(random.int(3));
        hub.server.kill().then(resolve, reject);
        return sending;
      };
  });
  await pause(random.int(400));
  await hub.server.restart();
  await hall.online();
  return { struck: unconfirmed > 0 };
};

const older: Fault = async (hall, random) => {
  await hall.online();
  const copy = await copied(hall);
  await hall.online();
  await hall.went(2 + random.int(6));
  const before = await hall.hub.end();
  await putBack(hall, copy);
  const after = await hall.hub.end();
  await hall.online();
  await hall.went(1 + random.int(3));
  return { struck: after < before, said: OLDER };
};

const wiped: Fault = async (hall, random) => {
  const { hub } = hall;
  await hall.online();
  await hall.went(1 + random.int(6));
  const before = await hub.end();
  await hub.server.stop();
  hub.empty();
  await hub.server.restart();
  if (random.chance(0.5)) await hall.online();
  await hub.prepare();
  await hall.online();
  await hall.went(1 + random.int(3));
  return { struck: before > 0, said: OLDER };
};

/** Longer than what a desk has read of it, and with another message at the place that it read last. */
const overgrown: Fault = async (hall, random) => {
  const { hub, desks } = hall;
  await hall.online();
  const copy = await copied(hall);
  await hall.online();
  await hall.went(2 + random.int(3));
  await hall.rest();
  await hall.equal();
  const away = random.pick(desks);
  const others = desks.filter((desk) => desk !== away);
  const { cursor } = await away.life.internal('internal.sync.memory', null);
  const at = cursor?.seq ?? 0;
  const read = await messageAt(others, at);
  await away.life.cable.cut();
  await putBack(hall, copy);
  await hall.online(others);
  hall.work(random);
  await until(
    async () => (await hub.end()) > at + random.int(4),
    () => 'the others do not write on',
  );
  const now = await messageAt(others, at);
  away.life.cable.plug();
  await hall.online();
  return { struck: read !== null && now !== null && !(read.time === now.time && sameBytes(read.data, now.data)), said: OLDER };
};

function messageAt([desk]: FaultyDesk[], seq: number): ReturnType<HubPort['at']> {
  if (!desk?.life.cable.hub) throw new Error('not online');
  return desk.life.cable.hub.at(seq);
}

/** A tail that one other desk has read is lost at the hub, and its author's PC is gone. */
const gone: Fault = async (hall, random) => {
  const { desks } = hall;
  await hall.online();
  const copy = await copied(hall);
  await hall.online();
  const author = random.pick(desks);
  const [reader, other] = desks.filter((desk) => desk !== author) as [FaultyDesk, FaultyDesk];
  const backup = await copyOf(author.disk);
  await other.life.cable.cut();
  await hall.went(2 + random.int(4));
  await hall.rest([author]);
  await has([reader], author);
  const lost = await endsOf(author);
  author.life.kill();
  const before = await hall.hub.end();
  await putBack(hall, copy);
  const after = await hall.hub.end();
  other.life.cable.plug();
  await hall.rest();
  const there = [reader, other];
  await hall.online(there);
  const lacked = tailOf(await endsOf(other), author) !== tailOf(lost, author);
  await hall.equal(there);
  const carried = tailOf(await endsOf(other), author) === tailOf(lost, author);
  // It comes back after all: as it was, or from a backup that knows nothing of its tail.
  if (random.chance(0.5)) {
    await drop(author.disk);
    author.disk = backup;
  } else await drop(backup);
  await author.open();
  return { struck: after < before && lacked && carried, said: /中心缺少|较早的版本/ };
};
describe('the hub', () => {
  it('killed while a message is on its way', () => rounds('hub kill -9', killed), HOURS);
  it('restored from an older copy', () => rounds('hub restored from an older copy', older), HOURS);
  it('wiped', () => rounds('hub wiped', wiped), HOURS);
  it('restored from an older copy that others wrote on since', () => rounds('older hub that others wrote on', overgrown), HOURS);
  it('without the tail of a desk that is gone', () => rounds('lost tail, its author gone', gone), HOURS);
});
