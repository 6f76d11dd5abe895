import { v7 as uuid } from 'uuid';
import type { Citation, Mood, NoteKind } from '../../../../shared/domain/interview';
import { matterKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { lastNote } from './talk-clocks';

export interface NewNote {
  kind: NoteKind;
  text: string;
  /** Ms on the interview's clock; absent: now. */
  elapsed?: number;
  mood?: Mood;
  observerId?: string;
  citation?: Citation;
  amends?: string;
  reason?: string;
  staffId: string;
}

/** Adds lines to the end of the record, under the write lock. @returns their ids */
export async function addNotes(host: Host, draft: Draft, interview: Opened<'interviews'>, notes: readonly NewNote[]): Promise<string[]> {
  const now = await host.talkClocks.elapsed(interview);
  const last = await lastNote(host.db, interview.id);
  const first = last ? Number(last.n) + 1 : 0;
  return notes.map(({ text, citation = null, reason = '', elapsed = now, ...open }, i) => {
    const id = uuid();
    const row = { ...open, interviewId: interview.id, n: first + i, at: draft.at, elapsed: Math.min(elapsed, now), written: now };
    draft.add('notes', id, { ...row, text, citation, reason }, matterKeyId(interview.matterId));
    return id;
  });
}
