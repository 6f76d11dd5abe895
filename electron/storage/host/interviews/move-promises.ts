import type { CalendarSettings } from '../../../../shared/domain/calendar';
import type { MovedDeadline } from '../../../../shared/domain/deadlines';
import { recompute } from '../../../../shared/rules/recompute';
import { unitCalendar } from '../../../../shared/rules/working-days';
import type { Draft } from '../draft';
import type { Host } from '../host';

/** Writes every open promise anew that this calendar moves. @returns which, with their days before and after */
export async function movePromises({ db, reader }: Host, draft: Draft, calendar: CalendarSettings): Promise<MovedDeadline[]> {
  const stored = await db.rows('promises').where('[state+due]').between(['open', ''], ['open', '\uffff']).toArray();
  const open = await reader.open('promises', stored);
  const moved = recompute(open, unitCalendar(calendar));
  const byId = new Map(open.map((promise) => [promise.id, promise]));
  const visits = await reader.some(
    'visits',
    moved.map(({ id }) => byId.get(id)?.visitId ?? ''),
  );
  return moved.flatMap(({ id, due, provisional }) => {
    const promise = byId.get(id);
    if (!promise) return [];
    draft.put('promises', id, { due, provisional }, promise.keyId);
    const before = { due: promise.due, provisional: promise.provisional };
    return [{ visitNumber: visits.get(promise.visitId)?.number ?? '', label: promise.label, before, after: { due, provisional } }];
  });
}
