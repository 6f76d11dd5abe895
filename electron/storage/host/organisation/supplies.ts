import type { SupplyView } from '../../../../shared/domain/duty';
import type { Settings } from '../../../../shared/domain/settings';
import { supplyFlags } from '../../../../shared/rules/supplies';
import type { Host } from '../host';

/** What is in store, with what has to be seen to; those first. */
export async function suppliesOn(
  { reader }: Pick<Host, 'reader'>,
  settings: Settings,
  day: string,
  names: ReadonlyMap<string, string>,
): Promise<SupplyView[]> {
  const rows = await reader.all('supplies');
  return rows
    .filter(({ removed }) => !removed)
    .map((row) => {
      const { id, name, unit, stock, minimum, location, expires, note, checkedAt, checkedBy } = row;
      return {
        ...{ id, name, unit, stock, minimum, location, expires, note, checkedAt },
        checkedByName: names.get(checkedBy) ?? '',
        flags: supplyFlags(row, day, settings.duty),
      };
    })
    .sort(
      (a, b) => Number(b.flags.length > 0) - Number(a.flags.length > 0) || a.name.localeCompare(b.name, 'zh') || a.id.localeCompare(b.id),
    );
}
