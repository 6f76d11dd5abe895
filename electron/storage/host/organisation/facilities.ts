import type { FacilityDay } from '../../../../shared/domain/duty';
import type { Settings } from '../../../../shared/domain/settings';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** What was looked at on a day: each item with its last answer, and whether the day is open. */
export async function facilityDay(
  { db, reader }: Pick<Host, 'db' | 'reader'>,
  settings: Settings,
  date: string,
  names: ReadonlyMap<string, string>,
): Promise<FacilityDay> {
  const stored = await db.rows('facilityChecks').where('date').equals(date).toArray();
  const answers = await reader.open('facilityChecks', stored);
  const openings = await reader.open('openings', await db.rows('openings').where('date').equals(date).toArray());
  const [first] = openings.sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  return {
    rows: settings.duty.facilities.map((facility) => {
      const last = latest(answers.filter(({ itemId }) => itemId === facility.id));
      return {
        ...facility,
        state: last?.state ?? null,
        note: last?.note ?? '',
        at: last?.at ?? null,
        staffName: last ? (names.get(last.staffId) ?? '') : '',
      };
    }),
    // Two desks that open the day at once both say so; the first one did.
    opening: first ? { at: first.at, staffName: names.get(first.staffId) ?? '', reason: first.reason, left: first.left } : null,
  };
}

const latest = (answers: readonly Opened<'facilityChecks'>[]): Opened<'facilityChecks'> | undefined =>
  [...answers].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id)).at(-1);
