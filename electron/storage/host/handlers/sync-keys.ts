import { refuse } from '../../../../shared/errors';
import { RowSet } from '../apply';
import { Chains } from '../chains';
import { type Host, writeAs } from '../host';
import type { Meta } from '../stored';
import { applyWaitingFor } from '../sync/apply-aside';
import { learnGeneration, sharesToOpen } from '../sync/generations';
import { erasedAtHub, toErase } from '../sync/memory';
import { erasedAmong, erasedOf, newKeys } from '../sync/receive';
import type { Opened } from '../tables';
import type { InternalHandlers } from './types';

type Handlers = Pick<
  InternalHandlers,
  | 'internal.sync.addKeys'
  | 'internal.sync.keys'
  | 'internal.sync.eraseKeys'
  | 'internal.sync.erasedKeys'
  | 'internal.sync.keysGone'
  | 'internal.sync.desks'
  | 'internal.sync.putDesk'
  | 'internal.sync.revokeDesk'
  | 'internal.sync.hallKeys'
  | 'internal.sync.addHallKey'
>;

/** Data keys that come and go, and who may write. */
export const syncKeyHandlers: Handlers = {
  'internal.sync.addKeys': async (host, { keys: given }) => {
    const { db, keys, writer } = host;
    const ids = given.map(({ id }) => id);
    // While the piece before is stored.
    const opened = writer.whileStoring().then(async () => newKeys(host, given, await erasedAmong(host, ids)));
    // Heard in its turn.
    opened.catch(() => {});
    const take = async (meta: Meta) => {
      const [ahead, erased] = await Promise.all([opened, erasedOf(host, ids)]);
      const fresh = ahead.fresh.filter(({ id }) => !erased.has(id));
      keys.unlearn(ahead.fresh.filter(({ id }) => erased.has(id)));
      const refused = given.length - fresh.length - ahead.known;
      const prepared = fresh.length > 0 ? { batches: [], rows: new RowSet(db, keys), keys: fresh, meta } : null;
      return { reply: { added: fresh.length, refused: Math.max(0, refused), erased: [...erased] }, prepared };
    };
    // A past has tens of thousands; whatever else is asked for goes first.
    const added = await writer.take(take, { canWait: true });
    if (added.added > 0)
      await applyWaitingFor(
        host,
        given.map(({ id }) => id),
      );
    return added;
  },

  'internal.sync.keys': async ({ db }, { ids }) => (await db.keys.bulkGet(ids)).filter((key) => key !== undefined),

  'internal.sync.eraseKeys': async (host, { keyIds, basis }, call) => {
    await writeAs(host, call, async (draft) => {
      const erased = await erasedOf(host, keyIds);
      for (const keyId of new Set(keyIds)) if (!erased.has(keyId)) draft.put('erasures', keyId, { at: draft.at, basis });
      return {};
    });
    return null;
  },

  'internal.sync.erasedKeys': async ({ db }) => {
    const erased = await db.rows('erasures').toCollection().primaryKeys();
    const here = await db.keys.where('id').anyOf(erased).primaryKeys();
    return { ids: [...new Set([...here, ...(await toErase(db))])] };
  },

  'internal.sync.keysGone': async (host, { ids }) => {
    await host.keys.erase(ids);
    await erasedAtHub(host.db, ids);
    await host.db.aside.where('keyId').anyOf(ids).delete();
    host.forgetOpened();
    return null;
  },

  'internal.sync.desks': async ({ reader }) => (await reader.all('desks')).map(knownDesk),

  'internal.sync.putDesk': async (host, { code, publicKey }, call) => {
    await writeAs(host, call, async (draft) => {
      const known = await host.reader.one('desks', code);
      if (known?.publicKey === publicKey && known.revokedAt === null) return {};
      // Whoever reads its changes from the beginning must find the key that signed them.
      if (known && (known.revokedAt !== null || newestEnd(host, code)))
        refuse('conflict', {
          message: '这个登记台编号已经用过，或已停用，什么也没有改变。请在「设置」中增加一个新的登记台编号，再为它做入网文件。',
        });
      draft.put('desks', code, { publicKey, addedAt: draft.at, revokedAt: null, revokedInc: 0, revokedLast: 0, reason: '' });
      return {};
    });
    return null;
  },

  'internal.sync.revokeDesk': async (host, { code, reason, renewed }, call) => {
    await writeAs(host, call, async (draft) => {
      const known = (await host.reader.one('desks', code)) ?? refuse('not-found', { message: '没有这个登记台，什么也没有改变。' });
      if (known.revokedAt !== null) return {};
      const end = newestEnd(host, code);
      draft.put('desks', code, { revokedAt: draft.at, revokedInc: end?.inc ?? 0, revokedLast: end?.last ?? 0, reason });
      // In the same batch, so that nobody who hears of the one lacks the other. It is itself sealed as before.
      if (renewed) draft.add('hallKeys', renewed.id.toString(16).padStart(8, '0'), { at: draft.at, shares: renewed.shares });
      draft.audit(call.name, code, reason);
      return {};
    });
    if (renewed) await learnGeneration(host, renewed.id, renewed.key);
    return null;
  },

  'internal.sync.hallKeys': (host) => sharesToOpen(host),
  'internal.sync.addHallKey': async (host, { id, key }) => ({ waited: await learnGeneration(host, id, key) }),
};

const newestEnd = ({ writer }: Host, code: string) => new Chains(writer.state.chains).newest(code);

const knownDesk = ({ id, publicKey, revokedAt, revokedInc, revokedLast }: Opened<'desks'>) => ({
  code: id,
  publicKey,
  revokedAfter: revokedAt === null ? null : { inc: revokedInc, last: revokedLast },
});
