import { v7 as uuid } from 'uuid';
import { type DayEndView, SELF_CHECK_NAMES } from '../../../../shared/domain/day-end';
import { isDueNext } from '../../../../shared/rules/day-end';
import { dayEndStands, reportIsBehind } from '../../../../shared/rules/day-standing';
import { dueGroup } from '../../../../shared/rules/follow-up';
import { isRight } from '../../../../shared/rules/promises';
import { addDays } from '../../../../shared/rules/time';
import { unitCalendar } from '../../../../shared/rules/working-days';
import { type Host, writeAs } from '../host';
import { runningIncidents } from '../incidents/running';
import { runningTalks } from '../interviews/running-talks';
import { dayWork } from '../reports/day-work';
import { openVisits } from '../visits/open-visits';
import type { InternalHandlers, LiveHandlers } from './types';

type Handlers = Pick<
  InternalHandlers,
  'internal.selfCheck.seen' | 'internal.selfCheck.facts' | 'internal.dayEnd.facts' | 'internal.dayEnd.close'
>;

/** What the storage host knows of a day's beginning and its end; the rest the main process adds. */
export const dayEndHandlers: Handlers = {
  'internal.selfCheck.seen': async (host, { items }, call) => {
    const red = items.filter(({ level }) => level === 'bad');
    const staffId = call.actor.staffId ?? '';
    if (red.length === 0 || staffId === '') return null;
    await writeAs(host, call, async (draft) => {
      const date = host.clock.today();
      const before = await seenToday(host, date);
      if (before.some((row) => row.staffId === staffId)) return {};
      const words = red.map(({ text }) => text);
      draft.add('selfChecks', uuid(), { date, deskCode: host.deskCode, at: draft.at, staffId, red: red.map(({ key }) => key), words });
      draft.audit(call.name, red.map(({ key }) => SELF_CHECK_NAMES[key]).join('、'), words.join('；').slice(0, 400));
      return {};
    });
    return null;
  },

  'internal.selfCheck.facts': (host) =>
    host.db.reading(async () => {
      const rows = await seenToday(host, host.clock.today());
      const names = await host.reader.some(
        'staff',
        rows.map(({ staffId }) => staffId),
      );
      return {
        lastWrite: host.writer.state.at,
        seen: rows.map(({ staffId, at, red }) => ({ name: names.get(staffId)?.name ?? '', at, red: [...red] })),
      };
    }),

  'internal.dayEnd.facts': (host) => host.db.reading(() => facts(host)),

  'internal.dayEnd.close': async (host, { skipped }, call) => {
    await writeAs(host, call, async (draft) => {
      const row = { date: host.clock.today(), deskCode: host.deskCode, at: draft.at, staffId: call.actor.staffId ?? '' };
      draft.add('dayEnds', uuid(), { ...row, skipped });
      draft.audit(
        call.name,
        row.date,
        skipped
          .map(({ key, reason }) => `${key}：${reason}`)
          .join('；')
          .slice(0, 400),
      );
      return {};
    });
    return null;
  },
};

/** Of a day that was never ended nothing more is read than that; it is asked again after every save. */
export const dayStandingLives: Pick<LiveHandlers, 'day.standing'> = {
  'day.standing': (host) =>
    host.db.reading(async () => {
      const date = host.clock.today();
      const opened = (await host.db.rows('openings').where('date').equals(date).count()) > 0;
      const endings = await host.reader.open('dayEnds', await ofToday(host, 'dayEnds', date));
      const work = endings.length > 0 ? await dayWork(host, date) : [];
      const { ended, reopened } = dayEndStands(endings, work, host.deskCode);
      const name = reopened ? ((await host.reader.one('staff', reopened.last.staffId))?.name ?? '') : '';
      return { opened, ended: ended !== null, reopened: reopened && { ...counted(reopened), name } };
    }),
};

const counted = ({ endedAt, visits, talks }: { endedAt: number; visits: number; talks: number }) => ({ endedAt, visits, talks });

const ofToday = (host: Host, table: 'selfChecks' | 'dayEnds' | 'handOvers', date: string) =>
  host.db.rows(table).where('[deskCode+date]').equals([host.deskCode, date]).toArray();

async function seenToday(host: Host, date: string) {
  return (await host.reader.open('selfChecks', await ofToday(host, 'selfChecks', date))).sort((a, b) => a.at - b.at);
}

async function facts(host: Host) {
  const { db, reader, clock } = host;
  const date = clock.today();
  const calendar = unitCalendar((await reader.settings()).calendar);
  const owed = await db
    .rows('promises')
    .where('[state+due]')
    .between(['open', ''], ['open', addDays(date, 14)], true, true)
    .filter(({ code }) => !isRight(String(code)))
    .toArray();
  const soon = owed.filter(({ due }) => dueGroup(String(due), date, calendar).group !== 'later');
  const reports = await db.rows('dayReports').where('date').equals(date).toArray();
  const closings = (await reader.open('dayEnds', await ofToday(host, 'dayEnds', date))).sort((a, b) => a.at - b.at);
  const handOvers = (await reader.open('handOvers', await ofToday(host, 'handOvers', date))).sort((a, b) => a.at - b.at);
  const names = new Map((await reader.all('staff')).map(({ id, name }) => [id, name]));
  const work = await dayWork(host, date);
  const { ended, reopened } = dayEndStands(closings, work, host.deskCode);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const closed: DayEndView['closed'] = ended && { at: ended.at, name: nameOf(ended.staffId), skipped: ended.skipped };
  return {
    date,
    cards: (await openVisits(host)).length,
    talks: (await runningTalks(host)).length,
    incidents: (await runningIncidents(host)).length,
    dueSoon: soon.length,
    dueNext: owed.filter(({ due }) => isDueNext(String(due), date, calendar)).length,
    closed,
    reopened: reopened && { ...counted(reopened), name: nameOf(reopened.last.staffId) },
    reportBehind: reportIsBehind(reports as unknown as { at: number }[], work),
    handOvers: handOvers.map(({ id, at, giverId, takerId }) => ({
      ...{ id, date, at },
      giverName: names.get(giverId) ?? '',
      takerName: names.get(takerId) ?? '',
    })),
    reports: (await reader.open('dayReports', reports))
      .sort((a, b) => a.at - b.at)
      .map(({ id, at, staffId, edition }) => ({ id, at, edition, name: names.get(staffId) ?? '' })),
  };
}
