import type { OutgoingBatch, SyncRequests } from '../../internal-sync';
import { ofFrame } from '../../signed-batch';
import { batchId, chainRange } from '../batch-codec';
import { Chains } from '../chains';
import { HALL_KEY } from '../data-keys';
import type { Host } from '../host';
import type { StoredBatch } from '../stored';
import { bodyOf } from '../stored-batch';

type Contract = SyncRequests['internal.sync.outgoing'];

const PAGE = 100;

/** A desk's batches after a change, in the chain's order, up to so many bytes, with the keys that open them. */
export async function outgoing(host: Host, { desk, inc, after, bytes }: Contract['input']): Promise<Contract['output']> {
  const { db, writer } = host;
  const end = new Chains(writer.state.chains).last(desk, inc);
  const [, to] = chainRange(desk, inc);
  const rows: StoredBatch[] = [];
  let size = 0;
  for (let from = batchId({ desk, inc, first: after + 1 }), full = false; !full; ) {
    const page = await db.batches.where('id').between(from, to).limit(PAGE).toArray();
    for (const row of page) {
      size += row.payload.length;
      // What stands behind a gap of a damaged journal is not sent.
      full = row.last > end || (rows.length > 0 && size > bytes);
      if (full) break;
      rows.push(row);
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    from = batchId({ desk, inc, first: last.last + 1 });
  }
  return { batches: rows.map(outgoingBatch), keys: await keysOf(host, rows), more: (rows.at(-1)?.last ?? after) < end };
}

function outgoingBatch({ desk, inc, first, last, at, payload: frame }: StoredBatch): OutgoingBatch {
  return { desk, inc, first, last, at, ...ofFrame(frame) };
}

async function keysOf({ db, hall }: Host, rows: readonly StoredBatch[]): Promise<Contract['output']['keys']> {
  const named = rows.flatMap((row) => bodyOf(hall, row).changes.flatMap(({ keyId }) => keyId ?? []));
  const keys = await db.keys.bulkGet([...new Set(named)].filter((id) => id !== HALL_KEY));
  return keys.filter((key) => key !== undefined);
}
