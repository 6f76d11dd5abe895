import type { Transaction } from 'dexie';
import type { StoredRow } from '../stored';

/** 接谈: what was said and heard, on what it rests, what was promised. */
export const schema003: Record<string, string> = {
  promises: 'id, matterId, interviewId, [state+due]',
  interviews: 'id, visitId, matterId, [state+date], date',
  notes: 'id, [interviewId+n]',
  recordings: 'id, interviewId, [deskCode+state], destroyableFrom',
  destructions: 'id, at',
  policies: 'id',
  articles: 'id, policyId',
  templates: 'id, kind',
  followUps: 'id, matterId, promiseId',
};

/** A promise is now looked up by its state. */
export async function upgrade003(transaction: Transaction): Promise<void> {
  await transaction
    .table<StoredRow, string>('promises')
    .toCollection()
    .modify((row) => {
      row.state = row.kept ? 'kept' : 'open';
    });
}
