import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { isInHall } from '../../../../shared/rules/visit-flow';
import { matterKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import type { RequestHandlers } from './types';

/** 安检 and 寄存 (plan S18, S42): with consent only; what is held blocks the card's return until it is settled. */
export const itemHandlers: Pick<RequestHandlers, 'item.ofVisit' | 'item.check' | 'item.deposit' | 'item.settle'> = {
  'item.ofVisit': (host, { visitId }) => host.db.reading(() => ofVisit(host, visitId)),

  'item.check': async (host, { visitId, consent, finding, note }, call) => {
    // Without consent nothing was opened, so nothing can have been found.
    if (!consent && finding !== 'nothing') {
      refuse('refused', {
        message: '来访人不同意查看，不能记录查到的物品。',
        fields: { finding: '未经同意不得查看，请选「无异常」并在备注说明' },
      });
    }
    await writeAs(host, call, async (draft) => {
      const visit = await inHall(host, visitId);
      const row = { visitId, at: draft.at, staffId: call.actor.staffId ?? '', consent, finding, note };
      draft.add('itemChecks', uuid({ msecs: draft.at }), row, matterKeyId(visit.matterId));
      return { visitId };
    });
    return {};
  },

  'item.deposit': (host, { visitId, name, count, feature, dangerous }, call) =>
    writeAs(host, call, async (draft) => {
      const visit = await inHall(host, visitId);
      const before = await host.db.rows('items').where('visitId').equals(visitId).count();
      const id = uuid({ msecs: draft.at });
      // The card's number with an order: unique without any counter of its own.
      const receiptNo = `J${visit.number}-${before + 1}`;
      const staffId = call.actor.staffId ?? '';
      const open = { visitId, at: draft.at, staffId, receiptNo, count, dangerous, state: 'held' as const, settledAt: null, settledBy: '' };
      draft.add('items', id, { ...open, name, feature, takenBy: '' }, matterKeyId(visit.matterId));
      return { id, receiptNo };
    }),

  'item.settle': async (host, { id, how, takenBy }, call) => {
    await writeAs(host, call, async (draft) => {
      const item = (await host.reader.one('items', id)) ?? refuse('not-found');
      if (item.state !== 'held') refuse('conflict', { message: '这件物品已经归还或移交，什么也没有改变。' });
      draft.put('items', id, { state: how, settledAt: draft.at, settledBy: call.actor.staffId ?? '', takenBy }, item.keyId);
      return { id };
    });
    return {};
  },
};

async function inHall({ reader }: Host, visitId: string): Promise<Opened<'visits'>> {
  const visit = (await reader.one('visits', visitId)) ?? refuse('not-found');
  if (!isInHall(visit.state)) refuse('refused', { message: '这位来访人已不在大厅，不能再登记物品。' });
  return visit;
}

async function ofVisit({ db, reader }: Host, visitId: string) {
  const [checkRows, itemRows] = await Promise.all([
    db.rows('itemChecks').where('visitId').equals(visitId).toArray(),
    db.rows('items').where('visitId').equals(visitId).toArray(),
  ]);
  const [checks, items] = await Promise.all([reader.open('itemChecks', checkRows), reader.open('items', itemRows)]);
  const staff = await reader.some('staff', [...checks.map((c) => c.staffId), ...items.flatMap((i) => [i.staffId, i.settledBy])]);
  const nameOf = (id: string): string => staff.get(id)?.name ?? '';
  const byTime = <T extends { at: number }>(rows: T[]): T[] => rows.sort((a, b) => a.at - b.at);
  return {
    checks: byTime(checks).map(({ id, at, consent, finding, note, staffId }) => ({
      id,
      visitId,
      at,
      consent,
      finding,
      note,
      staffName: nameOf(staffId),
    })),
    items: byTime(items).map(({ id, receiptNo, name, count, feature, dangerous, at, staffId, state, settledAt, settledBy, takenBy }) => ({
      id,
      visitId,
      receiptNo,
      name,
      count,
      feature,
      dangerous,
      at,
      staffName: nameOf(staffId),
      state,
      settledAt,
      settledByName: nameOf(settledBy),
      takenBy,
    })),
  };
}
