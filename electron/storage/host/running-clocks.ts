import type { StoredRow } from './stored';

interface Anchor {
  elapsed: number;
  /** `performance.now()`: runs on whatever happens to the PC's time. */
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
    /** The line written last: its `elapsed`, and its `at` in ms UTC. */
    private readonly lastLine: (id: string) => Promise<StoredRow | undefined>,
  ) {}

  /** @param elapsed ms that have passed already when this is heard of */
  begin(id: string, elapsed = 0): void {
    this.anchors.set(id, { elapsed, at: performance.now() });
  }

  /** @returns whole ms */
  async since(id: string, startedAt: number): Promise<number> {
    let anchor = this.anchors.get(id);
    if (!anchor) {
      anchor = await this.goOn(id, startedAt);
      this.anchors.set(id, anchor);
    }
    return Math.round(anchor.elapsed + performance.now() - anchor.at);
  }

  private async goOn(id: string, startedAt: number): Promise<Anchor> {
    const last = await this.lastLine(id);
    const known = last ? { elapsed: Number(last.elapsed), at: Number(last.at) } : { elapsed: 0, at: startedAt };
    return { elapsed: known.elapsed + Math.max(0, this.wallNow() - known.at), at: performance.now() };
  }
}
