import type { Change } from '../batch';
import { own } from './bytes';
import { aboutRow, openValue, sealValue } from './codec';
import type { StoredRow } from './stored';

type KeyAt = (keyId: string) => Uint8Array | undefined;

const clockOf = (row: StoredRow, field: string): string => row.clocks?.[field] ?? row.clock;

/**
 * One change applied to one row: the same function for a write of today, a replayed journal and, later, another
 * desk's batch, so that all come to the same row. Field by field the later clock wins; an erased row stays erased.
 */
export function applyChange(row: StoredRow | undefined, change: Change, version: number, keyAt: KeyAt): StoredRow {
  const { hlc, rowId: id } = change;
  if (row?.erased) return row;
  if (change.op === 'erase') return { id, version, clock: row?.clock ?? hlc, erased: hlc };
  if (!row) {
    const fresh: StoredRow = { ...change.open, id, version, clock: hlc };
    if (change.sealed) fresh.sealed = own(change.sealed);
    if (change.keyId) fresh.keyId = change.keyId;
    return fresh;
  }
  // Rows that are only ever added: the second time is the same row again.
  if (change.op === 'add') return row;
  const clocks: Record<string, string> = { ...row.clocks };
  const next: StoredRow = { ...row, version, clocks };
  const take = (field: string): boolean => {
    if (hlc <= clockOf(row, field)) return false;
    clocks[field] = hlc;
    return true;
  };
  for (const [field, value] of Object.entries(change.open)) if (take(field)) next[field] = value;
  if (change.sealed) mergeSealed(row, change, next, take, keyAt);
  return next;
}

function mergeSealed(row: StoredRow, change: Change, next: StoredRow, take: (field: string) => boolean, keyAt: KeyAt): void {
  const keyId = row.keyId ?? change.keyId ?? '';
  const key = keyAt(keyId);
  // Its key was destroyed: there is nothing left to merge with, and nothing may be brought back.
  if (!key || !change.sealed) return;
  const about = aboutRow(change.table, change.rowId);
  const before = row.sealed ? (openValue(key, row.sealed, about) as Record<string, unknown>) : {};
  const incoming = openValue(key, change.sealed, about) as Record<string, unknown>;
  const after = { ...before };
  let changed = false;
  for (const [field, value] of Object.entries(incoming)) {
    if (!take(field)) continue;
    after[field] = value;
    changed = true;
  }
  if (!changed) return;
  next.sealed = sealValue(key, after, about);
  next.keyId = keyId;
}
