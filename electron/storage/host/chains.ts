import { sameBytes } from './bytes';
import type { ChainEnd, Meta } from './stored';

const NO_HASH = new Uint8Array(32);
interface Link {
  desk: string;
  inc: number;
  first: number;
  last: number;
  prev: Uint8Array;
}
export const chainId = (desk: string, inc: number): string => `${desk}.${inc}`;

/**
 * Where every desk's changes end, of each of its incarnations: a desk that was restored begins a new one, and what its
 * older self had written can still come from the hub.
 */
export class Chains {
  private readonly ends: Map<string, ChainEnd>;

  constructor(stored: Meta['chains']) {
    this.ends = new Map(Object.entries(stored));
  }

  of(desk: string, inc: number): ChainEnd | undefined {
    return this.ends.get(chainId(desk, inc));
  }
  /** Number of the last change that is here without a gap. */
  last(desk: string, inc: number): number {
    return this.of(desk, inc)?.last ?? 0;
  }
  /** Of the desk's newest incarnation that wrote anything. */
  newest(desk: string): ChainEnd | undefined {
    return this.all()
      .filter((end) => end.desk === desk)
      .reduce<ChainEnd | undefined>((newest, end) => (newest && newest.inc > end.inc ? newest : end), undefined);
  }
  all(): ChainEnd[] {
    return [...this.ends.values()];
  }

  /** The numbers go on without a gap. */
  follows({ desk, inc, first }: Link): boolean {
    return first === this.last(desk, inc) + 1;
  }
  /** And so do the hashes. The first batch of a later incarnation may stand on whatever its desk had before it. */
  continues(link: Link): boolean {
    if (!this.follows(link)) return false;
    const end = this.of(link.desk, link.inc);
    return end ? sameBytes(link.prev, end.hash) : link.inc > 1 || sameBytes(link.prev, NO_HASH);
  }

  advance({ desk, inc, last }: Link, hash: Uint8Array): void {
    const beyond = this.of(desk, inc)?.beyond ?? 0;
    this.ends.set(chainId(desk, inc), { desk, inc, last, hash, ...(beyond > last && { beyond }) });
  }

  /** The journal has batches behind a gap: they are read again when what is missing has come. */
  leaveGap({ desk, inc, last }: Link): void {
    const end = this.of(desk, inc) ?? { desk, inc, last: 0, hash: NO_HASH };
    this.ends.set(chainId(desk, inc), { ...end, beyond: Math.max(last, end.beyond ?? 0) });
  }

  /** Back to before a change: from there on another history counts. */
  cutBefore({ desk, inc, first, prev }: Link): void {
    if (first === 1) this.ends.delete(chainId(desk, inc));
    else this.ends.set(chainId(desk, inc), { desk, inc, last: first - 1, hash: prev });
  }

  stored(): Meta['chains'] {
    return Object.fromEntries(this.ends);
  }
}

export { NO_HASH };
