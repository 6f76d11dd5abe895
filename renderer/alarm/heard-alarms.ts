import { create } from 'zustand';
import type { AlarmView } from '../../shared/domain/incident';

/** The longest that a hall may set for the choice of a type (domain/emergency), and some time for the way. */
export const UNSENT_AT_MOST_MS = 75_000;

interface Heard {
  /** Taken note of here a moment ago: the list is a moment behind. */
  heard: ReadonlySet<string>;
  hear(id: string): void;
}
export const useHeard = create<Heard>((set) => ({
  heard: new Set(),
  hear: (id) => set(({ heard }) => ({ heard: new Set([...heard, id]) })),
}));

/**
 * Alarms of other desks that nobody here has taken note of, in this run of the program or an earlier one, oldest first. One that waits for its type is that desk's
 * matter, unless it waits so long that the desk must have failed.
 * @param own this desk's code; empty while it is not known, and then nothing is another desk's
 * @param waits how long each was seen here to be pending, ms
 */
export function unheardAlarms(
  running: readonly AlarmView[],
  own: string,
  heard: ReadonlySet<string>,
  waits: (id: string) => number,
): AlarmView[] {
  if (own === '') return [];
  return running
    .filter(({ id, deskCode, state, heard: by }) => {
      if (deskCode === own || heard.has(id) || by.includes(own)) return false;
      return state !== 'pending' || waits(id) > UNSENT_AT_MOST_MS;
    })
    .sort((a, b) => a.raisedAt - b.raisedAt);
}
