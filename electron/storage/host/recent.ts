/**
 * What the last letters of a search looked at: the next letter asks for most of it again. Valid until the next write of
 * any kind, which the journal's position tells.
 */
export class Recent<T> {
  private at = -1;
  private readonly known = new Map<string, T>();

  /** @param atMost a few words' worth; more would be a second database */
  constructor(private readonly atMost: number) {}

  /** @param position of the last write when the reading began */
  get(id: string, position: number): T | undefined {
    return position === this.at ? this.known.get(id) : undefined;
  }

  forget(): void {
    this.known.clear();
  }

  /** @param position when the reading began; `now` when it ended: what was read across a write is not kept */
  keep(id: string, known: T, position: number, now: number): void {
    if (position !== now) return;
    if (position !== this.at || this.known.size >= this.atMost) this.known.clear();
    this.at = position;
    this.known.set(id, known);
  }
}
