import type { Batch, BatchBody, Change } from '../../batch';

/**
 * Whether an opened body is one that this program could have written: it comes from another desk, perhaps from a program
 * that was tampered with. What it says is not judged, only that nothing of it can hurt the tables.
 */
export function isBody(body: unknown, { desk, first, last }: Pick<Batch, 'desk' | 'first' | 'last'>): body is BatchBody {
  if (!isRecord(body)) return false;
  const { requestId, at, who, action, changes } = body;
  if (![requestId, who, action].every((text) => isText(text, MAX_NAME)) || !isTime(at)) return false;
  if (!Array.isArray(changes) || changes.length === 0 || changes.length !== last - first + 1) return false;
  return changes.every((change) => isChange(change, desk));
}

const MAX_NAME = 200;
const MAX_FIELDS = 200;
const MAX_SEALED = 16 * 1024 * 1024;
const CLOCK = /^[0-9a-f]{12}-[0-9a-f]{4}-(\d{2})$/;
const TABLE = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const OPS: ReadonlySet<unknown> = new Set<Change['op']>(['add', 'put', 'erase']);
/** Of the row itself, never of a change. */
const RESERVED = ['id', 'version', 'clock', 'clocks', 'sealed', 'keyId', 'erased', 'foundBy'];

function isChange(change: unknown, desk: string): boolean {
  if (!isRecord(change)) return false;
  const { hlc, table, rowId, op, open, sealed, keyId } = change;
  if (typeof hlc !== 'string' || CLOCK.exec(hlc)?.[1] !== desk) return false;
  if (typeof table !== 'string' || !TABLE.test(table) || !isText(rowId, MAX_NAME) || rowId === '' || !OPS.has(op)) return false;
  if (!isRecord(open) || Object.keys(open).length > MAX_FIELDS || RESERVED.some((name) => Object.hasOwn(open, name))) return false;
  if (keyId !== undefined && !isText(keyId, MAX_NAME)) return false;
  if (sealed === undefined) return true;
  return sealed instanceof Uint8Array && sealed.length <= MAX_SEALED && keyId !== undefined && keyId !== '';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
const isText = (value: unknown, atMost: number): value is string => typeof value === 'string' && value.length <= atMost;
const isTime = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
