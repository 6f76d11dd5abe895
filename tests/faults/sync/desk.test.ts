import 'fake-indexeddb/auto';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'vitest';
import type { SyncMemory } from '../../../electron/storage/internal-sync';
import { decodeMessage } from '../../../electron/storage/signed-batch';
import { headOf, type Place } from '../../../electron/sync/place';
import type { FaultyDesk, Life } from './desk';
import { copyOf, drop } from './disk-copy';
import { endsOf, has, tailOf, until } from './hall';
import { type Fault, rounds } from './rounds';

/* A desk that dies, comes from a backup, or lives on another day, while the other two work. */
const HOURS = 3_600_000;
const DAY_MS = 24 * 3_600_000;

const lastOf = (message: Uint8Array): Place => {
  const last = decodeMessage(message).at(-1);
  if (!last) throw new Error('an empty message');
  return headOf(last.payload);
};
const memoryOf = ({ life }: FaultyDesk): Promise<SyncMemory> => life.internal('internal.sync.memory', null);

/** Between the hub's taking of a message and the desk's note of it, or right after the note. */
const killed =
  (when: 'before' | 'after'): Fault =>
  async (hall, random) => {
    await hall.online();
    const desk = random.pick(hall.desks);
    const { life } = desk;
    const taken = await killAt(life, when);
    await pause(random.int(300));
    await desk.open({ plugged: false });
    const { published } = await memoryOf(desk);
    const noted = published !== null && published.inc === taken.inc && published.last >= taken.last;
    desk.life.cable.plug();
    await hall.online();
    await hall.went(1 + random.int(3));
    return { struck: noted === (when === 'after') };
  };

/** @returns the last change that the hub took */
function killAt(life: Life, when: 'before' | 'after'): Promise<Place> {
  return new Promise((resolve) => {
    life.cable.taps.publish = async (data, send) => {
      const answer = await send(data);
      if (life.dead) return answer;
      const last = lastOf(data);
      const die = (): void => {
        life.kill();
        resolve(last);
      };
      if (when === 'before') die();
      else
        life.afterCall = (name, input) => {
          const { published } = input as Partial<SyncMemory>;
          if (name === 'internal.sync.remember' && published?.inc === last.inc && published.last >= last.last) die();
        };
      return answer;
    };
  });
}

/**
 * From a copy of its whole disk; everything it had sent since is at the hub. `told`: the program puts the backup back
 * itself and says so to the storage; a disk's image that somebody else put back is only found out at the hub.
 */
const restored =
  ({ hubAway, told }: { hubAway: boolean; told: boolean }): Fault =>
  async (hall, random) => {
    await hall.online();
    await hall.went(1 + random.int(2));
    const desk = random.pick(hall.desks);
    const others = hall.desks.filter((each) => each !== desk);
    const backup = await copyOf(desk.disk);
    const then = tailOf(await endsOf(desk), desk);
    await hall.went(1 + random.int(4));
    await hall.rest([desk]);
    await has(others, desk);
    const sent = tailOf(await endsOf(desk), desk);
    if (hubAway) {
      await hall.hub.server.stop();
      await hall.offline();
    }
    desk.life.kill();
    await drop(desk.disk);
    desk.disk = backup;
    await desk.open();
    const { inc } = await desk.life.internal('internal.sync.ends', null);
    if (told) await desk.life.internal('internal.sync.beginIncarnation', { reason: 'restored' });
    hall.work(random);
    if (hubAway) {
      await hall.went(1 + random.int(4));
      await hall.hub.server.restart();
    }
    await hall.online();
    await until(
      async () => (await desk.life.internal('internal.sync.ends', null)).inc > inc,
      () => 'the restored desk begins no new incarnation',
    );
    await hall.went(1 + random.int(2));
    const said = hubAway && !told ? /其间发出的卡号可能与恢复前的相同/ : /本机资料可能由备份恢复/;
    return { struck: then !== sent, ...(told ? {} : { said }) };
  };

const otherDay =
  (days: 1 | -1): Fault =>
  async (hall, random) => {
    await hall.online();
    const desk = random.pick(hall.desks);
    desk.disk.clockOffsetMs = days * DAY_MS;
    await desk.reopen();
    await hall.online();
    const heard = hall.desks.filter((each) => each !== desk).map(({ life }) => life);
    const wrote = await endsOf(desk);
    await hall.went(2 + random.int(4));
    const worked = tailOf(await endsOf(desk), desk) !== tailOf(wrote, desk);
    const ahead = (life: Life): number => life.view.get().desks.find(({ code }) => code === desk.code)?.clockAheadMs ?? 0;
    await until(
      () => heard.every((life) => Math.abs(ahead(life) - days * DAY_MS) < 60_000),
      () => 'nobody hears of the other clock',
    );
    await hall.rest();
    await hall.equal();
    desk.disk.clockOffsetMs = 0;
    await desk.reopen();
    return { struck: worked, said: /登记台的电脑时间比本机/ };
  };

describe('a desk', () => {
  it('killed between push and note', () => rounds('desk kill -9 before the note', killed('before')), HOURS);
  it('killed right after the note', () => rounds('desk kill -9 after the note', killed('after')), HOURS);
  it('restored from a backup', () => rounds('desk restored from backup', restored({ hubAway: false, told: true })), HOURS);
  it(
    'restored from a backup while the hub is away',
    () => rounds('desk restored from backup, hub away', restored({ hubAway: true, told: true })),
    HOURS,
  );
  it(
    "whose disk's image was put back",
    () => rounds("desk's image put back", restored({ hubAway: false, told: false }), { numbersOnce: false }),
    HOURS,
  );
  it(
    "whose disk's image was put back while the hub is away",
    () => rounds("desk's image put back, hub away", restored({ hubAway: true, told: false }), { numbersOnce: false }),
    HOURS,
  );
  it('whose clock is a day ahead', () => rounds('clock a day ahead', otherDay(1)), HOURS);
  it('whose clock is a day behind', () => rounds('clock a day behind', otherDay(-1)), HOURS);
});
