import { nextBlock } from '../../../shared/rules/card-number';
import { dayOf } from '../../../shared/rules/time';
import { Chains } from './chains';
import type { ReceptionDb } from './db';
import { lastNumbers } from './numbers';
import type { Meta } from './stored';

/** Fresh blocks: numbers given in a lost tail must not be given again, even at a block's end. */
const CARD_BLOCK = 100;
const CARD_MARGIN = 20;
const QUEUE_BLOCK = 10;
const QUEUE_MARGIN = 5;

/** After a rebuild or a restore: own changes are numbered anew, card and queue numbers go on in fresh blocks. */
export async function nextIncarnation(db: ReceptionDb, deskCode: string, meta: Meta, now: number): Promise<Meta> {
  const floors: Meta['floors'] = {};
  for (const day of new Set([dayOf(now), ...(meta.at ? [dayOf(meta.at)] : [])])) {
    const last = await lastNumbers(db, day, deskCode);
    // A block that was begun counts as given from: what the copy does not know of may stand in it.
    const { card = 0, queue = 0 } = meta.floors[day] ?? {};
    floors[day] = {
      card: nextBlock(Math.max(last.card, card) + CARD_MARGIN, CARD_BLOCK),
      queue: nextBlock(Math.max(last.queue, queue) + QUEUE_MARGIN, QUEUE_BLOCK),
    };
  }
  const wrote = new Chains(meta.chains).newest(deskCode)?.inc ?? 0;
  return { ...meta, inc: Math.max(wrote, meta.inc) + 1, floors };
}
