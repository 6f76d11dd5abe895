import type { ChainPlace } from '../internal-keeping';
import { ofFrame } from '../signed-batch';
import { batchId, decodeBatch } from './batch-codec';
import { Chains } from './chains';
import { hashOf } from './codec';
import type { ReceptionDb } from './db';
import { isReplaced } from './replaced';

const PAGE = 100;
/** Pages of one part: some tens of milliseconds. */
const PAGES = 10;
/** Lets messages in between pages: registering goes on while the chain is checked. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Part {
  batches: number;
  brokenAt: string | null;
  /** Null behind the last batch, and where it broke. */
  after: ChainPlace | null;
}

/** Walks every batch: each must carry the hash of its desk's previous one and no desk's sequence may have a gap. */
export async function verifyChain(db: ReceptionDb): Promise<{ batches: number; brokenAt: string | null }> {
  let batches = 0;
  for (let after: ChainPlace | null = null; ; ) {
    const part = await verifyPart(db, after);
    batches += part.batches;
    after = part.after;
    if (!after) return { batches, brokenAt: part.brokenAt };
  }
}

/** Some pages of it, from where the last part ended. */
export async function verifyPart(db: ReceptionDb, from: ChainPlace | null): Promise<Part> {
  const chains = new Chains(from?.chains ?? {});
  let position = from?.position ?? 0;
  let batches = 0;
  for (let pages = 0; pages < PAGES; pages++) {
    const page = await db.batches.where('position').above(position).limit(PAGE).toArray();
    if (page.length === 0) return { batches, brokenAt: null, after: null };
    for (const row of page) {
      if (row.position !== position + 1) return { batches, brokenAt: `position ${position + 1}`, after: null };
      position = row.position;
      if (!isReplaced(row) && !goesOn(row, chains)) return { batches, brokenAt: row.id, after: null };
      batches++;
    }
    await breathe();
  }
  return { batches, brokenAt: null, after: { position, chains: chains.stored() } };
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
