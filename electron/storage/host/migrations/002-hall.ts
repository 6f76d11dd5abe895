import Dexie, { type Transaction } from 'dexie';
import { IN_HALL_STATES } from '../../../../shared/domain/hall';
import { addTotals, NO_TOTALS, totalsDelta, type VisitFacts } from '../../../../shared/rules/day-totals';
import { NEW_FLOW } from '../../../../shared/rules/visit-flow';
import type { StoredRow, StoredTotals } from '../stored';

/** 大厅: who is where, what they left with us, who is expected, which records are one person, what came from the old ledger. */
export const schema002: Record<string, string> = {
  persons: 'id, docHash, *tokens, mergedInto',
  visits:
    'id, number, date, matterId, *personIds, [date+deskCode+cardNo], [date+deskCode+queueNo], [date+queueNumber], [state+date], [fieldCode+date], importKey, importId',
  items: 'id, visitId, [state+visitId]',
  itemChecks: 'id, visitId',
  attachments: 'id, visitId',
  appointments: 'id, date, docHash',
  receptionDays: 'id, date',
  ledgerImports: 'id, state',
};

/** Totals by state did not exist: the days on which somebody is still in the hall are counted anew; on the others nobody is. */
export async function upgrade002(transaction: Transaction): Promise<void> {
  const visits = transaction.table<StoredRow, string>('visits');
  const totals = transaction.table<StoredTotals, string>('dayTotals');
  const open = (
    await Promise.all(
      IN_HALL_STATES.map((state) => visits.where('[state+date]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray()),
    )
  ).flat();
  for (const day of new Set(open.map((row) => String(row.date)))) {
    const rows = await visits.where('date').equals(day).toArray();
    const counted = rows
      .filter((row) => !row.erased)
      .map((row) => totalsDelta(null, { ...NEW_FLOW, ...row } as unknown as VisitFacts))
      .reduce(addTotals, NO_TOTALS);
    await totals.put({ ...counted, id: day });
  }
}
