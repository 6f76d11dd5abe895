import type { Batch, BatchBody, Change } from '../batch';
import { ofFrame } from '../signed-batch';
import { isAuditedAction } from './audited';
import { batchId, decodeBatch, openBody } from './batch-codec';
import type { HallKeys } from './codec';
import type { StoredBatch } from './stored';
import { TRACED } from './tables';

/** Written here and under its own name: the only batches whose request ids answer a repeated request. */
export function storedBatch(batch: Batch, body: BatchBody, position: number, frame: Uint8Array, ownDesk: string): StoredBatch {
  const { desk, inc, first, last } = batch;
  const { at, who, action, requestId } = body;
  const place = { id: batchId(batch), desk, inc, first, last };
  const row: StoredBatch = { ...place, at, who, action, position, touched: tracedOf(body.changes), payload: frame };
  if (desk === ownDesk) row.requestId = requestId;
  if (isAuditedAction(action)) Object.assign(row, { audit: position, auditAt: at, act: actOf(action, body.changes) });
  return row;
}

export const batchOf = (row: Pick<StoredBatch, 'payload'>): Batch => decodeBatch(ofFrame(row.payload).payload);
/** @throws when the seal does not open */
export const bodyOf = (hall: HallKeys, row: Pick<StoredBatch, 'payload'>): BatchBody => openBody(hall.body, batchOf(row));

const actOf = (action: string, changes: readonly Change[]): string =>
  String(changes.find(({ table, op }) => table === 'audit' && op === 'add')?.open.action ?? action);

const tracedOf = (changes: readonly Change[]): string[] => [
  ...new Set(changes.filter((c) => TRACED.has(c.table)).map((c) => `${c.table}/${c.rowId}`)),
];
