import type { Change } from '../../batch';
import type { HubCursor, Received, SyncRequests } from '../../internal-sync';
import { RowSet } from '../apply';
import { Chains } from '../chains';
import { hashOf } from '../codec';
import { HALL_KEY, type WrappedKey } from '../data-keys';
import type { Host } from '../host';
import { nextIncarnation } from '../incarnation';
import type { Meta } from '../stored';
import type { Prepared } from '../write';
import { Intake } from './intake';
import { remember } from './memory';
import { quarantine } from './quarantine';
import { showEarly } from './urgent';

type Input = SyncRequests['internal.sync.receive']['input'];
type Output = SyncRequests['internal.sync.receive']['output'];

/**
 * Other desks' batches, however many: found their place, journaled with one flush, then stored in one transaction with
 * the cursor. What was waiting for one of them is applied with it.
 */
export function receive(host: Host, input: Input): Promise<Output> {
  // Not one reading transaction, as for a write of today: the browser ended it between two questions, where many batches are opened.
  return host.writer.take((meta) => prepare(host, input, meta));
}

async function prepare(
  host: Host,
  { batches, keys, absent, cursor }: Input,
  meta: Meta,
): Promise<{ reply: Output; prepared: Prepared | null }> {
  const { db, hall, deskCode } = host;
  const chains = new Chains(meta.chains);
  const intake = new Intake(db, hall, deskCode, chains, meta.position);
  const received = await intake.take(batches);
  const { urgent } = intake;
  const met = [...intake.bodies.flatMap(({ body }) => body.changes), ...urgent];
  const found = await keysFor(host, met, keys, absent);
  if (found.wanted.length > 0) return { reply: { needKeys: found.wanted }, prepared: null };
  const rows = new RowSet(db, host.keys);
  await rows.load(met, 'elsewhere');
  for (const { body, position } of intake.bodies) rows.applyKeeping(body, position);
  const shown = showEarly(rows, urgent, found.lacking, meta);
  await rows.loadTotals();
  const next = await metaAfter(host, shown, intake, chains);
  const changes = intake.bodies.reduce((sum, { body }) => sum + body.changes.length, 0);
  const prepared = { batches: [...intake.pending.values()], rows, keys: found.fresh, meta: next, beside: beside(host, intake, cursor) };
  return { reply: { needKeys: null, received, changes }, prepared: isNothing(prepared, intake, cursor) ? null : prepared };
}

const isNothing = ({ batches, keys }: Prepared, { refused, kept, settled }: Intake, cursor: HubCursor | null): boolean =>
  batches.length + keys.length + refused.length + kept.length + settled.length === 0 && cursor === null;

/** Of the data keys that the changes name: what is new here, wanted still, or nowhere. An erased key never comes back. */
async function keysFor(
  host: Host,
  changes: readonly Change[],
  given: readonly WrappedKey[],
  absent: readonly string[],
): Promise<{ fresh: WrappedKey[]; wanted: string[]; lacking: ReadonlySet<string> }> {
  const named = new Set(changes.flatMap(({ op, keyId }) => (keyId && keyId !== HALL_KEY && op !== 'erase' ? keyId : [])));
  const [erased, there] = await Promise.all([erasedOf(host, [...named, ...given.map(({ id }) => id)]), host.db.keys.bulkGet([...named])]);
  for (const { table, rowId } of changes) if (table === 'erasures') erased.add(rowId);
  const fresh = await newKeys(host, given, erased);
  const asked = [...named].filter((id) => !erased.has(id));
  const here = new Set(there.flatMap((key) => (key && !erased.has(key.id) ? key.id : [])));
  // One that was given but does not open would be asked for without end.
  const settled = new Set([...absent, ...given.map(({ id }) => id)]);
  const wanted = asked.filter((id) => !here.has(id) && !settled.has(id));
  for (const { id } of fresh) here.add(id);
  return { fresh, wanted, lacking: new Set([...named].filter((id) => !here.has(id))) };
}

export async function erasedOf({ db }: Host, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  return new Set(
    await db
      .rows('erasures')
      .where('id')
      .anyOf([...new Set(ids)])
      .primaryKeys(),
  );
}

/** Those that open, are not here and were not erased. */
export async function newKeys({ db, keys }: Host, given: readonly WrappedKey[], erased: ReadonlySet<string>): Promise<WrappedKey[]> {
  if (given.length === 0) return [];
  const there = await db.keys.bulkGet(given.map(({ id }) => id));
  const unique = new Map(given.filter(({ id }, i) => !there[i] && !erased.has(id) && id !== HALL_KEY).map((key) => [key.id, key]));
  return keys.learn([...unique.values()]);
}

/** The clock stands behind nobody's; the time of this desk's own last write stays what it was. */
async function metaAfter({ db, deskCode, clock }: Host, meta: Meta, { bodies, pending }: Intake, chains: Chains): Promise<Meta> {
  const last = [...pending.values()].at(-1);
  const hlc = bodies.reduce((latest, { body }) => {
    const end = body.changes.at(-1)?.hlc ?? '';
    return latest && latest > end ? latest : end;
  }, meta.hlc);
  const next: Meta = { ...meta, hlc, chains: chains.stored() };
  if (last) Object.assign(next, { position: meta.position + bodies.length, hash: hashOf(last.payload) });
  // Changes of its own that this profile does not know: it came from an older copy.
  const lost = bodies.filter(({ batch }) => batch.desk === deskCode && batch.inc >= meta.inc).map(({ batch }) => batch.inc);
  return lost.length === 0 ? next : nextIncarnation(db, deskCode, { ...next, inc: Math.max(...lost) }, clock.now());
}

function beside(
  { db, clock }: Host,
  { refused, kept, settled, replaced }: Intake,
  cursor: HubCursor | null,
): NonNullable<Prepared['beside']> {
  const gone = new Set(settled);
  return {
    tables: ['sync', 'waiting', 'quarantine'],
    store: async () => {
      await replaced.store();
      await db.waiting.bulkPut(kept.filter(({ id }) => !gone.has(id)));
      await db.waiting.bulkDelete(settled);
      if (refused.length > 0) await quarantine(db, refused, clock.now());
      if (cursor) await remember(db, { cursor });
    },
  };
}

export type { Received };
