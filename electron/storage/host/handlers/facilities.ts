import { v7 as uuid } from 'uuid';
import { FACILITY_STATE_NAMES } from '../../../../shared/domain/duty';
import { refuse } from '../../../../shared/errors';
import { checkFacilityAnswer, holdsOpening, leftOpen } from '../../../../shared/rules/facilities';
import { writeAs } from '../host';
import { facilityDay } from '../organisation/facilities';
import type { LiveHandlers, RequestHandlers } from './types';

/** 设施开场检查 and 开场 (plan S20). Nothing of it keeps anybody from being registered: registration is a duty. */
export const facilityLives: Pick<LiveHandlers, 'facility.day'> = {
  'facility.day': (host, { date }) =>
    host.db.reading(async () => {
      const settings = await host.reader.settings();
      const names = new Map((await host.reader.all('staff')).map(({ id, name }) => [id, name]));
      return facilityDay(host, settings, date, names);
    }),
};

export const facilityHandlers: Pick<RequestHandlers, 'facility.answer' | 'facility.open'> = {
  'facility.answer': async (host, { itemId, state, note }, call) => {
    await writeAs(host, call, async (draft) => {
      const { facilities } = (await host.steady.settings()).duty;
      const item = facilities.find(({ id }) => id === itemId) ?? refuse('not-found');
      const wrong = checkFacilityAnswer(state, note);
      if (wrong) refuse('refused', { message: `${wrong}，尚未保存。`, fields: { note: wrong } });
      const staffId = call.actor.staffId ?? '';
      draft.add('facilityChecks', uuid({ msecs: draft.at }), { date: host.clock.today(), itemId, state, at: draft.at, staffId, note });
      draft.audit(call.name, item.name, [FACILITY_STATE_NAMES[state], note].filter(Boolean).join('：'));
      return null;
    });
    return {};
  },

  'facility.open': async (host, { reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const date = host.clock.today();
      const day = await facilityDay(host, await host.steady.settings(), date, await host.steady.staffNames());
      if (day.opening) refuse('conflict', { message: `今天已由${day.opening.staffName}开场，什么也没有改变。` });
      const held = holdsOpening(day.rows);
      if (held.length > 0 && reason === '')
        refuse('refused', {
          message: `${held.map(({ name }) => name).join('、')}没有检查正常，尚未开场。`,
          fields: { reason: '请写明为什么仍要开场、采取了什么措施' },
        });
      const left = leftOpen(day.rows);
      const staffId = call.actor.staffId ?? '';
      draft.add('openings', uuid({ msecs: draft.at }), { date, at: draft.at, staffId, reason, left });
      draft.audit(call.name, date, [...left, reason].filter(Boolean).join('；'));
      return null;
    });
    return {};
  },
};
