import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';

type Promised = Opened<'promises'>;

/** Of a matter: neither kept nor void, the visitor's rights among them. */
export async function runningPromises({ db, reader }: Host, matterId: string): Promise<Promised[]> {
  const all = await reader.open('promises', await db.rows('promises').where('matterId').equals(matterId).toArray());
  return all.filter(({ state }) => state === 'open' || state === 'right');
}

/** They were not kept and need not be any more; why stays readable. */
export function endPromises(draft: Draft, promises: readonly Promised[], voidReason: string): void {
  for (const { id, keyId } of promises) draft.put('promises', id, { state: 'void', keptAt: draft.at, voidReason }, keyId);
}
