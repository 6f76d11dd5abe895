import { RowSet } from '../apply';
import { batchId, chainRange } from '../batch-codec';
import { Chains } from '../chains';
import type { Host } from '../host';
import { nextIncarnation } from '../incarnation';
import { applyWaitingFor } from '../sync/apply-aside';
import { memory, remember } from '../sync/memory';
import { outgoing } from '../sync/outgoing';
import { quarantine } from '../sync/quarantine';
import { receive } from '../sync/receive';
import { writeAnew } from '../sync/write-anew';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'sync.quarantine'> &
  Pick<
    InternalHandlers,
    | 'internal.sync.memory'
    | 'internal.sync.remember'
    | 'internal.sync.ends'
    | 'internal.sync.outgoing'
    | 'internal.sync.waiting'
    | 'internal.sync.receive'
    | 'internal.sync.quarantine'
    | 'internal.sync.quarantined'
    | 'internal.sync.beginIncarnation'
    | 'internal.sync.reissue'
  >;

/** The storage host's part of the hub's conversation: what goes out, what comes in, and how far both are. */
export const syncHandlers: Handlers = {
  'sync.quarantine': async ({ db }) => {
    const rows = await db.quarantine.orderBy('at').reverse().toArray();
    return rows.map(({ id, at, desk, reason, count, size }) => ({ id, at, desk, reason, count, bytes: size }));
  },

  'internal.sync.memory': ({ db }) => memory(db),

  'internal.sync.remember': async ({ db }, what) => {
    await db.transaction('rw', db.sync, () => remember(db, what));
    return null;
  },

  'internal.sync.ends': async ({ writer }) => {
    const { inc, chains } = writer.state;
    return { inc, ends: new Chains(chains).all().map(({ desk, inc: of, last, hash }) => ({ desk, inc: of, last, hash })) };
  },

  'internal.sync.outgoing': outgoing,

  'internal.sync.waiting': async ({ db, writer, deskCode }, after) => {
    const { inc: from, last } = after ?? { inc: 0, last: 0 };
    const own = new Chains(writer.state.chains)
      .all()
      .filter(({ desk, inc }) => desk === deskCode && inc >= from)
      .sort((a, b) => a.inc - b.inc);
    const open = own.map((end) => ({ end, after: end.inc === from ? last : 0 })).filter(({ end, after: sent }) => end.last > sent);
    const [first] = open;
    if (!first) return { changes: 0, since: null };
    // Asked after every write: nothing of the past, which may be years, is looked at.
    const next = batchId({ desk: deskCode, inc: first.end.inc, first: first.after + 1 });
    const [, upper] = chainRange(deskCode, first.end.inc);
    const oldest = await db.batches.where('id').between(next, upper).first();
    return { changes: open.reduce((sum, { end, after: sent }) => sum + end.last - sent, 0), since: oldest?.at ?? null };
  },

  'internal.sync.receive': async (host, input) => {
    const result = await receive(host, input);
    if (input.keys.length > 0)
      await applyWaitingFor(
        host,
        input.keys.map(({ id }) => id),
      );
    if (result.needKeys === null) await writeAnewWhereForked(host);
    return result;
  },

  'internal.sync.quarantined': ({ db }) => Promise.resolve(db.quarantine.count()),

  'internal.sync.quarantine': async ({ db, clock }, refused) => {
    await db.transaction('rw', db.quarantine, () => quarantine(db, [refused], clock.now()));
    return null;
  },

  'internal.sync.beginIncarnation': async (host) => {
    const { db, keys, deskCode, clock, writer } = host;
    return writer.take(async (before) => {
      const meta = await nextIncarnation(db, deskCode, before, clock.now());
      return { reply: { inc: meta.inc }, prepared: { batches: [], rows: new RowSet(db, keys), keys: [], meta } };
    });
  },

  'internal.sync.reissue': async (host) => ({ written: await writeAnew(host) }),
};

async function writeAnewWhereForked(host: Host): Promise<void> {
  if ((await host.db.batches.where('replaced').equals(1).count()) > 0) await writeAnew(host);
}
