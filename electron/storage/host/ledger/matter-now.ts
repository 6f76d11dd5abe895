import type { MatterState } from '../../../../shared/domain/known-person';
import type { StoredRow } from '../stored';

/** What of a matter that came from a ledger its next line needs to know. */
export interface MatterNow {
  id: string;
  visits: number;
  lastVisit: string;
  state: MatterState;
  /** The import that last changed the state, and what it was before: taken back with it. */
  before: StateBefore | null;
}

export interface StateBefore {
  importId: string;
  state: MatterState;
}

export const matterNow = ({ id, visits, lastVisit, state, before }: StoredRow): MatterNow => ({
  id,
  visits: Number(visits),
  lastVisit: String(lastVisit),
  state: state as MatterState,
  before: (before as StateBefore | undefined) ?? null,
});

/** What is known before some lines are written; they are added to it, so that the next lines find them. */
export interface Known {
  /** The journal's position it holds for: nothing else may have been written since. */
  position: number;
  /** Keys of lines that are there already. */
  there: Set<string>;
  /** Keyed hash of a document → person. */
  people: Map<string, string>;
  /** Keyed hash of person and matter → the matter. */
  matters: Map<string, MatterNow>;
}
