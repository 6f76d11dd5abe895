import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { checkSupply } from '../../../../shared/rules/supplies';
import { type Host, writeAs } from '../host';
import { suppliesOn } from '../organisation/supplies';
import type { Opened } from '../tables';
import type { LiveHandlers, RequestHandlers } from './types';

/** 物资台账 (plan S21): what is there, where, until when, and when somebody last looked. */
export const supplyLives: Pick<LiveHandlers, 'supply.list'> = {
  'supply.list': (host, { day }) =>
    host.db.reading(async () => {
      const settings = await host.reader.settings();
      const names = new Map((await host.reader.all('staff')).map(({ id, name }) => [id, name]));
      return suppliesOn(host, settings, day, names);
    }),
};

export const supplyHandlers: Pick<RequestHandlers, 'supply.save' | 'supply.check' | 'supply.remove'> = {
  'supply.save': (host, { id: known, ...input }, call) =>
    writeAs(host, call, async (draft) => {
      const before = known ? await there(host, known) : undefined;
      const others = (await host.reader.all('supplies')).filter((each) => each.id !== before?.id && !each.removed);
      const fields = checkSupply(input, others);
      if (Object.keys(fields).length > 0) refuse('refused', { message: '物资填写有误，尚未保存。请按提示修改。', fields });
      const id = before?.id ?? uuid({ msecs: draft.at });
      const checked = before && before.stock === input.stock ? {} : { checkedAt: draft.at, checkedBy: call.actor.staffId ?? '' };
      if (before) draft.put('supplies', id, { ...input, ...checked });
      else draft.add('supplies', id, { ...input, checkedAt: draft.at, checkedBy: call.actor.staffId ?? '', removed: false, reason: '' });
      draft.audit(call.name, input.name, stockWords(before?.stock, input));
      return { id };
    }),

  'supply.check': async (host, { id, stock }, call) => {
    await writeAs(host, call, async (draft) => {
      const supply = await there(host, id);
      draft.put('supplies', id, { stock, checkedAt: draft.at, checkedBy: call.actor.staffId ?? '' });
      draft.audit(call.name, supply.name, stockWords(supply.stock, { ...supply, stock }));
      return null;
    });
    return {};
  },

  'supply.remove': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const supply = await there(host, id);
      draft.put('supplies', id, { removed: true, reason });
      draft.audit(call.name, supply.name, reason);
      return null;
    });
    return {};
  },
};

async function there({ reader }: Host, id: string): Promise<Opened<'supplies'>> {
  const found = (await reader.one('supplies', id)) ?? refuse('not-found');
  if (found.removed) refuse('conflict', { message: '这项物资已经移出台账，什么也没有改变。' });
  return found;
}

const stockWords = (before: number | undefined, { stock, unit }: { stock: number; unit: string }): string =>
  before === undefined || before === stock ? `${stock}${unit}` : `${before} → ${stock}${unit}`;
