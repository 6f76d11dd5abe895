import type { ReceptionDb } from '../db';
import { RunningClocks } from '../running-clocks';
import type { Opened } from '../tables';
import { notesOf } from './notes-of';

type Interview = Pick<Opened<'interviews'>, 'id' | 'startedAt' | 'endedElapsed'>;

/** One clock an interview; its lines are its notes. */
export class TalkClocks {
  private readonly clocks: RunningClocks;

  constructor(db: ReceptionDb, wallNow: () => number) {
    this.clocks = new RunningClocks(wallNow, (id) => lastNote(db, id));
  }

  begin(id: string): void {
    this.clocks.begin(id);
  }

  /** @returns whole ms; of an ended interview its length */
  async elapsed({ id, startedAt, endedElapsed }: Interview): Promise<number> {
    return endedElapsed ?? (await this.clocks.since(id, startedAt));
  }
}

/** The note written last, whatever its moment. */
export const lastNote = (db: ReceptionDb, interviewId: string) => notesOf(db, interviewId).last();
