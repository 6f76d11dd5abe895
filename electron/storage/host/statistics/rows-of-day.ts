import Dexie from 'dexie';
import { addDays, instantAt } from '../../../../shared/rules/time';
import type { FactTable } from '../../../../shared/statistics/facts';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** The rows that may count on a day, by an index; which of them do tells `countedOf`. */
export function rowsOfDay({ db }: Pick<Host, 'db'>, table: FactTable, day: string): PromiseLike<StoredRow[]> {
  const rows = db.rows(table);
  switch (table) {
    case 'visits':
    case 'interviews':
    case 'forecastItems':
      return rows.where('date').equals(day).toArray();
    case 'promises':
      return rows.where('due').equals(day).toArray();
    case 'incidents':
      return rows.where('[date+deskCode]').between([day, Dexie.minKey], [day, Dexie.maxKey]).toArray();
    case 'followUps':
      return rows.where('[kind+day]').equals(['satisfaction', day]).toArray();
    case 'printJobs':
      return rows
        .where('createdAt')
        .between(instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00'), true, false)
        .toArray();
  }
}
