import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import type { FaultyDesk } from './desk';
import { type FaultHall, until } from './hall';
import type { Random } from './random';
import { type Fault, rounds } from './rounds';

/* A batch that is not as its author wrote it, wherever on its way that happened. */
const HOURS = 3_600_000;
const REASONS = ['forged', 'malformed', 'wrong-desk', 'unknown-desk'];

const flipped = (data: Uint8Array, random: Random): Uint8Array => {
  const damaged = data.slice();
  const at = random.int(damaged.length);
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

describe('a batch', () => {
  it('changed on its way from the hub', () => rounds('batch corrupted on its way to a desk', arriving), HOURS);
  it('changed on its way to the hub', () => rounds('batch corrupted on its way to the hub', sending), HOURS);
});
