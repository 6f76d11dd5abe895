import type { Collection } from 'dexie';
import { refuse } from '../../../../shared/errors';
import { classifyScan } from '../../../../shared/rules/reader-scan';
import { applyAct } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import { guardInterview } from '../interviews/flow-guard';
import type { StoredRow } from '../stored';
import type { Fields } from '../tables';
import { queueRows } from '../views/queue-view';
import { flowContext } from '../visits/flow-context';
import type { RequestHandlers } from './types';

const SOMEBODY_WAS_QUICKER = '这位来访人的状态刚被别人改过，什么也没有改变。请看最新状态后再操作。';

/** What is done to a visit between its card and its card's return; the rule decides, this reads and writes. */
export const flowHandlers: Pick<RequestHandlers, 'visit.act' | 'visit.byCard'> = {
  'visit.act': async (host, { id, from, act }, call) => {
    await writeAs(host, { ...call, name: `visit.act.${act.act}` }, async (draft) => {
      const visit = (await host.reader.one('visits', id)) ?? refuse('not-found');
      if (visit.unreadable) refuse('damaged');
      if (visit.state !== from) refuse('conflict', { message: SOMEBODY_WAS_QUICKER });
      await guardInterview(host, draft, visit, act, call);
      const result = applyAct(visit, act, await flowContext(host, visit, act, call, draft.at));
      if (!result.ok) refuse('refused', { message: result.message, fields: result.field ? { [result.field]: result.message } : undefined });
      draft.put('visits', id, result.fields as Fields<'visits'>, matterKeyId(visit.matterId));
      return { id };
    });
    return {};
  },

  'visit.byCard': async (host, { scanned }) => {
    const stored = await storedBy(host, scanned);
    if (!stored || stored.erased) return null;
    const [row] = await queueRows(host, await host.reader.open('visits', [stored]));
    return row ?? null;
  },
};

/** The card's code, its number, or today's queue number. */
async function storedBy({ db, clock }: Host, scanned: string): Promise<StoredRow | undefined> {
  const visits = db.rows('visits');
  const text = scanned.trim();
  const scan = classifyScan(text);
  if (scan.kind === 'card-code') return visits.get(scan.visitId);
  // A paper card typed in anew has the number of the one that was made void.
  const living = async (found: Collection<StoredRow, string>): Promise<StoredRow | undefined> => {
    const rows = await found.toArray();
    return rows.find((row) => row.state !== 'void') ?? rows[0];
  };
  if (/^[A-Za-z]\d{3,4}$/.test(text)) return living(visits.where('[date+queueNumber]').equals([clock.today(), text.toUpperCase()]));
  return living(visits.where('number').equals(scan.kind === 'card-number' ? scan.number : text));
}
