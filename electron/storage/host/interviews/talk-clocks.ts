import type { ReceptionDb } from '../db';
import type { Opened } from '../tables';

type Interview = Opened<'interviews'>;
interface Anchor {
  elapsed: number;
  /** `performance.now()`: runs on whatever happens to the PC's time. */
  at: number;
}

/**
 * One clock an interview: ms since it began. While the program runs it is monotonic; after a restart it goes on from
 * the last note, by the PC's time as long as that went forward. So a clock set back changes no order and no duration.
 */
export class TalkClocks {
  private readonly anchors = new Map<string, Anchor>();

  constructor(
    private readonly db: ReceptionDb,
    private readonly wallNow: () => number,
  ) {}

  begin(id: string): void {
    this.anchors.set(id, { elapsed: 0, at: performance.now() });
  }

  /** @returns whole ms; of an ended interview its length */
  async elapsed(interview: Interview): Promise<number> {
    if (interview.endedElapsed !== null) return interview.endedElapsed;
    let anchor = this.anchors.get(interview.id);
    if (!anchor) {
      anchor = await this.goOn(interview);
      this.anchors.set(interview.id, anchor);
    }
    return Math.round(anchor.elapsed + performance.now() - anchor.at);
  }

  private async goOn({ id, startedAt }: Interview): Promise<Anchor> {
    const last = await lastNote(this.db, id);
    const known = last ? { elapsed: Number(last.elapsed), at: Number(last.at) } : { elapsed: 0, at: startedAt };
    return { elapsed: known.elapsed + Math.max(0, this.wallNow() - known.at), at: performance.now() };
  }
}

/** The note written last, whatever its moment. */
export const lastNote = (db: ReceptionDb, interviewId: string) =>
  db.rows('notes').where('[interviewId+n]').between([interviewId, 0], [interviewId, Number.MAX_SAFE_INTEGER], true, true).last();
