import type { StoredRow } from './stored';
import type { Opened } from './tables';

/** A few words' worth; more would be a second database. */
const AT_MOST = 1000;

/**
 * The people and visits that the last letters of a search looked at: the next letter asks for most of them again. Valid
 * until the next write of any kind, which the journal's position tells.
 */
export class Recent {
  private at = -1;
  private readonly people = new Map<string, { person: Opened<'persons'>; visits: StoredRow[] }>();

  /** @param position of the last write when the reading began */
  get(id: string, position: number): { person: Opened<'persons'>; visits: StoredRow[] } | undefined {
    return position === this.at ? this.people.get(id) : undefined;
  }

  /** @param position when the reading began; `now` when it ended: what was read across a write is not kept */
  keep(id: string, known: { person: Opened<'persons'>; visits: StoredRow[] }, position: number, now: number): void {
    if (position !== now) return;
    if (position !== this.at || this.people.size >= AT_MOST) this.people.clear();
    this.at = position;
    this.people.set(id, known);
  }
}
