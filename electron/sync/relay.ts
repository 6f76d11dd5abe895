import { setTimeout as pause } from 'node:timers/promises';
import names from '../../shared/sync/hub.json';
import { log } from '../log';
import type { InternalStorage } from '../storage/internal';
import { type HubPort, TooLarge, WrongLast } from './hub-port';
import { outgoingAfter, pack, placeOf, toMessage } from './outgoing';
import { isAfter, latestOf, type Place, START, sameBytes } from './place';
import type { Signer } from './sign';
import { heldIn, lastIn } from './standing';

export interface RelayDeps {
  storage: InternalStorage;
  hallId: string;
  desk: string;
  signer: Signer;
  /** Milliseconds UTC of a desk's last sign of life, null: never. */
  lastSeen(desk: string): number | null;
  /** What desks that are there say they lack, from the earliest place on. */
  lacked(): Map<string, Place>;
  now(): number;
  /** How long an author may be silent after its tail was missed. Default a minute. */
  afterMs?: number;
  /** Longest of the random pause before it is looked a last time. */
  pauseMs?: number;
  onMissing(desks: string[]): void;
}

const AT_ONCE = 4 * names.messageBytes;

/**
 * What another desk wrote, this desk has and the hub lacks: after a hub was restored, or when it came on a stick. If its
 * author is silent it is carried there, unchanged, with its author's signature. Every desk may do so; a random pause and
 * a second look let one do it. Twice is harmless.
 */
export class Relay {
  private readonly missedSince = new Map<string, number>();
  /** Of the own subject, as the hub named it last. */
  private end = 0;

  constructor(private readonly deps: RelayDeps) {}

  /** One look over all desks; relays what is due. @returns of how many desks something was missing */
  async look(hub: HubPort, signal: AbortSignal): Promise<number> {
    await this.fillHoles(hub, signal);
    const missing = await this.missing(hub, false);
    for (const desk of this.missedSince.keys()) if (!missing.has(desk)) this.missedSince.delete(desk);
    // The log alone may only seem to lack it: another desk has carried it on its own subject.
    const surely = missing.size > 0 ? await this.missing(hub, true) : missing;
    const now = this.deps.now();
    for (const desk of surely.keys()) if (!this.missedSince.has(desk)) this.missedSince.set(desk, now);
    this.deps.onMissing([...surely.keys()]);
    const due = [...surely.keys()].filter((desk) => this.isDue(desk, now));
    if (due.length === 0) return surely.size;
    await pause(Math.random() * this.pauseMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return surely.size;
    const still = await this.missing(hub, true);
    for (const desk of due) {
      const from = still.get(desk);
      if (from && !signal.aborted) await this.carry(hub, desk, from, signal);
    }
    return surely.size;
  }

  /** A message that was damaged in the stream leaves a hole that no end shows: who meets it says so, and its author fills it. */
  private async fillHoles(hub: HubPort, signal: AbortSignal): Promise<void> {
    for (const [desk, after] of this.deps.lacked()) {
      const author = desk === this.deps.desk;
      if (!author && !this.isSilent(desk, this.deps.now())) continue;
      const found = await outgoingAfter(this.deps.storage, desk, after, 1);
      const [next] = found?.batches ?? [];
      if (!next) continue;
      if (!author) await pause(Math.random() * this.pauseMs, undefined, { signal }).catch(() => {});
      const there = (await hub.relays()).flatMap(heldIn).some(({ batch }) => sameBytes(batch.payload, next.payload));
      if (!there && !signal.aborted) await this.carry(hub, desk, after, signal, 1);
    }
  }

  private isDue(desk: string, now: number): boolean {
    return now - (this.missedSince.get(desk) ?? now) >= this.afterMs && this.isSilent(desk, now);
  }
  private isSilent(desk: string, now: number): boolean {
    return now - (this.deps.lastSeen(desk) ?? Number.NEGATIVE_INFINITY) >= this.afterMs;
  }
  private get afterMs(): number {
    return this.deps.afterMs ?? 60_000;
  }
  private get pauseMs(): number {
    return this.deps.pauseMs ?? 5000;
  }

  /** Desks of which the hub holds less than this desk, with what it holds. */
  private async missing(hub: HubPort, relaysToo: boolean): Promise<Map<string, Place>> {
    const { ends } = await this.deps.storage.internal('internal.sync.ends', null);
    const relays = relaysToo ? await hub.relays() : [];
    const missing = new Map<string, Place>();
    for (const desk of new Set(ends.map((end) => end.desk))) {
      if (desk === this.deps.desk) continue;
      const there = lastIn([await hub.lastOf(desk, 'log'), ...relays], desk) ?? START;
      if (isAfter(latestOf(ends, desk), there)) missing.set(desk, there);
    }
    return missing;
  }

  /** @param most so many messages; a hole is one message wide */
  private async carryAll(hub: HubPort, desk: string, from: Place, signal: AbortSignal, most = Number.POSITIVE_INFINITY): Promise<void> {
    const { storage, signer, hallId } = this.deps;
    let expected = Math.max((await hub.lastOwn('relay'))?.seq ?? 0, this.end);
    let count = 0;
    let sent = 0;
    for (let place = from; !signal.aborted && sent < most; ) {
      const found = await outgoingAfter(storage, desk, place, AT_ONCE);
      if (!found) break;
      // Without its author's signature it is worth nothing to anybody.
      if (desk !== this.deps.desk && found.batches.some(({ signature }) => !signature)) return;
      if (found.keys.length > 0) await hub.putKeys(found.keys);
      for (const batches of pack(found.batches, names.messageBytes)) {
        const last = batches.at(-1);
        if (!last || signal.aborted || sent++ >= most) break;
        expected = await this.publish(hub, await toMessage(batches, signer, hallId), expected);
        place = placeOf(last);
        count += batches.length;
      }
    }
    log.info(`sync: ${count} batches of desk ${desk} relayed`);
  }

  private async publish(hub: HubPort, message: Uint8Array, expected: number): Promise<number> {
    try {
      return (await hub.publish('relay', message, expected)).seq;
    } catch (error) {
      if (error instanceof WrongLast) this.end = error.last ?? 0;
      throw error;
    }
  }

  /** A batch larger than the hub takes goes by a stick, as its author's finding says: it must not end everything else. */
  private async carry(...what: Parameters<Relay['carryAll']>): Promise<void> {
    await this.carryAll(...what).catch((error: unknown) => {
      if (!(error instanceof TooLarge)) throw error;
      log.warn(`sync: a batch of desk ${what[1]} is larger than the hub takes (${error.message})`);
    });
  }
}
