import { v7 as uuid } from 'uuid';
import { FACILITY_STATE_NAMES } from '../../../../shared/domain/duty';
import { refuse } from '../../../../shared/errors';
import { roundGaps } from '../../../../shared/rules/preparation-settled';
import { checkAttendee } from '../../../../shared/rules/summons';
import { dayOf, instantAt, timeOf } from '../../../../shared/rules/time';
import { type Host, writeAs } from '../host';
import { membersOn } from '../organisation/roster';
import { noteCompressed } from '../preparation/compressed';
import { mustPrepare } from '../preparation/day-items';
import type { Opened } from '../tables';
import type { RequestHandlers } from './types';

type Names = 'summons.notify' | 'summons.answer' | 'summons.arrive' | 'patrol.add' | 'meeting.add';

/** Departments asked to come (plan S06, S35), rounds (S36) and meetings (S39). */
export const summonsHandlers: Pick<RequestHandlers, Names> = {
  'summons.notify': (host, { itemId, department, contact, phone, method, limitMinutes }, call) =>
    writeAs(host, call, async (draft) => {
      const found = await mustPrepare(host, itemId);
      await noteCompressed(host, draft, found, call);
      const id = uuid({ msecs: draft.at });
      const open = { itemId, date: found.item.date, method, limitMinutes, notifiedAt: draft.at, notifiedBy: call.actor.staffId ?? '' };
      draft.add('summons', id, { ...open, answeredAt: null, arrivedAt: null, department, contact, phone, attendee: '' });
      draft.audit(call.name, itemId, `${department} ${limitMinutes} 分钟内到场`);
      return { id };
    }),

  'summons.answer': async (host, { id, attendee }, call) => {
    await writeAs(host, call, async (draft) => {
      const summons = await there(host, id);
      if (summons.answeredAt !== null) refuse('conflict', { message: `${summons.department}已经应答，什么也没有改变。` });
      draft.put('summons', id, { answeredAt: draft.at, attendee });
      draft.audit(call.name, summons.itemId, `${summons.department} ${attendee}`);
      return null;
    });
    return {};
  },

  'summons.arrive': async (host, { id, attendee }, call) => {
    await writeAs(host, call, async (draft) => {
      const summons = await there(host, id);
      if (summons.arrivedAt !== null) refuse('conflict', { message: `${summons.attendee}已经到场，什么也没有改变。` });
      const who = attendee || summons.attendee;
      const wrong = checkAttendee(who);
      if (wrong) refuse('refused', { message: `${wrong}，尚未保存。`, fields: { attendee: wrong } });
      draft.put('summons', id, { arrivedAt: draft.at, attendee: who, answeredAt: summons.answeredAt ?? draft.at });
      draft.audit(call.name, summons.itemId, `${summons.department} ${who}`);
      return null;
    });
    return {};
  },

  'patrol.add': async (host, { points, note }, call) => {
    await writeAs(host, call, async (draft) => {
      const wanted = (await host.steady.settings()).preparation.points;
      const known = Object.fromEntries(Object.entries(points).filter(([id]) => wanted.some((point) => point.id === id)));
      if (Object.keys(known).length === 0) refuse('refused', { message: '还没有填写任何巡查点的结果，尚未保存。' });
      if (Object.values(known).includes('fault') && note === '')
        refuse('refused', { message: '有巡查点异常，请写明情况，尚未保存。', fields: { note: '请写明异常情况' } });
      const row = { date: host.clock.today(), at: draft.at, staffId: call.actor.staffId ?? '', points: known, note };
      draft.add('patrolRounds', uuid({ msecs: draft.at }), row);
      const gaps = roundGaps(known, wanted);
      draft.audit(call.name, row.date, [gaps || FACILITY_STATE_NAMES.good, note].filter(Boolean).join('；'));
      return null;
    });
    return {};
  },

  'meeting.add': async (host, { date, itemIds, startedAt, hostId, present, note }, call) => {
    await writeAs(host, call, async (draft) => {
      const at = instantAt(date, startedAt);
      if (date !== dayOf(draft.at) || at > draft.at)
        refuse('refused', { message: '短会在召开后登记，尚未保存。', fields: { startedAt: `现在是 ${timeOf(draft.at)}，不能晚于现在` } });
      for (const id of itemIds) {
        const found = await mustPrepare(host, id);
        if (found.item.date !== date) refuse('conflict', { message: '有事项不是这一天的，什么也没有改变。' });
        await noteCompressed(host, draft, found, call);
      }
      const settings = await host.steady.settings();
      const roster = await host.reader.one('rosters', date);
      const expected = (await membersOn(host, settings, date, roster?.posts)).filter(({ post }) => post !== '').map(({ id }) => id);
      const came = [...new Set([hostId, ...present])];
      const absent = expected.filter((id) => !came.includes(id));
      const open = { date, at: draft.at, staffId: call.actor.staffId ?? '', startedAt: at, hostId, itemIds, present: came, absent };
      draft.add('meetings', uuid({ msecs: draft.at }), { ...open, note });
      draft.audit(call.name, `${date} ${startedAt}`, `到会 ${came.length} 人，缺席 ${absent.length} 人`);
      return null;
    });
    return {};
  },
};

async function there({ reader }: Host, id: string): Promise<Opened<'summons'>> {
  const found = (await reader.one('summons', id)) ?? refuse('not-found');
  if (found.unreadable) refuse('damaged');
  return found;
}
