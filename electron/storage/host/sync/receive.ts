import type { Change } from '../../batch';
import type { HubCursor, Received, SyncRequests } from '../../internal-sync';
import type { SignedBatch } from '../../signed-batch';
import { RowSet } from '../apply';
import { Chains } from '../chains';
import { hashOf } from '../codec';
import { HALL_KEY, type WrappedKey } from '../data-keys';
import type { ReceptionDb } from '../db';
import type { Host } from '../host';
import { nextIncarnation } from '../incarnation';
import type { Meta } from '../stored';
import type { Prepared } from '../write';
import { Intake, type RevokedEnds } from './intake';
import { remember } from './memory';
import { type ReadAhead, readAhead } from './opened';
import { quarantine } from './quarantine';
import { showEarly } from './urgent';

type Input = SyncRequests['internal.sync.receive']['input'];
type Output = SyncRequests['internal.sync.receive']['output'];

/**
 * Other desks' batches, however many: found their place, journaled with one flush, then stored in one transaction with
 * the cursor. What was waiting for one of them is applied with it.
 */
export async function receive(host: Host, input: Input): Promise<Output> {
  if (!input.past) return receiveNow(host, input);
  const ahead = host.writer.whileStoring().then(() => readEarly(host, input.batches));
  // Heard in its turn.
  ahead.catch(() => {});
  return host.writer.take(async (meta) => prepare(host, input, await ahead, meta), { canWait: true });
}

/** A key that is not here is asked for at once: nobody waits for the lock twice. */
async function receiveNow(host: Host, input: Input): Promise<Output> {
  const ahead = await readEarly(host, input.batches);
  const settled = new Set([...input.absent, ...input.keys.map(({ id }) => id)]);
  const missing = [...ahead.named].filter((id) => !ahead.wrapped.has(id) && !settled.has(id));
  const erased = await erasedAmong(host, missing);
  const needKeys = missing.filter((id) => !erased.has(id));
  if (needKeys.length > 0) return { needKeys };
  return host.writer.take((meta) => prepare(host, input, ahead, meta));
}

type Ahead = ReadAhead & KeysAhead;

/** What needs no lock. */
async function readEarly({ db, hall, writer }: Host, batches: readonly SignedBatch[]): Promise<Ahead> {
  const read = readAhead(hall, batches, new Chains(writer.state.chains));
  const named = namedBy([...read.bodies.values()].flatMap(({ changes }) => changes));
  return { ...read, named, wrapped: await keysOf(db, named) };
}

// Not one reading transaction, as for a write of today: the browser ended it between two questions, where many batches are opened.
async function prepare(
  host: Host,
  { keys, absent, cursor }: Input,
  ahead: Ahead,
  meta: Meta,
): Promise<{ reply: Output; prepared: Prepared | null }> {
  const { db, hall, deskCode } = host;
  const chains = new Chains(meta.chains);
  const intake = new Intake(db, hall, deskCode, chains, meta.position, ahead.bodies, await revokedEnds(host));
  const [received, erased] = await Promise.all([intake.take(ahead.batches), erasedOf(host, [...ahead.named, ...keys.map(({ id }) => id)])]);
  const { urgent } = intake;
  const met = [...intake.bodies.flatMap(({ body }) => body.changes), ...urgent];
  const found = await keysFor(host, met, { given: keys, absent, ahead, erased });
  if (found.wanted.length > 0) return { reply: { needKeys: found.wanted }, prepared: null };
  const rows = new RowSet(db, host.keys);
  await rows.load(met, 'elsewhere', found.there);
  for (const { body, position } of intake.bodies) rows.applyKeeping(body, position);
  const shown = showEarly(rows, urgent, found.lacking, meta);
  await rows.loadTotals();
  const next = await metaAfter(host, shown, intake, chains);
  const changes = intake.bodies.reduce((sum, { body }) => sum + body.changes.length, 0);
  const prepared = { batches: [...intake.pending.values()], rows, keys: found.fresh, meta: next, beside: beside(host, intake, cursor) };
  return { reply: { needKeys: null, received, changes }, prepared: isNothing(prepared, intake, cursor) ? null : prepared };
}

/** Asked here once more: whoever judged a batch may have asked before the row that revokes its desk was stored. */
const revokedEnds = async ({ reader }: Host): Promise<RevokedEnds> =>
  new Map(
    (await reader.all('desks'))
      .filter(({ revokedAt }) => revokedAt !== null)
      .map(({ id, revokedInc, revokedLast }) => [id, { inc: revokedInc, last: revokedLast }]),
  );

const isNothing = ({ batches, keys }: Prepared, { refused, kept, settled }: Intake, cursor: HubCursor | null): boolean =>
  batches.length + keys.length + refused.length + kept.length + settled.length === 0 && cursor === null;

type KeysById = ReadonlyMap<string, WrappedKey>;

/** The data keys that changes name. */
const namedBy = (changes: readonly Change[]): Set<string> =>
  new Set(changes.flatMap(({ op, keyId }) => (keyId && keyId !== HALL_KEY && op !== 'erase' ? keyId : [])));

async function keysOf(db: ReceptionDb, ids: Iterable<string>): Promise<Map<string, WrappedKey>> {
  const asked = [...ids];
  const found = asked.length > 0 ? await db.keys.bulkGet(asked) : [];
  return new Map(found.flatMap((key) => (key ? [[key.id, key]] : [])));
}

interface KeysAhead {
  /** By the batches that opened before their turn. */
  named: ReadonlySet<string>;
  /** Those of them that are here. */
  wrapped: KeysById;
}
interface KeysSought {
  given: readonly WrappedKey[];
  /** Nobody has them. */
  absent: readonly string[];
  ahead: KeysAhead;
  /** Of those that were given or named ahead. */
  erased: Set<string>;
}
interface KeysFound {
  fresh: WrappedKey[];
  wanted: string[];
  lacking: ReadonlySet<string>;
  there: KeysById;
}

/** Of the data keys that the changes name: what is new here, wanted still, or nowhere. An erased key never comes back. */
async function keysFor(host: Host, changes: readonly Change[], { given, absent, ahead, erased }: KeysSought): Promise<KeysFound> {
  const named = namedBy(changes);
  const rest = [...named].filter((id) => !ahead.named.has(id));
  const [erasedToo, more] = await Promise.all([
    erasedOf(host, rest),
    keysOf(
      host.db,
      [...named].filter((id) => !ahead.wrapped.has(id)),
    ),
  ]);
  for (const id of erasedToo) erased.add(id);
  for (const { table, rowId } of changes) if (table === 'erasures') erased.add(rowId);
  const { fresh } = await newKeys(host, given, erased);
  const there = new Map([...ahead.wrapped, ...more].filter(([id]) => !erased.has(id)));
  const asked = [...named].filter((id) => !erased.has(id));
  const here = new Set([...there.keys(), ...fresh.map(({ id }) => id)]);
  // One that was given but does not open would be asked for without end.
  const settled = new Set([...absent, ...given.map(({ id }) => id)]);
  const wanted = asked.filter((id) => !here.has(id) && !settled.has(id));
  return { fresh, wanted, lacking: new Set([...named].filter((id) => !here.has(id))), there };
}

/** Under the lock of a write. */
export async function erasedOf(host: Host, ids: readonly string[]): Promise<Set<string>> {
  const { known } = host.db;
  await known.load(['erasures']);
  return erasedAmong(
    host,
    [...new Set(ids)].filter((id) => !known.isAbsent('erasures', id)),
  );
}

export const erasedAmong = async ({ db }: Host, ids: readonly string[]): Promise<Set<string>> =>
  new Set(ids.length === 0 ? [] : await db.rows('erasures').where('id').anyOf(ids).primaryKeys());

/** Those that open, are not here and were not erased; and how many are here already. */
export async function newKeys(
  { db, keys }: Host,
  given: readonly WrappedKey[],
  erased: ReadonlySet<string>,
): Promise<{ fresh: WrappedKey[]; known: number }> {
  const there = await keysOf(
    db,
    given.map(({ id }) => id),
  );
  const isNew = ({ id }: WrappedKey): boolean => !there.has(id) && !erased.has(id) && id !== HALL_KEY;
  const unique = new Map(given.filter(isNew).map((key) => [key.id, key]));
  return { fresh: keys.learn([...unique.values()]), known: given.filter(({ id }) => there.has(id)).length };
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
