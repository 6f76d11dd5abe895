import type { AlarmView } from '../domain/incident';

/**
 * An alarm that was there when the program started is news only if it is as young as this: whoever starts the program anew in
 * the middle of an incident knows of it, and the card with its sound stands on the screen all the same.
 */
export const NEWS_MS = 60_000;

export interface Forward {
  /** This desk's code; empty while it is not known. */
  own: string;
  /** Alarms of other desks that were told before in this run of the program. */
  known: ReadonlySet<string>;
  /** ms UTC of the start where this is the first list after it, else null. */
  startedAt: number | null;
}

/** Alarms of other desks that have gone out: what may bring this desk's window forward. */
export const alarmsElsewhere = (running: readonly AlarmView[], own: string): AlarmView[] =>
  own === '' ? [] : running.filter(({ deskCode, state }) => deskCode !== own && state !== 'pending');

/** Whether the window comes forward now: something began to run elsewhere that nobody here has taken note of. */
export const comesForward = (running: readonly AlarmView[], { own, known, startedAt }: Forward): boolean =>
  alarmsElsewhere(running, own).some(
    ({ id, heard, raisedAt }) => !known.has(id) && !heard.includes(own) && (startedAt === null || startedAt - raisedAt <= NEWS_MS),
  );
