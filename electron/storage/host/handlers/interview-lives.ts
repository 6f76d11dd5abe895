import type { InterviewRow } from '../../../../shared/contract/interviews';
import { refuse } from '../../../../shared/errors';
import { mayApprove } from '../../../../shared/rules/team';
import type { Actor } from '../../protocol';
import type { Host } from '../host';
import { runningTalks, untidiedTalks } from '../interviews/running-talks';
import { mayKnow } from '../interviews/secrecy';
import { teamForVisit } from '../preparation/team-for-visit';
import type { StoredRow } from '../stored';
import { interviewRows, interviewView } from '../views/interview-view';
import { notesBefore, noteViews } from '../views/note-view';
import { roomBoard } from '../views/room-board';
import { openVisits } from '../visits/open-visits';
import { groupOf } from './people-group';
import { visitsWith } from './people-records';
import type { LiveHandlers, RequestHandlers } from './types';

/** What is shown of interviews and changes by itself. */
export const interviewLives: Pick<LiveHandlers, 'interview.board' | 'interview.get' | 'interview.notes'> = {
  'interview.board': (host, _input, actor) =>
    host.db.reading(async () => {
      const { db, reader, clock } = host;
      const today = await reader.open('interviews', await db.rows('interviews').where('date').equals(clock.today()).toArray());
      const visits = await reader.open('visits', await openVisits(host));
      const { hall } = await reader.settings();
      const board = await roomBoard(host, {
        hall,
        visits,
        running: await runningTalks(host),
        untidied: await untidiedTalks(host),
      });
      const shown = today.filter((each) => each.state !== 'cancelled').sort((a, b) => b.startedAt - a.startedAt);
      return { ...board, today: await interviewRows(host, shown, actor) };
    }),

  'interview.get': (host, { id }, actor) =>
    host.db.reading(async () => {
      const interview = await host.reader.one('interviews', id);
      if (!interview || interview.unreadable) return null;
      const matter = await host.reader.one('matters', interview.matterId);
      return matter && mayKnow(matter, actor) ? interviewView(host, interview) : null;
    }),

  'interview.notes': (host, { id, limit }, actor) =>
    host.db.reading(async () => {
      const interview = await host.reader.one('interviews', id);
      const matter = interview && (await host.reader.one('matters', interview.matterId));
      if (!matter || !mayKnow(matter, actor)) return { notes: [], total: 0 };
      const stored = await notesBefore(host, id, Number.POSITIVE_INFINITY, limit);
      return { notes: await noteViews(host, stored), total: stored.length === 0 ? 0 : Number(stored.at(-1)?.n) + 1 };
    }),
};

export const interviewListHandlers: Pick<
  RequestHandlers,
  'interview.people' | 'interview.preparedTeam' | 'interview.ofVisit' | 'interview.ofPerson' | 'interview.mine'
> = {
  'interview.mine': async (host, _input, { actor }) => {
    const mine = (await runningTalks(host))
      .filter((row) => row.deskCode === host.deskCode)
      .filter(({ team }) => [team.recorder, team.lead, team.observer, ...team.others].includes(actor.staffId ?? ''))
      .sort((a, b) => b.startedAt - a.startedAt)[0];
    return mine ? { id: mine.id } : null;
  },

  'interview.people': async ({ reader }) => {
    const staff = (await reader.all('staff')).filter((each) => each.active);
    return staff
      .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.createdAt - b.createdAt || a.id.localeCompare(b.id))
      .map((each) => ({
        id: each.id,
        name: each.name,
        onDuty: each.onDuty,
        qualifications: each.qualifications,
        mayApprove: mayApprove(each),
      }));
  },
  'interview.preparedTeam': (host, { visitId }) => host.db.reading(() => teamForVisit(host, visitId)),
  'interview.ofVisit': async (host, { visitId }, { actor }) => {
    const stored = await host.db.rows('interviews').where('visitId').equals(visitId).toArray();
    return newestTalks(host, stored, actor);
  },

  'interview.ofPerson': async (host, { personId }, { actor }) => {
    const visits = (await visitsWith(host, await groupOf(host, personId))).map(({ id }) => id);
    return newestTalks(host, await host.db.rows('interviews').where('visitId').anyOf(visits).toArray(), actor);
  },
};

const TALKS_AT_MOST = 50;

async function newestTalks(host: Host, stored: readonly StoredRow[], actor: Actor): Promise<InterviewRow[]> {
  const shown = stored.filter(({ state }) => state !== 'cancelled').sort((a, b) => Number(b.startedAt) - Number(a.startedAt));
  const rows = await host.reader.open('interviews', shown.slice(0, TALKS_AT_MOST));
  if (rows.some((row) => row.unreadable)) refuse('damaged');
  return interviewRows(host, rows, actor);
}
