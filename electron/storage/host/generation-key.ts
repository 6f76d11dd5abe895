/** The hall key itself; later generations have numbers of their own. */
const FIRST = 0;

/** What is to be opened was sealed with a generation of the hall's key that is not here (yet). */
export class UnknownGeneration extends Error {}

/**
 * One use of the hall key in all its generations. When a desk is lost the hall's key is renewed: what comes afterwards is
 * sealed with the newest generation, what came before opens with the one that sealed it.
 */
export class GenerationKey {
  private readonly keys: Map<number, Uint8Array>;
  private newestOne = FIRST;

  constructor(first: Uint8Array) {
    this.keys = new Map([[FIRST, first]]);
  }

  /** @returns null: the first one seals */
  get newest(): { generation: number; key: Uint8Array } | null {
    const key = this.keys.get(this.newestOne);
    return this.newestOne === FIRST || !key ? null : { generation: this.newestOne, key };
  }
  get first(): Uint8Array {
    return this.at(FIRST);
  }
  has(generation: number): boolean {
    return this.keys.has(generation);
  }
  /** @throws UnknownGeneration */
  at(generation: number): Uint8Array {
    const key = this.keys.get(generation);
    if (!key) throw new UnknownGeneration(`generation ${generation}`);
    return key;
  }
  add(generation: number, key: Uint8Array): void {
    this.keys.set(generation, key);
  }
  sealWith(generation: number): void {
    if (this.keys.has(generation)) this.newestOne = generation;
  }
}
