import type { PersonPage, PersonVisit } from '../../../../shared/contract/people';
import type { Host } from '../host';
import type { StoredRow } from '../stored';
import type { Opened } from '../tables';
import { matterViews } from '../views/known-person';
import { visitRows } from '../views/visit-view';
import { actsOf } from './people-acts';
import { groupOf } from './people-group';
import { mergeCandidates, peopleOf } from './people-hints';
import { mattersWith, recordsOf, visitsWith } from './people-records';

const newestFirst = (a: StoredRow, b: StoredRow): number =>
  String(b.date).localeCompare(String(a.date)) || Number(b.registeredAt) - Number(a.registeredAt) || (a.id < b.id ? 1 : -1);

/** One person whole: their records, every visit with any of them, their matters, and who else they may be. */
export async function personPage(host: Host, personId: string, limit: number): Promise<PersonPage | null> {
  const group = await groupOf(host, personId);
  const people = await peopleOf(host, group);
  if (people.length === 0) return null;
  const stored = (await visitsWith(host, group)).sort(newestFirst);
  // Thousands are counted and sorted as they lie; only those that are shown are opened.
  const visits = await host.reader.open('visits', stored.slice(0, limit));
  const [rows, matters, items, acts, candidates] = await Promise.all([
    visitRows(host, visits),
    mattersWith(host, group).then(async (found) => matterViews(host, await host.reader.open('matters', found))),
    itemsOf(host, visits),
    actsOf(host, group),
    mergeCandidates(host, people),
  ]);
  return {
    records: recordsOf(people, stored),
    visitCount: stored.filter((visit) => visit.state !== 'void').length,
    total: stored.length,
    visits: rows.map((row, i): PersonVisit => {
      const visit = visits[i];
      const recordId = group.find((id) => visit?.personIds.includes(id)) ?? personId;
      return { ...row, recordId, changeReason: visit?.changeReason ?? '' };
    }),
    matters,
    items,
    acts,
    candidates,
  };
}

async function itemsOf(host: Host, visits: readonly Opened<'visits'>[]): Promise<PersonPage['items']> {
  const numbers = new Map(visits.map((visit) => [visit.id, visit.number]));
  const stored = await host.db
    .rows('items')
    .where('visitId')
    .anyOf([...numbers.keys()])
    .toArray();
  const items = await host.reader.open('items', stored);
  const staff = await host.reader.some(
    'staff',
    items.flatMap((item) => [item.staffId, item.settledBy]),
  );
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  return items
    .sort((a, b) => b.at - a.at)
    .map(({ id, visitId, receiptNo, name, count, feature, dangerous, at, staffId, state, settledAt, settledBy, takenBy }) => ({
      id,
      visitId,
      visitNumber: numbers.get(visitId) ?? '',
      receiptNo,
      name,
      count,
      feature,
      dangerous,
      at,
      staffName: nameOf(staffId),
      state,
      settledAt,
      settledByName: nameOf(settledBy),
      takenBy,
    }));
}
