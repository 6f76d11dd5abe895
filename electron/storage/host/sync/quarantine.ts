import type { QuarantineReason } from '../../../../shared/domain/sync';
import { base64url, own, utf8 } from '../bytes';
import { hashOf } from '../codec';
import type { ReceptionDb } from '../db';
import type { StoredQuarantine } from '../stored';

export interface Refused {
  desk: string;
  reason: QuarantineReason;
  bytes: Uint8Array;
}

const KEPT_BYTES = 64 * 1024;
export const KEPT_ITEMS = 1000;
/** As it was claimed: whatever a message says. */
const DESK_CHARACTERS = 20;

/** Inside a transaction over `quarantine`. Equal ones are counted; of too many the oldest are only counted. */
export async function quarantine(db: ReceptionDb, refused: readonly Refused[], at: number): Promise<void> {
  for (const { desk, reason, bytes } of refused) {
    const id = base64url(hashOf(Uint8Array.from([...utf8(`${reason}|`), ...hashOf(bytes)])));
    const known = await db.quarantine.get(id);
    const kept = bytes.length > KEPT_BYTES ? bytes.subarray(0, KEPT_BYTES) : bytes;
    const fresh: StoredQuarantine = {
      id,
      at,
      desk: desk.slice(0, DESK_CHARACTERS),
      reason,
      count: 0,
      size: bytes.length,
      bytes: own(kept),
    };
    await db.quarantine.put({ ...(known ?? fresh), at, count: (known?.count ?? 0) + 1 });
  }
  const over =
    (await db.quarantine.where('id').below(MORE).count()) + (await db.quarantine.where('id').above(END_OF_MORE).count()) - KEPT_ITEMS;
  if (over > 0) await countAway(db, over);
}

const MORE = 'more/';
const END_OF_MORE = 'more0';
const isItem = ({ id }: StoredQuarantine): boolean => !id.startsWith(MORE);

async function countAway(db: ReceptionDb, over: number): Promise<void> {
  const oldest = await db.quarantine.orderBy('at').filter(isItem).limit(over).toArray();
  await db.quarantine.bulkDelete(oldest.map(({ id }) => id));
  for (const { reason, count, at } of oldest) {
    const id = `${MORE}${reason}`;
    const more = (await db.quarantine.get(id)) ?? { id, at, desk: '', reason, count: 0, size: 0, bytes: new Uint8Array() };
    await db.quarantine.put({ ...more, at: Math.max(more.at, at), count: more.count + count });
  }
}
