import { ofFrame } from '../signed-batch';
import { batchId, decodeBatch } from './batch-codec';
import { Chains } from './chains';
import { hashOf } from './codec';
import type { ReceptionDb } from './db';
import { isReplaced } from './replaced';

const PAGE = 100;
/** Lets messages in between pages: registering goes on while the chain is checked. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Walks every batch: each must carry the hash of its desk's previous one and no desk's sequence may have a gap. */
export async function verifyChain(db: ReceptionDb): Promise<{ batches: number; brokenAt: string | null }> {
  const chains = new Chains({});
  let batches = 0;
  let position = 0;
  for (;;) {
    const page = await db.batches.where('position').above(position).limit(PAGE).toArray();
    if (page.length === 0) return { batches, brokenAt: null };
    for (const row of page) {
      if (row.position !== position + 1) return { batches, brokenAt: `position ${position + 1}` };
      position = row.position;
      if (!isReplaced(row) && !goesOn(row, chains)) return { batches, brokenAt: row.id };
      batches++;
    }
    await breathe();
  }
}

function goesOn(row: { id: string; payload: Uint8Array }, chains: Chains): boolean {
  try {
    const { payload } = ofFrame(row.payload);
    const batch = decodeBatch(payload);
    if (batchId(batch) !== row.id || !chains.continues(batch)) return false;
    chains.advance(batch, hashOf(payload));
    return true;
  } catch {
    return false;
  }
}
