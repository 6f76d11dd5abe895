import { setTimeout as pause } from 'node:timers/promises';
import { describe, log } from '../log';
import type { InternalStorage } from '../storage/internal';
import type { Erasure } from './erasure';
import type { FileSync } from './file-sync';
import type { HubPort } from './hub-port';
import { putKeysAgain } from './keys-again';
import type { Publisher } from './publisher';
import type { Puller } from './puller';
import type { Relay } from './relay';
import type { Seen } from './seen';
import type { Standing } from './standing';
import { Waker } from './waker';

export interface HubSessionDeps {
  storage: InternalStorage;
  publisher: Publisher;
  puller: Puller;
  relay: Relay;
  files: FileSync;
  seen: Seen;
  erasure: Erasure;
  lookMs?: number;
  /** Before anything is sent or received. */
  onBegin(standing: Standing): Promise<void>;
  onAllReceived(): Promise<void>;
  /** After a hub was found to be an older one: what it lacked is there again, as far as this desk can know. */
  onSettled(): void;
}

const AGAIN_MS = 1000;
const RELAY_LOOK_MS = 15_000;
const FILES_AGAIN_MS = 30_000;

/** Everything that goes on while one connection holds. What fails begins anew, and its doubts are asked of the hub. */
export class HubSession {
  readonly done: Promise<void>;
  private readonly ending = new AbortController();
  private whole = false;
  private restored = false;
  private markReceived: () => void = () => {};
  private readonly relayNow = new Waker();
  /** Everything that was at the hub when the connection began is here, or the connection is over. */
  readonly allReceived = new Promise<void>((resolve) => {
    this.markReceived = resolve;
  });

  constructor(
    readonly hub: HubPort,
    private readonly deps: HubSessionDeps,
  ) {
    this.done = this.run();
  }

  get isWhole(): boolean {
    return this.whole;
  }

  end(): void {
    this.ending.abort();
    this.markReceived();
  }

  received(restored: boolean): void {
    this.whole = true;
    this.restored ||= restored;
    this.markReceived();
    this.relayNow.wake();
  }

  private async run(): Promise<void> {
    while (!this.ending.signal.aborted) {
      const round = new AbortController();
      const signal = AbortSignal.any([this.ending.signal, round.signal]);
      try {
        await this.round(signal);
      } catch (error) {
        if (!this.ending.signal.aborted) log.warn(`sync: begun again: ${describe(error)}`);
      } finally {
        round.abort();
      }
      await pause(AGAIN_MS, undefined, { signal: this.ending.signal }).catch(() => {});
    }
  }

  private async round(signal: AbortSignal): Promise<void> {
    const { hub, deps } = this;
    const stopSeen = deps.seen.follow(hub);
    try {
      // What the hub holds of this desk is looked at before anything of it is received: see standing.ts.
      const standing = await deps.publisher.standing(hub);
      await deps.onBegin(standing);
      const reading = deps.puller.run(hub, signal).then(() => {
        if (!signal.aborted) throw new Error('the hub stopped giving messages');
      });
      await Promise.all([deps.publisher.run(hub, standing, signal), reading, this.relays(signal), this.files(signal)]);
    } finally {
      stopSeen();
    }
  }

  private async relays(signal: AbortSignal): Promise<void> {
    const { hub, deps } = this;
    await this.allReceived;
    if (signal.aborted) return;
    await deps.onAllReceived();
    await deps.erasure.run(hub);
    if (this.restored) await putKeysAgain(hub, deps.storage, signal);
    while (!signal.aborted) {
      const lacking = await deps.relay.look(hub, signal);
      if (this.restored && lacking === 0 && !signal.aborted) {
        this.restored = false;
        deps.onSettled();
      }
      await this.relayNow.wait(deps.lookMs ?? RELAY_LOOK_MS, signal);
    }
  }

  /** Files never hold up the changes, neither with their bytes nor with their errors. */
  private async files(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.deps.files.run(this.hub, signal).catch((error: unknown) => {
        if (!signal.aborted) log.warn(`sync: files wait: ${describe(error)}`);
      });
      await pause(FILES_AGAIN_MS, undefined, { signal }).catch(() => {});
    }
  }
}
