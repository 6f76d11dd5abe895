import { setTimeout as pause } from 'node:timers/promises';
import names from '../../shared/sync/hub.json';
import { describe, log } from '../log';
import type { InternalStorage } from '../storage/internal';
import { type HubPort, TooLarge, WrongLast } from './hub-port';
import { outgoingAfter, pack, placeOf, toMessage } from './outgoing';
import { isAfter, type Place, START } from './place';
import { isSignedBatch, type Signer } from './sign';
import { type Standing, standingOf } from './standing';
import { Waker } from './waker';

export interface PublisherDeps {
  storage: InternalStorage;
  hallId: string;
  desk: string;
  signer: Signer;
  /** The hub holds one's own changes up to here. */
  onHeld(place: Place, sentNow: number): void;
  /** Resolves when everything that the hub holds has been received: nothing is numbered anew before. */
  allReceived(hub: HubPort): Promise<void>;
  /** A new incarnation was begun. */
  onRestored(): void;
  /** The next batch is larger than the hub takes, and all behind it waits; or no longer. */
  onTooLarge(tooLarge: boolean): void;
}

const AT_ONCE = 4 * names.messageBytes;
/** The journal says that a change was made a moment before the database can give it out. */
const LOOKS_MS = [5, 10, 20, 40, 80, 160, 320, 640, 1000, 2000];
/** Without any word of a write it is looked as often. */
const IDLE_MS = 15_000;
const DOUBT_MS = [50, 200, 1000, 3000];

/**
 * Sends this desk's batches in their order, each exactly once: the hub takes a message only if the last one on this
 * desk's subject is the one that was read or confirmed. After any doubt that last message is read again, and it alone
 * says where to go on; a confirmation that was lost, a hub that forgot and a first start are one case.
 */
export class Publisher {
  private written: Place = START;
  private sent: Place = START;
  /** Of the own subject, as the hub named it last. */
  private end = 0;
  private readonly waker = new Waker();

  constructor(private readonly deps: PublisherDeps) {}

  /** A change of this desk is in the journal. */
  wrote(place: Place): void {
    if (isAfter(place, this.written)) this.written = place;
    this.waker.wake();
  }

  /** Asked before anything is received, so that a restored profile is known as one. */
  standing(hub: HubPort): Promise<Standing> {
    const { storage, desk, signer, hallId } = this.deps;
    return standingOf({ hub, storage, desk, end: this.end, isOwn: (batch) => isSignedBatch(signer.publicKey, hallId, batch) });
  }

  /** Until the connection is lost. */
  async run(hub: HubPort, first: Standing, signal: AbortSignal): Promise<void> {
    let standing: Standing | null = first;
    for (let doubts = 0; !signal.aborted; ) {
      try {
        standing ??= await this.standing(hub);
        if (standing.restored) await this.beginAnew(hub, signal);
        else {
          await this.send(hub, standing, signal, () => {
            doubts = 0;
          });
        }
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof TooLarge) {
          log.warn(`sync: a batch is larger than the hub takes (${error.message})`);
          this.deps.onTooLarge(true);
          await this.waker.wait(IDLE_MS, signal);
          standing = null;
          continue;
        }
        log.warn(
          `sync: own changes are compared with the hub again (${error instanceof WrongLast ? 'another last message' : 'no answer'})`,
        );
        if (error instanceof WrongLast) this.end = error.last ?? 0;
        else log.debug(`sync: ${describe(error)}`);
        const longest = DOUBT_MS[Math.min(doubts++, DOUBT_MS.length - 1)] ?? 0;
        await pause(longest / 2 + Math.random() * (longest / 2), undefined, { signal }).catch(() => {});
      }
      standing = null;
    }
  }

  private async beginAnew(hub: HubPort, signal: AbortSignal): Promise<void> {
    await this.deps.allReceived(hub);
    if (signal.aborted) return;
    await this.deps.storage.internal('internal.sync.beginIncarnation', { reason: 'restored' });
    await this.deps.storage.internal('internal.sync.reissue', null);
    log.warn('sync: the hub held more of this desk than this desk did; a new incarnation was begun');
    this.deps.onRestored();
  }

  private async send(hub: HubPort, standing: Standing, signal: AbortSignal, onSent: () => void): Promise<void> {
    const { storage, desk, signer, hallId } = this.deps;
    let { place, expected } = standing;
    this.hold(place, 0);
    for (let look = 0; !signal.aborted; ) {
      const found = await outgoingAfter(storage, desk, place, AT_ONCE);
      if (!found) {
        const more = isAfter(this.written, this.sent);
        await this.waker.wait(more ? (LOOKS_MS[look++] ?? IDLE_MS) : IDLE_MS, signal);
        if (!more) look = 0;
        continue;
      }
      look = 0;
      // Keys before what they open.
      if (found.keys.length > 0) await hub.putKeys(found.keys);
      for (const batches of pack(found.batches, names.messageBytes)) {
        const last = batches.at(-1);
        if (signal.aborted || !last) return;
        const { seq } = await hub.publish('log', await toMessage(batches, signer, hallId), expected);
        expected = seq;
        place = placeOf(last);
        this.deps.onTooLarge(false);
        this.hold(place, batches.length);
        onSent();
      }
    }
  }

  private hold(place: Place, sentNow: number): void {
    this.sent = place;
    this.deps.onHeld(place, sentNow);
  }
}
