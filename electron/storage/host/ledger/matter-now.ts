import type { MatterState } from '../../../../shared/domain/known-person';
import type { StoredRow } from '../stored';

/** What of a matter that came from a ledger its next line needs to know. */
export interface MatterNow {
  id: string;
  visits: number;
  lastVisit: string;
  state: MatterState;
}

export const matterNow = ({ id, visits, lastVisit, state }: StoredRow): MatterNow => ({
  id,
  visits: Number(visits),
  lastVisit: String(lastVisit),
  state: state as MatterState,
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
