import { callList } from '../../../../shared/rules/incident-calls';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { reportClocks } from '../../../../shared/rules/report-clocks';
import { arrivedLate, reportedLate } from '../../../../shared/statistics/incident-lateness';
import { countedOf } from '../day-figures';
import type { Host } from '../host';
import { entriesOf } from '../incidents/incident-entries';
import { reportsOf } from '../incidents/paper-facts';
import { roster } from '../incidents/response-of';
import type { Opened } from '../tables';
import { rowsOfDay } from './rows-of-day';
import type { Part } from './walk';

/** 到场超时 and 报告超时 are told by the timelines, which are sealed: every real incident of the period is opened. */
export function walkIncidents(host: Host, days: readonly string[], lists: Map<string, readonly string[]>): Part {
  const arrivals: string[] = [];
  const reports: string[] = [];
  return {
    pieces: days.map((day) => async () => {
      const rows = (await rowsOfDay(host, 'incidents', day)).filter((row) => (countedOf('incidents', row)?.figures.incidents ?? 0) > 0);
      if (rows.length === 0) return;
      const staff = await roster(host);
      const settings = await host.steady.settings();
      for (const incident of await host.reader.open('incidents', rows)) {
        const late = await lateness(host, incident, settings, staff);
        if (late.arrival) arrivals.push(incident.id);
        if (late.report) reports.push(incident.id);
      }
    }),
    tell: (into) => {
      lists.set('late-arrivals', arrivals);
      lists.set('late-reports', reports);
      Object.assign(into, { lateArrivals: arrivals.length, lateReports: reports.length });
    },
  };
}

async function lateness(
  host: Host,
  incident: Opened<'incidents'>,
  { emergency, unit }: Awaited<ReturnType<Host['steady']['settings']>>,
  staff: Awaited<ReturnType<typeof roster>>,
): Promise<{ arrival: boolean; report: boolean }> {
  const entries = await entriesOf(host, incident.id);
  const picture = incidentPicture(entries, incident.plan);
  // An ended one is judged by the posts and limits of its own day.
  const own = incident.response ?? emergency;
  const given = await reportsOf(host, incident.id);
  // The incident's clock may have been ahead of the wall's.
  const now = Math.max(host.clock.now() - incident.raisedAt, entries.at(-1)?.elapsed ?? 0);
  const elapsedOf = (reportId: string, at: number): number =>
    entries.find(({ data }) => data.kind === 'report' && data.reportId === reportId)?.elapsed ?? at - incident.raisedAt;
  const reports = given.map(({ id, kind, at }) => ({ kind, elapsed: elapsedOf(id, at) }));
  const calls = callList(picture, incident.plan, own, staff, unit.unitType);
  return {
    arrival: arrivedLate(calls, entries, picture.liftedAt ?? now),
    report: reportedLate(reportClocks({ ...picture, reports }, own), now),
  };
}
