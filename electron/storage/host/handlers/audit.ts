import { nameHash } from '../codec';
import { writeAs } from '../host';
import { entriesOf, refusalEntriesOf } from '../views/audit-view';
import type { InternalHandlers, RequestHandlers } from './types';

type Handlers = Pick<RequestHandlers, 'audit.list'> & Pick<InternalHandlers, 'internal.audit' | 'internal.refusals'>;

/** The trail is what the changes tell: each batch is an act of somebody; refusals, which change nothing, have rows. */
export const auditHandlers: Handlers = {
  'audit.list': async (host, { limit }) => {
    const { db } = host;
    const [batches, refused] = await Promise.all([
      db.batches.orderBy('audit').reverse().limit(limit).toArray(),
      db.rows('refusals').orderBy('at').reverse().limit(limit).toArray(),
    ]);
    const entries = [...(await entriesOf(host, batches)), ...(await refusalEntriesOf(host, refused))];
    return entries.sort((a, b) => b.at - a.at).slice(0, limit);
  },

  'internal.audit': async (host, { action, target, detail }, call) => {
    await writeAs(host, call, async (draft) => draft.audit(action, target, detail));
    return null;
  },

  'internal.refusals': async (host, { counts }, call) => {
    // Each desk counts its own: two that count in one row would lose each other's.
    const ids = counts.map((count) => nameHash(host.hall, `${host.deskCode}|${count.key}`));
    await writeAs(host, call, async (draft) => {
      const known = await host.reader.some('refusals', ids);
      counts.forEach(({ at, staffId, request, code, count }, i) => {
        const id = ids[i] ?? '';
        const before = known.get(id);
        // A total that does not grow comes from a new run of the program: the earlier one is added to it.
        const base = before ? before.base + (count <= before.last ? before.last : 0) : 0;
        draft.put('refusals', id, { at, staffId, deskCode: host.deskCode, code, base, last: count, request });
      });
    });
    return null;
  },
};
