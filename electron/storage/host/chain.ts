import { batchId, decodeBatch } from './batch-codec';
import { sameBytes } from './bytes';
import { hashOf } from './codec';
import type { ReceptionDb } from './db';
import type { ChainEnd } from './stored';

const PAGE = 100;
const NO_HASH = new Uint8Array(32);
/** Lets messages in between pages: registering goes on while the chain is checked. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Walks every batch: each must carry the hash of its desk's previous one and the sequence must have no gap. */
export async function verifyChain(db: ReceptionDb): Promise<{ batches: number; brokenAt: string | null }> {
  const ends = new Map<string, ChainEnd>();
  let batches = 0;
  let position = 0;
  for (;;) {
    const page = await db.batches.where('position').above(position).limit(PAGE).toArray();
    if (page.length === 0) return { batches, brokenAt: null };
    for (const row of page) {
      if (row.position !== position + 1) return { batches, brokenAt: `position ${position + 1}` };
      position = row.position;
      const end = nextEnd(row, ends.get(row.desk));
      if (!end) return { batches, brokenAt: row.id };
      ends.set(row.desk, end);
      batches++;
    }
    await breathe();
  }
}

/** Null when the batch does not continue the chain. */
function nextEnd(row: { id: string; payload: Uint8Array }, end: ChainEnd | undefined): ChainEnd | null {
  try {
    const batch = decodeBatch(row.payload);
    const goesOn = end && batch.inc === end.inc ? batch.first === end.last + 1 : batch.first === 1 && batch.inc > (end?.inc ?? 0);
    if (!goesOn || batchId(batch) !== row.id || !sameBytes(batch.prev, end?.hash ?? NO_HASH)) return null;
    return { inc: batch.inc, last: batch.last, hash: hashOf(row.payload) };
  } catch {
    return null;
  }
}
