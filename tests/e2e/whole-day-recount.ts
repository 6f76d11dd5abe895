import type { Page } from '@playwright/test';
import type { IncidentRow, IncidentView } from '../../shared/contract/incidents';
import type { InterviewRow } from '../../shared/contract/interviews';
import type { MatterFile } from '../../shared/domain/follow-up';
import type { ForecastView } from '../../shared/domain/forecast';
import type { TimelineEntry } from '../../shared/domain/incident';
import type { PrintJobView } from '../../shared/domain/printing';
import type { FieldEntry } from '../../shared/domain/settings';
import type { VisitDetail } from '../../shared/domain/visit';
import { firstOf } from '../faults/incidents';
import { ask } from './desks';
import { DAY, GUO, LAN } from './whole-day-people';

/** Everything of the day, record by record, as its own screens read it: no figure that the program keeps is among it. */
export interface Records {
  visits: VisitDetail[];
  /** Of the days that the day is compared with. */
  before: VisitDetail[];
  yearBefore: VisitDetail[];
  talks: InterviewRow[];
  matters: MatterFile[];
  incidents: { row: IncidentRow; view: IncidentView; timeline: TimelineEntry[] }[];
  drills: IncidentRow[];
  forecasts: ForecastView[];
  fields: FieldEntry[];
  /** Of whom a leader received. */
  leaderVisits: string[];
  prints: PrintJobView[];
}

export async function recordsOfDay(page: Page): Promise<Records> {
  const rows = await firstOf(page, 'visit.today', {});
  const ids = new Set(rows.map(({ id }) => id));
  for (const { name } of [LAN, GUO]) for (const { id } of (await ask(page, 'search.find', { text: name, limit: 100 })).rows) ids.add(id);
  const all: VisitDetail[] = [];
  for (const id of ids) all.push(await ask(page, 'visit.get', { id }));
  all.sort((a, b) => a.registeredAt - b.registeredAt);
  const on = (day: string): VisitDetail[] => all.filter(({ date, state }) => date === day && state !== 'void');
  const matters: MatterFile[] = [];
  for (const settled of [false, true])
    for (const { matterId } of (await ask(page, 'supervision.matters', { settled, text: '' })).rows) {
      const file = await firstOf(page, 'supervision.matter', { matterId });
      if (file && !matters.some(({ id }) => id === file.id)) matters.push(file);
    }
  const incidents: Records['incidents'] = [];
  for (const row of await firstOf(page, 'incident.list', { drill: false })) {
    const view = await firstOf(page, 'incident.view', { id: row.id });
    const { entries } = await firstOf(page, 'incident.timeline', { id: row.id });
    if (view && dayIn(row.raisedAt) === DAY) incidents.push({ row, view, timeline: entries });
  }
  return {
    visits: on(DAY),
    before: on('2026-11-22'),
    yearBefore: on('2025-11-23'),
    talks: (await firstOf(page, 'interview.board', {})).today,
    matters,
    incidents,
    drills: await firstOf(page, 'incident.list', { drill: true }),
    forecasts: (await firstOf(page, 'forecast.list', { date: DAY })).items.filter(({ state }) => state === 'standing'),
    fields: (await firstOf(page, 'settings.all', {})).fields.entries,
    leaderVisits: (await firstOf(page, 'appointment.list', { from: DAY, to: DAY }))
      .filter(({ kind }) => kind === 'leader')
      .flatMap(({ visitId }) => visitId || []),
    prints: await firstOf(page, 'print.jobs', {}),
  };
}

/** In the hall's zone, eight hours ahead of UTC all the year. */
export const hallTime = (at: number): Date => new Date(at + 8 * 3_600_000);
export const dayIn = (at: number): string => hallTime(at).toISOString().slice(0, 10);
export const clockIn = (at: number): string => hallTime(at).toISOString().slice(11, 16);
export const headsOf = (visits: readonly VisitDetail[]): number => visits.reduce((n, { heads }) => n + heads, 0);
/** Hundredths of a per cent, rounded by whole numbers. */
export const percent = (part: number, whole: number): string => {
  if (whole === 0) return '—';
  const hundredths = Math.floor((20_000 * part + whole) / (2 * whole));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
};

/** Of the same person or in the same matter as a visit before it on the day. */
export const againOnDay = (visits: readonly VisitDetail[]): VisitDetail[] =>
  visits.filter((visit, i) =>
    visits
      .slice(0, i)
      .some(({ matterId, people }) => matterId === visit.matterId || people.some(({ id }) => visit.people.some((each) => each.id === id))),
  );

/** What the unit owes from the talks of the day, and what falls due on it. */
export const promisesFrom = ({ matters }: Records) =>
  matters.flatMap(({ promises }) => promises.filter(({ start, state }) => start.slice(0, 10) === DAY && ['open', 'kept'].includes(state)));
export const promisesDue = ({ matters }: Records) =>
  matters.flatMap(({ promises }) => promises.filter(({ due, state }) => due === DAY && ['open', 'kept'].includes(state)));

/** Real ones, 误报 apart. */
export const realOnes = ({ incidents }: Records) => incidents.filter(({ row }) => !['pending', 'false-alarm'].includes(row.state));
