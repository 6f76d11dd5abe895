import Dexie from 'dexie';
import type { ReceptionDb } from '../db';

/** All notes of an interview, in the order of writing. */
export const notesOf = (db: ReceptionDb, interviewId: string) =>
  db.rows('notes').where('[interviewId+n]').between([interviewId, Dexie.minKey], [interviewId, Dexie.maxKey]);
