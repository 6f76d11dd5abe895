interface Anchor {
  elapsed: number;
  /** `performance.now()`: runs on whatever happens to the PC's time. */
  at: number;
}

/** How far a clock had come when its last line was written. */
export interface Reached {
  /** What the clock showed then; not the moment that the line is about, which may be long before. */
  elapsed: number;
  /** The PC's time then, ms UTC. */
  at: number;
}

/**
 * A clock of its own for each thing that runs: ms since it began. While the program runs it is monotonic; after a restart
 * it goes on from the last line written, by the PC's time as long as that went forward. So a clock set back changes no
 * order and no duration.
 */
export class RunningClocks {
  private readonly anchors = new Map<string, Anchor>();

  constructor(
    private readonly wallNow: () => number,
    private readonly reached: (id: string) => Promise<Reached | undefined>,
  ) {}

  /** @param elapsed ms that have passed already when this is heard of */
  begin(id: string, elapsed = 0): void {
    this.anchors.set(id, { elapsed, at: performance.now() });
  }

  /** @returns whole ms */
  async since(id: string, startedAt: number): Promise<number> {
    const anchor = this.anchors.get(id) ?? (await this.goOn(id, startedAt));
    // Two who ask at once after a restart get one clock: the first that was read.
    const kept = this.anchors.get(id) ?? anchor;
    this.anchors.set(id, kept);
    return Math.round(kept.elapsed + performance.now() - kept.at);
  }

  /** It has come this far at least, as something else than a line tells. */
  async atLeast(id: string, startedAt: number, elapsed: number): Promise<void> {
    if ((await this.since(id, startedAt)) < elapsed) this.begin(id, elapsed);
  }

  private async goOn(id: string, startedAt: number): Promise<Anchor> {
    const known = (await this.reached(id)) ?? { elapsed: 0, at: startedAt };
    return { elapsed: known.elapsed + Math.max(0, this.wallNow() - known.at), at: performance.now() };
  }
}
