import type { ReceptionDb } from '../db';
import { type Reached, RunningClocks } from '../running-clocks';
import type { Opened } from '../tables';
import { notesOf } from './notes-of';

type Interview = Pick<Opened<'interviews'>, 'id' | 'startedAt' | 'endedElapsed'>;

/** One clock an interview; its lines are its notes. */
export class TalkClocks {
  private readonly clocks: RunningClocks;

  constructor(db: ReceptionDb, wallNow: () => number) {
    this.clocks = new RunningClocks(wallNow, (id) => reached(db, id));
  }

  begin(id: string): void {
    this.clocks.begin(id);
  }

  /** @returns whole ms; of an ended interview its length */
  async elapsed({ id, startedAt, endedElapsed }: Interview): Promise<number> {
    return endedElapsed ?? (await this.clocks.since(id, startedAt));
  }

  /** Sound that was stored reaches this far: nothing new begins before its end. */
  async atLeast({ id, startedAt, endedElapsed }: Interview, elapsed: number): Promise<void> {
    if (endedElapsed === null) await this.clocks.atLeast(id, startedAt, elapsed);
  }
}

/** The note written last, whatever its moment. */
export const lastNote = (db: ReceptionDb, interviewId: string) => notesOf(db, interviewId).last();

/**
 * A note's moment is that of its first letter, so it says nothing of when it was written; and in older rows, which have
 * only that moment, the last one need not be the furthest. Read once a start.
 */
async function reached(db: ReceptionDb, interviewId: string): Promise<Reached | undefined> {
  let elapsed = 0;
  let at: number | undefined;
  await notesOf(db, interviewId).each((row) => {
    elapsed = Math.max(elapsed, Number(row.written ?? row.elapsed));
    at = Number(row.at);
  });
  return at === undefined ? undefined : { elapsed, at };
}
