import { encode } from 'cborg';
import { mergeFields } from '../../../shared/rules/merge-fields';
import type { Change } from '../batch';
import { own } from './bytes';
import { aboutRow, openValue, type SealKey, sealValue } from './codec';
import type { StoredRow } from './stored';

type KeyAt = (keyId: string) => SealKey | undefined;
type Values = Record<string, unknown>;

const clocksOf = (row: StoredRow) => ({ first: row.clock, later: row.clocks ?? {} });

/**
 * One change applied to one row: the same function for a write of today, a replayed journal and another desk's batch, so
 * that all come to the same row in whatever order and however often they are met. Field by field the later clock wins,
 * a first line (`add`) like any later one; an erased row stays erased.
 */
export function applyChange(row: StoredRow | undefined, change: Change, version: number, keyAt: KeyAt): StoredRow {
  const { hlc, rowId: id } = change;
  if (change.op === 'erase') {
    const erased = row?.erased && row.erased < hlc ? row.erased : hlc;
    return { id, version, clock: erased, erased };
  }
  if (row?.erased) return row;
  if (!row) {
    const fresh: StoredRow = { ...change.open, id, version, clock: hlc };
    if (change.sealed) fresh.sealed = own(change.sealed);
    if (change.keyId) fresh.keyId = change.keyId;
    return fresh;
  }
  const taken = mergeFields(row, clocksOf(row), change.open, hlc, standsBehind);
  const clocks = { ...row.clocks, ...clocksFor(taken, hlc) };
  const next: StoredRow = { ...row, ...taken, version, clocks };
  if (change.keyId && (!row.keyId || (!row.sealed && (change.sealed || change.keyId < row.keyId)))) next.keyId = change.keyId;
  if (change.sealed) mergeSealed(row, change, next, clocks, keyAt);
  return next;
}

/** What is sealed cannot be merged without its key: it was destroyed, or has not come yet. */
export function wantsKey(row: StoredRow | undefined, change: Change, keyAt: KeyAt): boolean {
  if (!row || row.erased || !change.sealed || change.op === 'erase') return false;
  return !keyAt(change.keyId ?? '') || (row.sealed !== undefined && !keyAt(row.keyId ?? ''));
}

function mergeSealed(row: StoredRow, change: Change, next: StoredRow, clocks: Record<string, string>, keyAt: KeyAt): void {
  if (!change.sealed || wantsKey(row, change, keyAt)) return;
  const about = aboutRow(change.table, change.rowId);
  const openWith = (keyId: string | undefined, sealed: Uint8Array): Values =>
    openValue(keyAt(keyId ?? '') ?? new Uint8Array(), sealed, about) as Values;
  const before = row.sealed ? openWith(row.keyId, row.sealed) : {};
  const taken = mergeFields(before, clocksOf(row), openWith(change.keyId, change.sealed), change.hlc, standsBehind);
  Object.assign(clocks, clocksFor(taken, change.hlc));
  const [keyId = ''] = [row.sealed ? (row.keyId ?? '') : (change.keyId ?? ''), change.keyId ?? ''].sort();
  if (Object.keys(taken).length === 0 && row.sealed && keyId === row.keyId) return;
  next.sealed = sealValue(keyAt(keyId) ?? new Uint8Array(), { ...before, ...taken }, about);
  next.keyId = keyId;
}

const clocksFor = (taken: Values, hlc: string): Record<string, string> =>
  Object.fromEntries(Object.keys(taken).map((field) => [field, hlc]));

/** An order of values that means nothing but is the same at every desk. */
function standsBehind(value: unknown, other: unknown): boolean {
  const [a, b] = [encode(value), encode(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return (a[i] ?? 0) < (b[i] ?? 0);
  return a.length < b.length;
}
