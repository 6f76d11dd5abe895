import { RowSet } from '../apply';
import type { Host } from '../host';
import { isReplaced } from '../replaced';
import type { Meta, StoredBatch } from '../stored';
import { bodyOf } from '../stored-batch';
import type { Prepared } from '../write';

/**
 * Writes one's own replaced batches (replaced.ts) again, oldest first: the same act, the same changes with the same clocks,
 * at the end of the newest incarnation. Here they change no row; the other desks get them so. Each is one write, known by
 * its request id: cut short anywhere it goes on at the next call. @returns how many batches were written
 */
export async function writeAnew(host: Host): Promise<number> {
  for (let written = 0; ; ) {
    const did = await host.writer.take(async (meta) => {
      const row = await host.db.batches.where('replaced').equals(1).first();
      return row ? oneAnew(host, row, meta) : { reply: null, prepared: null };
    });
    if (did === null) return written;
    written += did;
  }
}

async function oneAnew(host: Host, row: StoredBatch, meta: Meta): Promise<{ reply: number; prepared: Prepared }> {
  const { db, keys } = host;
  const body = bodyOf(host.hall, row);
  const same = await db.batches.where('requestId').equals(body.requestId).toArray();
  const { replaced: _, requestId: __, audit: ___, auditAt: ____, act: _____, ...old } = row;
  // Its act is told by the new one from now on.
  const settled = { tables: ['batches'], store: () => db.batches.put({ ...old, touched: [] }) };
  const rows = new RowSet(db, keys);
  if (same.some((each) => !isReplaced(each))) return { reply: 0, prepared: { batches: [], rows, keys: [], meta, beside: settled } };
  const { batch, meta: next } = host.writer.link(body, meta);
  await rows.load(body.changes, 'elsewhere');
  rows.applyKeeping(body, batch.position);
  await rows.loadTotals();
  return { reply: 1, prepared: { batches: [batch], rows, keys: [], meta: next, beside: settled } };
}
