import type { ForecastGrade } from '../../../../shared/domain/forecast';
import { gradeClock } from '../../../../shared/rules/forecast-clock';
import { incidentPicture } from '../../../../shared/rules/incident-picture';
import { nothingWalked } from '../../../../shared/statistics/facts-of-period';
import { countedOf } from '../day-figures';
import type { Host } from '../host';
import { entriesOf } from '../incidents/incident-entries';
import type { StoredRow } from '../stored';
import { rowsOfDay } from './rows-of-day';
import type { Part } from './walk';

/** 30 分钟研判 by the clocks as they are set now, and 命中: a warned visit that was in a real incident of its day. */
export function walkForecasts(host: Host, days: readonly string[], lists: Map<string, readonly string[]>): Part {
  const { analysis, warned } = nothingWalked();
  const analysed: string[] = [];
  const hits: Record<ForecastGrade, string[]> = { general: [], attention: [], high: [] };
  return {
    pieces: days.map((day) => async () => {
      const { forecast } = await host.steady.settings();
      const items = (await rowsOfDay(host, 'forecastItems', day)).filter((row) => countedOf('forecastItems', row) !== null);
      const inIncidents = await visitsInIncidents(host, day);
      for (const item of items) {
        const clock = gradeClock(item as unknown as Parameters<typeof gradeClock>[0], host.clock.now(), forecast);
        if (clock !== 'running') {
          analysed.push(item.id);
          if (clock === 'in-time') analysis.inTime += 1;
          else analysis.late += 1;
        }
        if (!item.matterId && !item.personId) continue;
        const grade = (item.grade || item.suggested) as ForecastGrade;
        warned[grade].linked += 1;
        if (!inIncidents.some((visit) => isOf(visit, item))) continue;
        warned[grade].hit += 1;
        hits[grade].push(item.id);
      }
    }),
    tell: (into) => {
      lists.set('analysed', analysed);
      for (const [grade, ids] of Object.entries(hits)) lists.set(`hit:${grade}`, ids);
      Object.assign(into, { analysis, warned });
    },
  };
}

const isOf = (visit: StoredRow, { matterId, personId }: StoredRow): boolean =>
  (Boolean(matterId) && visit.matterId === matterId) ||
  (Boolean(personId) && ((visit.personIds as string[]) ?? []).includes(String(personId)));

/** Visits of the day that a real incident of the day names. */
async function visitsInIncidents(host: Host, day: string): Promise<StoredRow[]> {
  const rows = (await rowsOfDay(host, 'incidents', day)).filter((row) => (countedOf('incidents', row)?.figures.incidents ?? 0) > 0);
  const named: string[] = [];
  for (const incident of await host.reader.open('incidents', rows))
    named.push(...incidentPicture(await entriesOf(host, incident.id), incident.plan).visitIds);
  const visits = await host.db.rows('visits').bulkGet([...new Set(named)]);
  return visits.filter((row) => row !== undefined && row.date === day) as StoredRow[];
}
