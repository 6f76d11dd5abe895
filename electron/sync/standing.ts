import type { InternalStorage } from '../storage/internal';
import { decodeMessage, type SignedBatch } from '../storage/signed-batch';
import type { HubMessage, HubPort } from './hub-port';
import { type BatchHead, headOf, isAfter, type Place, START, sameBytes } from './place';

/** How one's own changes stand at the hub. */
export interface Standing {
  /** Sending goes on after this one. */
  place: Place;
  /** Sequence of the last message on the own subject, 0: none. */
  expected: number;
  /** The hub holds changes of this desk that are not in its chain: the profile is an older copy, or a twin writes. */
  restored: boolean;
}

export interface StandingDeps {
  /** Sequence of the last own message as the hub named it when it refused one, 0: it did not. */
  end: number;
  hub: HubPort;
  storage: InternalStorage;
  desk: string;
  /** Whether this desk signed it; bytes that were damaged in the stream say nothing about its chain. */
  isOwn(batch: SignedBatch): Promise<boolean>;
}

interface Held {
  head: BatchHead;
  batch: SignedBatch;
}

/** How many messages are looked through backwards for one that is whole, before everything is sent again. */
const BACKWARDS = 200;

/**
 * Also what others relayed for this desk counts: a restored profile would otherwise write the numbers of its lost tail
 * anew before it has read them.
 */
export async function standingOf(deps: StandingDeps): Promise<Standing> {
  const { hub, storage, desk } = deps;
  const own = await hub.lastOwn('log');
  const { inc: now } = await storage.internal('internal.sync.ends', null);
  const expected = Math.max(own?.seq ?? 0, deps.end);
  const onLog = await lastWhole(own, expected || (await endOfLost(deps)), deps);
  for (const held of [onLog, await latestOwn(await hub.relays(), deps)]) {
    // What lies before the present incarnation is the past, whichever it was.
    if (held && held.head.inc >= now && !(await inChain(storage, desk, held))) return { place: held.head, expected, restored: true };
  }
  if (!onLog) return { place: START, expected, restored: false };
  const { inc, last } = onLog.head;
  if (await inChain(storage, desk, onLog)) return { place: { inc, last }, expected, restored: false };
  return { place: { inc, last: Number.MAX_SAFE_INTEGER }, expected, restored: false };
}

/** Something was published once, and no last message is given out: it may be damaged on the hub's disk, and others before it whole. */
async function endOfLost({ hub, storage }: StandingDeps): Promise<number> {
  const { published } = await storage.internal('internal.sync.memory', null);
  return published ? (await hub.log()).last : 0;
}

/** The last batch of the newest own message that is whole: what follows a damaged one is sent again. */
async function lastWhole(last: HubMessage | null, end: number, deps: StandingDeps): Promise<Held | null> {
  for (let seq = end; seq > Math.max(0, end - BACKWARDS); seq--) {
    const message = seq === last?.seq ? last : await deps.hub.at(seq);
    if (message?.kind !== 'log' || message.desk !== deps.desk) continue;
    const held = heldIn(message);
    const whole = await Promise.all(held.map(({ head, batch }) => head.desk === deps.desk && deps.isOwn(batch)));
    if (held.length > 0 && whole.every(Boolean)) return held.at(-1) ?? null;
  }
  return null;
}

async function latestOwn(messages: readonly HubMessage[], { desk, isOwn }: StandingDeps): Promise<Held | null> {
  let latest: Held | null = null;
  for (const held of messages.flatMap(heldIn))
    if (held.head.desk === desk && (!latest || isAfter(held.head, latest.head)) && (await isOwn(held.batch))) latest = held;
  return latest;
}

/** What of a desk's chain the messages hold at the latest, by what they claim. */
export function lastIn(messages: readonly (HubMessage | null)[], desk: string): Place | null {
  let last: Place | null = null;
  for (const { head } of messages.flatMap((message) => (message ? heldIn(message) : [])))
    if (head.desk === desk && (!last || isAfter(head, last))) last = { inc: head.inc, last: head.last };
  return last;
}

/** The batches of a message; none of bytes that are no message. */
export function heldIn({ data }: HubMessage): Held[] {
  try {
    return decodeMessage(data).map((batch) => ({ batch, head: headOf(batch.payload) }));
  } catch {
    return [];
  }
}

async function inChain(storage: InternalStorage, desk: string, { head, batch }: Held): Promise<boolean> {
  const { batches } = await storage.internal('internal.sync.outgoing', { desk, inc: head.inc, after: head.first - 1, bytes: 1 });
  return batches[0] !== undefined && sameBytes(batches[0].payload, batch.payload);
}
