import type { InternalStorage } from '../storage/internal';
import type { OutgoingBatch } from '../storage/internal-sync';
import type { WrappedKey } from '../storage/journal';
import { encodeMessage, type SignedBatch } from '../storage/signed-batch';
import type { Place } from './place';
import type { Signer } from './sign';

export interface Outgoing {
  batches: OutgoingBatch[];
  keys: WrappedKey[];
}

/** A desk's batches after a place, over the end of an incarnation into the next. Null: none are left. */
export async function outgoingAfter(storage: InternalStorage, desk: string, place: Place, bytes: number): Promise<Outgoing | null> {
  for (let at = place; ; ) {
    if (at.inc > 0) {
      const found = await storage.internal('internal.sync.outgoing', { desk, inc: at.inc, after: at.last, bytes });
      if (found.batches.length > 0) return found;
    }
    const { ends } = await storage.internal('internal.sync.ends', null);
    const later = ends.filter((end) => end.desk === desk && end.inc > at.inc).map(({ inc }) => inc);
    if (later.length === 0) return null;
    at = { inc: Math.min(...later), last: 0 };
  }
}

/** What a batch adds to its own bytes: signature, lengths. */
const AROUND = 80;

/** Consecutive batches in messages of at most so many bytes; a larger batch is one alone. */
export function pack(batches: readonly OutgoingBatch[], limit: number): OutgoingBatch[][] {
  const messages: OutgoingBatch[][] = [];
  let room = 0;
  for (const batch of batches) {
    const size = batch.payload.length + AROUND;
    const last = messages.at(-1);
    if (last && size <= room) last.push(batch);
    else {
      messages.push([batch]);
      room = limit;
    }
    room -= size;
  }
  return messages;
}

/** One's own are signed now, another's goes with its author's signature, unchanged. */
export async function toMessage(batches: readonly OutgoingBatch[], signer: Signer, hallId: string): Promise<Uint8Array> {
  const signed = batches.map(
    async ({ payload, signature }): Promise<SignedBatch> => (signature ? { payload, signature } : signer.batch(hallId, payload)),
  );
  return encodeMessage(await Promise.all(signed));
}

export const placeOf = (batch: OutgoingBatch): Place => ({ inc: batch.inc, last: batch.last });
