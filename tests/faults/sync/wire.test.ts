import 'fake-indexeddb/auto';
import { jetstream } from '@nats-io/jetstream';
import { describe, it } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../electron/storage/signed-batch';
import type { HubPort } from '../../../electron/sync/hub-port';
import names from '../../../shared/sync/hub.json';
import { connectDesk } from '../../hub/desks';
import type { FaultyDesk } from './desk';
import { type FaultHall, until } from './hall';
import type { Random } from './random';
import { type Fault, rounds } from './rounds';

/* A batch that is not as its author wrote it, wherever on its way that happened. */
const HOURS = 3_600_000;
const REASONS = ['forged', 'malformed', 'wrong-desk', 'unknown-desk'];

/** One bit anywhere, now and then in the author's name: then it is claimed by another desk. */
const flipped = (data: Uint8Array, random: Random): Uint8Array => {
  const damaged = data.slice();
  const name = Buffer.from(data.buffer, data.byteOffset, data.length).indexOf('ddeskb');
  const at = name > 0 && random.chance(0.25) ? name + 7 : random.int(damaged.length);
  damaged[at] = (damaged[at] ?? 0) ^ (1 << random.int(8));
  return damaged;
};
const setAside = async (hall: FaultHall, desk: FaultyDesk): Promise<number> =>
  (await hall.quarantine(desk)).reduce((sum, { count }) => sum + count, 0);

/** On its way from the hub to one desk; the hub holds it whole. */
const arriving: Fault = async (hall, random) => {
  await hall.online();
  const desk = random.pick(hall.desks);
  const before = await setAside(hall, desk);
  const last = random.chance(0.5);
  await new Promise<void>((resolve) => {
    let armed = true;
    desk.life.cable.taps.arrives = (message) => {
      if (!armed || message.kind !== 'log' || message.desk === desk.code) return message;
      armed = false;
      resolve();
      return { ...message, data: flipped(message.data, random) };
    };
  });
  // Nothing of its author may follow that would show the hole.
  if (last) await hall.rest();
  await until(
    async () => (await setAside(hall, desk)) > before,
    () => 'what came damaged does not stand aside',
  );
  return { struck: true, said: /没有通过检查/, quarantined: { desks: [desk], reasons: REASONS } };
};

/** On its way from its desk to the hub: there it stays for ever. */
const sending: Fault = async (hall, random) => {
  await hall.online();
  const desk = random.pick(hall.desks);
  const others = hall.desks.filter((each) => each !== desk);
  const before = await Promise.all(others.map((each) => setAside(hall, each)));
  const last = random.chance(0.5);
  await new Promise<void>((resolve) => {
    let armed = true;
    desk.life.cable.taps.publish = (data, send) => {
      if (!armed) return send(data);
      armed = false;
      resolve();
      return send(flipped(data, random));
    };
  });
  if (last) await hall.rest();
  await until(
    async () => (await Promise.all(others.map((each) => setAside(hall, each)))).every((now, i) => now > (before[i] ?? 0)),
    () => 'what was damaged does not stand aside everywhere',
  );
  return { struck: true, said: /没有通过检查/, quarantined: { desks: others, reasons: REASONS } };
};

/** In the stored block of a hub that is stopped. 2.9.10 starts with it, says nothing and never gives the message out. */
const stored: Fault = async (hall, random) => {
  const { hub, desks } = hall;
  await hall.online();
  const reader = random.pick(desks);
  const others = desks.filter((desk) => desk !== reader);
  await hall.rest();
  await hall.equal();
  const { cursor } = await reader.life.internal('internal.sync.memory', null);
  await reader.life.cable.cut();
  hall.work(random);
  await hall.went(2 + random.int(4));
  const end = await hub.end();
  const after = cursor?.seq ?? 0;
  const seq = random.chance(0.3) ? end : after + 1 + random.int(Math.max(1, end - after));
  const [other] = others as [FaultyDesk];
  const whole = await other.life.cable.hub?.at(seq);
  if (!whole) throw new Error(`no message at ${seq}`);
  await hub.server.stop();
  hub.damage(whole.data, random.int(whole.data.length));
  await hub.server.restart();
  await hall.online(others);
  const unreadable = (await other.life.cable.hub?.at(seq)) === null;
  reader.life.cable.plug();
  await hall.online();
  await hall.went(random.int(3));
  return { struck: unreadable && whole.desk !== reader.code, said: /读不出来|中间缺一段/ };
};

/** With a desk's own credentials: bytes, another desk's batch, a batch signed by nobody. */
const forged: Fault = async (hall, random) => {
  const { hub, desks } = hall;
  await hall.online();
  // The victim never forges: its last message is a whole one.
  const [thief, victim] = [random.chance(0.5) ? desks[0] : desks[2], desks[1]];
  if (!thief || !victim) throw new Error('no desks');
  const before = await Promise.all(desks.map((desk) => setAside(hall, desk)));
  const message = await (victim.life.cable.hub as HubPort).lastOwn('log');
  const [signed] = message ? decodeMessage(message.data) : [];
  if (!message || !signed) throw new Error('no message to forge');
  const kinds = [
    () => Buffer.from(`${random.int(1_000_000_000)}`),
    () => message.data,
    () => encodeMessage([{ payload: signed.payload, signature: new Uint8Array(64).fill(random.int(256)) }]),
  ];
  const nc = await connectDesk(hub.server, thief.code);
  await jetstream(nc).publish(`${names.log.subject}.${thief.code}`, random.pick(kinds)());
  await nc.close();
  await until(
    async () => (await Promise.all(desks.map((desk) => setAside(hall, desk)))).every((now, i) => now > (before[i] ?? 0)),
    () => 'what was forged does not stand aside everywhere',
  );
  return { struck: true, said: /没有通过检查/, quarantined: { desks, reasons: REASONS } };
};

describe('a batch', () => {
  it('changed on its way from the hub', () => rounds('batch corrupted on its way to a desk', arriving), HOURS);
  it('changed on its way to the hub', () => rounds('batch corrupted on its way to the hub', sending), HOURS);
  it('changed in the stored stream', () => rounds('batch corrupted in the stream', stored), HOURS);
  it("forged with a desk's own credentials", () => rounds('batch forged in the stream', forged), HOURS);
});
