import { LAST_OWN_CARD, nextBlock } from '../../../shared/rules/card-number';
import { dayOf } from '../../../shared/rules/time';
import { Chains } from './chains';
import type { ReceptionDb } from './db';
import { lastIncident, lastNumbers } from './numbers';
import type { Meta } from './stored';

/** Fresh blocks: numbers given in a lost tail must not be given again, even at a block's end. */
interface Blocks {
  card: { size: number; margin: number };
  queue: { size: number; margin: number };
  incident: number;
}
/** A rebuild lost a moment at most. */
const REBUILT: Blocks = { card: { size: 100, margin: 20 }, queue: { size: 10, margin: 5 }, incident: 0 };
/** Since a backup a whole day may have been lost: more than a desk gives in one. */
const FROM_BACKUP: Blocks = { card: { size: 1000, margin: 20 }, queue: { size: 500, margin: 0 }, incident: 50 };

/** After a rebuild or a restore: own changes are numbered anew, card, queue and incident numbers go on in fresh blocks. */
export async function nextIncarnation(db: ReceptionDb, deskCode: string, meta: Meta, now: number, fromBackup = false): Promise<Meta> {
  const floors: Meta['floors'] = {};
  const { card, queue, incident } = fromBackup ? FROM_BACKUP : REBUILT;
  for (const day of new Set([dayOf(now), ...(meta.at ? [dayOf(meta.at)] : [])])) {
    const last = await lastNumbers(db, day, deskCode);
    // A block that was begun counts as given from: what the copy does not know of may stand in it.
    const begun = { card: 0, queue: 0, incident: 0, ...meta.floors[day] };
    const known = Math.max(last.card, begun.card) + card.margin;
    const wide = nextBlock(known, card.size);
    floors[day] = {
      card: wide > LAST_OWN_CARD - card.size ? nextBlock(known, REBUILT.card.size) : wide,
      queue: nextBlock(Math.max(last.queue, begun.queue) + queue.margin, queue.size),
      incident: Math.max(await lastIncident(db, day, deskCode), begun.incident) + incident,
    };
  }
  const wrote = new Chains(meta.chains).newest(deskCode)?.inc ?? 0;
  return { ...meta, inc: Math.max(wrote, meta.inc) + 1, floors };
}
