import type { HubPort, SignOfLife } from './hub-port';
import { isAfter, type Place } from './place';

/** A desk that was not heard for so long is not there. */
const ONLINE_MS = 15_000;
const SAY_MS = 5000;
/** From here on a difference of clocks is said: deadlines and the order of entries are read by them. */
const CLOCK_MS = 5 * 60_000;

interface Heard {
  /** By this desk's clock, ms UTC. */
  at: number;
  aheadMs: number;
  lacks: SignOfLife['lacks'];
}

/** Signs of life: this desk's own to all, and what was heard of the others. */
export class Seen {
  private readonly heard = new Map<string, Heard>();
  private lacks: SignOfLife['lacks'] = [];
  private sayNow: () => void = () => {};

  constructor(
    private readonly desk: string,
    private readonly now: () => number,
    private readonly onChange: () => void,
  ) {}

  /** Until it is stopped, or the connection is lost. */
  follow(hub: HubPort): () => void {
    const say = (): void => hub.sayHere({ at: this.now(), lacks: this.lacks });
    const stop = hub.onSeen((desk, { at, lacks }) => {
      if (desk === this.desk) return;
      const now = this.now();
      this.heard.set(desk, { at: now, aheadMs: at - now, lacks });
      this.onChange();
    });
    say();
    this.sayNow = say;
    const timer = setInterval(() => {
      say();
      this.onChange();
    }, SAY_MS);
    return () => {
      clearInterval(timer);
      this.sayNow = () => {};
      stop();
    };
  }

  /** What this desk lacks of others, to be said with its signs of life. */
  lack(lacks: SignOfLife['lacks']): void {
    const changed = JSON.stringify(lacks) !== JSON.stringify(this.lacks);
    this.lacks = lacks;
    if (changed) this.sayNow();
  }
  /** What desks that are there lack: of each chain from the earliest place on. */
  lacked(): Map<string, Place> {
    const lacked = new Map<string, Place>();
    for (const [code, { lacks }] of this.heard) {
      for (const { desk, after } of this.isOnline(code) ? lacks : []) {
        const other = lacked.get(desk);
        if (!other || isAfter(other, after)) lacked.set(desk, after);
      }
    }
    return lacked;
  }

  lastSeen(desk: string): number | null {
    return this.heard.get(desk)?.at ?? null;
  }
  isOnline(desk: string): boolean {
    const at = this.lastSeen(desk);
    return at !== null && Math.abs(this.now() - at) < ONLINE_MS;
  }
  /** How far its clock is ahead, milliseconds. */
  clockAheadMs(desk: string): number | null {
    return this.heard.get(desk)?.aheadMs ?? null;
  }
  /** Desks whose clock differs too much from this one's. */
  oddClocks(): { desk: string; aheadMs: number }[] {
    return [...this.heard].filter(([, { aheadMs }]) => Math.abs(aheadMs) > CLOCK_MS).map(([desk, { aheadMs }]) => ({ desk, aheadMs }));
  }
}
