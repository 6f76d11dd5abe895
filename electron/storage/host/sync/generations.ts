import type { SignedBatch } from '../../signed-batch';
import { Chains } from '../chains';
import { addGeneration, type HallKeys, sealWith } from '../codec';
import type { ReceptionDb } from '../db';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/** A generation's number, as its row is named: 8 hex digits. */
export const generationOf = (rowId: string): number => Number.parseInt(rowId, 16);

/** What is written from now on is sealed with the latest generation whose key is here. */
export async function sealWithNewest(db: ReceptionDb, hall: HallKeys): Promise<void> {
  const rows = (await db.rows('hallKeys').toArray()).filter((row) => !row.erased && hall.body.has(generationOf(row.id)));
  const newest = rows.reduce<StoredRow | null>((last, row) => (last && last.clock > row.clock ? last : row), null);
  if (newest) sealWith(hall, generationOf(newest.id));
}

/** The generations that this desk was given a share of and has not opened yet. */
export async function sharesToOpen({ db, hall, deskCode }: Host): Promise<{ id: number; share: string }[]> {
  const rows = await db.rows('hallKeys').toArray();
  return rows.flatMap((row) => {
    const share = (row.shares as Record<string, string> | undefined)?.[deskCode];
    const id = generationOf(row.id);
    return share && !hall.body.has(id) ? [{ id, share }] : [];
  });
}

/** The key of a generation is here. @returns the batches that waited for it and come next in their chains */
export async function learnGeneration({ db, hall, writer }: Host, id: number, key: Uint8Array): Promise<SignedBatch[]> {
  addGeneration(hall, id, key);
  await sealWithNewest(db, hall);
  const chains = new Chains(writer.state.chains);
  const next: SignedBatch[] = [];
  await db.waiting.each(({ desk, inc, first, payload, signature }) => {
    if (first === chains.last(desk, inc) + 1) next.push({ payload, signature });
  });
  return next;
}
