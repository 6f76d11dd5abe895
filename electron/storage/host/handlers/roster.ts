import { v7 as uuid } from 'uuid';
import { refuse } from '../../../../shared/errors';
import { seatsToday } from '../../../../shared/rules/organisation';
import { checkRoster, standInsOf } from '../../../../shared/rules/roster';
import { addDays, dayOf, isRealDay } from '../../../../shared/rules/time';
import { type Host, writeAs } from '../host';
import { roster } from '../incidents/response-of';
import { seatsOn } from '../organisation/editions';
import { certificatesOn, membersOn } from '../organisation/roster';
import type { LiveHandlers, RequestHandlers } from './types';

/** Nobody plans duty further ahead. */
const DAYS_AHEAD = 62;

/** What was made ahead says who is 当班 only once somebody confirms it on the day. */
export const isConfirmed = ({ at, date }: { at: number; date: string }): boolean => dayOf(at) >= date;

/** 值班: who is on duty on a day, as what, with which papers (plan S04, S09, S14, S19). */
export const rosterLives: Pick<LiveHandlers, 'roster.view' | 'certificate.list'> = {
  'roster.view': (host, { date }) =>
    host.db.reading(async () => {
      const settings = await host.reader.settings();
      const saved = await host.reader.one('rosters', date);
      const members = await membersOn(host, settings, date, saved?.posts);
      const names = new Map((await host.reader.all('staff')).map(({ id, name }) => [id, name]));
      return {
        date,
        members,
        saved: saved
          ? {
              ...{ at: saved.at, staffName: names.get(saved.staffId) ?? '', confirmed: isConfirmed(saved), reason: saved.reason },
              ...{ shortages: saved.shortages, standIns: saved.standIns },
            }
          : null,
      };
    }),
  'certificate.list': (host, { day }) => host.db.reading(async () => certificatesOn(host, await host.reader.settings(), day)),
};

type Names = 'roster.save' | 'certificate.save' | 'certificate.remove';
export const rosterHandlers: Pick<RequestHandlers, Names> = {
  'roster.save': async (host, { date, posts, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const today = host.clock.today();
      if (!isRealDay(date) || date < today || date > addDays(today, DAYS_AHEAD))
        refuse('refused', { message: `只能排今天起 ${DAYS_AHEAD} 天内的班，尚未保存。过去的值班表照原样保留。` });
      const settings = await host.steady.settings();
      const members = await membersOn(host, settings, date, posts);
      const shortages = checkRoster(members, settings.duty.needs, settings.duty.certificates).map(({ sentence }) => sentence);
      const { standIns, away } = await seatsOf(host, date, new Set(Object.keys(posts)));
      const said = [...shortages, ...away];
      if (said.length > 0 && reason === '')
        refuse('refused', { message: '值班力量不足，尚未保存，已排的班仍在。', fields: { reason: '请写明缺额怎样安排，才能继续' } });
      const row = { date, posts, at: draft.at, staffId: call.actor.staffId ?? '', reason, shortages: said, standIns };
      draft.put('rosters', date, row);
      // 当班 is what the other screens go by: who confirms, who is called, who stands in for whom.
      if (date === today)
        for (const { id, onDuty } of await host.reader.all('staff'))
          if (members.some((each) => each.id === id) && onDuty !== (posts[id] !== undefined))
            draft.put('staff', id, { onDuty: posts[id] !== undefined });
      draft.audit(call.name, date, [...said, ...standIns.map(standInWords), reason].filter(Boolean).join('；'));
      return null;
    });
    return {};
  },

  'certificate.save': (host, { id: known, ...input }, call) =>
    writeAs(host, call, async (draft) => {
      const staff = (await host.reader.one('staff', input.staffId)) ?? refuse('not-found');
      const before = known ? ((await host.reader.one('certificates', known)) ?? refuse('not-found')) : undefined;
      const { certificates } = (await host.steady.settings()).duty;
      const kind = certificates.find(({ key }) => key === input.kind);
      const wrong = !kind
        ? { kind: '请选择证件种类' }
        : isRealDay(input.expires)
          ? await usedTwice(host, input, before?.id)
          : { expires: '没有这一天，请核对日期' };
      if (Object.keys(wrong).length > 0) refuse('refused', { message: '证件填写有误，尚未保存。请按提示修改。', fields: wrong });
      const id = before?.id ?? uuid({ msecs: draft.at });
      draft.put('certificates', id, { ...input, removed: false, reason: '' });
      draft.audit(call.name, `${staff.name} ${kind?.name ?? ''}`, `${input.number} 至 ${input.expires}`);
      return { id };
    }),

  'certificate.remove': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const found = (await host.reader.one('certificates', id)) ?? refuse('not-found');
      const names = await host.steady.staffNames();
      draft.put('certificates', id, { removed: true, reason });
      draft.audit(call.name, names.get(found.staffId) ?? '', reason);
      return null;
    });
    return {};
  },
};

/** One paper is one person's: the same number of the same kind stands once. */
async function usedTwice(host: Host, { kind, number }: { kind: string; number: string }, id?: string): Promise<Record<string, string>> {
  const other = (await host.reader.all('certificates')).find(
    (each) => each.kind === kind && each.number === number && !each.removed && each.id !== id,
  );
  if (!other) return {};
  return { number: `这个编号已登记给${(await host.steady.staffNames()).get(other.staffId) ?? '另一人'}` };
}

/** Heads and deputies of that day, as the roster being saved makes them present or not (plan S02). */
async function seatsOf(host: Host, date: string, onDuty: ReadonlySet<string>) {
  const seats = (await seatsOn(host, date)).filter(({ kind }) => kind !== 'member');
  const people = await roster(host);
  const then = new Map([...people].map(([id, person]) => [id, { ...person, onDuty: onDuty.has(id) }]));
  const { standIns, open } = standInsOf(seats, seatsToday(seats, then));
  return { standIns, away: open.map(({ seat, insteadOf }) => `${seat}${insteadOf}不在岗，没有可联系的代理人`) };
}
const standInWords = ({ seat, person, insteadOf }: { seat: string; person: string; insteadOf: string }): string =>
  `${seat}${insteadOf}不在岗，由${person}代理`;
