import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { COMPRESSED, planSteps } from '../../../../shared/rules/preparation';
import { checkPrepTeam } from '../../../../shared/rules/preparation-settled';
import { roomsFor } from '../../../../shared/rules/rooms-for';
import { writeAs } from '../host';
import { noteCompressed } from '../preparation/compressed';
import { mustPrepare } from '../preparation/day-items';
import { preparationDay } from '../preparation/preparation-day';
import type { LiveHandlers, RequestHandlers } from './types';

export const preparationLives: Pick<LiveHandlers, 'preparation.day'> = {
  'preparation.day': (host, { date }) => host.db.reading(() => preparationDay(host, date)),
};

type Names = 'preparation.begin' | 'preparation.step' | 'preparation.room' | 'preparation.team';
/** The checklist of a matter of 关注 and above, worked off (plan S34, S37, S38, S41). */
export const preparationHandlers: Pick<RequestHandlers, Names> = {
  'preparation.begin': async (host, { itemId }, call) => {
    await writeAs(host, call, async (draft) => {
      const steps = await noteCompressed(host, draft, await mustPrepare(host, itemId), call);
      if (steps.length === 0) refuse('conflict', { message: '准备时间足够，不需要按压缩流程执行，什么也没有改变。' });
      draft.audit(call.name, itemId, `${COMPRESSED}：${steps.join('、')}`);
      return null;
    });
    return {};
  },

  'preparation.step': async (host, { itemId, step: key, act, note }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = await mustPrepare(host, itemId);
      const { item, grade, knownAt } = found;
      const { preparation } = await host.steady.settings();
      const planned = planSteps({ grade, plannedAt: item.plannedAt, knownAt }, preparation).find(({ step }) => step.key === key);
      if (!planned) refuse('conflict', { message: '这一事项没有这个步骤，清单可能刚被修改。请看最新清单。' });
      const { step, compressed } = planned;
      // Every other kind is settled by what it asks for, never by a tick (plan S35: with a name and a time).
      if (act === 'done' && step.kind !== 'plain')
        refuse('refused', { message: `「${step.name}」不能直接打勾，请填写它要求的内容。`, fields: {} });
      if (act === 'omitted') {
        if (!step.mayOmit || !compressed)
          refuse('refused', { message: `「${step.name}」不能省略：只有准备时间不足时，可省的步骤才能省略。` });
        if (note === '') refuse('refused', { message: '请写明为什么省略，尚未保存。', fields: { note: '请写明为什么省略' } });
      }
      await noteCompressed(host, draft, found, call);
      const open = { itemId, date: item.date, at: draft.at, staffId: call.actor.staffId ?? '', deskCode: host.deskCode };
      draft.add('preparationActs', uuid({ msecs: draft.at }), { ...open, act, step: key, steps: [], note });
      draft.audit(call.name, itemId, [step.name, { done: '完成', omitted: '省略', reopened: '撤回' }[act], note].filter(Boolean).join(' '));
      return null;
    });
    return {};
  },

  'preparation.room': async (host, { itemId, needs, roomId, items }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = await mustPrepare(host, itemId);
      const { hall, preparation } = await host.steady.settings();
      const room = hall.rooms.find(({ id }) => id === roomId);
      if (!room) refuse('refused', { message: '请选择接访室，尚未保存。', fields: { roomId: '请选择接访室' } });
      if (!roomsFor(needs, hall.rooms).includes(room))
        refuse('refused', {
          message: '行动不便的来访人须安排轮椅可进的接访室，尚未保存。',
          fields: { roomId: '这一间轮椅进不去，请另选' },
        });
      await noteCompressed(host, draft, found, call);
      const roomItems = preparation.roomItems.map(({ id }) => id).filter((id) => items.includes(id));
      const set = { needs, roomId, roomItems, roomAt: draft.at, roomBy: call.actor.staffId ?? '' };
      draft.put('preparations', itemId, { date: found.item.date, ...set });
      draft.audit(call.name, itemId, `${room.name} ${roomItems.length}/${preparation.roomItems.length}`);
      return null;
    });
    return {};
  },

  'preparation.team': async (host, { itemId, ...team }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = await mustPrepare(host, itemId);
      const names = await host.steady.staffNames();
      const named = (id: string): string => names.get(id) ?? '';
      const fields = checkPrepTeam(team, named);
      if (Object.keys(fields).length > 0) refuse('refused', { message: '主谈、记录、观察须为三个不同的人，尚未保存。', fields });
      const active = new Set((await host.reader.all('staff')).filter(({ active }) => active).map(({ id }) => id));
      const gone = (['lead', 'recorder', 'observer'] as const).filter((role) => !active.has(team[role]));
      if (gone.length > 0)
        refuse('refused', {
          message: '所选人员已停用，尚未保存。',
          fields: Object.fromEntries(gone.map((role) => [role, '请选择在用人员'])),
        });
      await noteCompressed(host, draft, found, call);
      const set = { ...team, teamAt: draft.at, teamBy: call.actor.staffId ?? '' };
      draft.put('preparations', itemId, { date: found.item.date, ...set });
      draft.audit(call.name, itemId, `主谈 ${named(team.lead)}、记录 ${named(team.recorder)}、观察 ${named(team.observer)}`);
      return null;
    });
    return {};
  },
};
