import Dexie from 'dexie';
import type { Host } from '../host';
import type { StoredRow } from '../stored';

/* n of 「补打 n」: the jobs before it. */

/** One cancelled before the spooler had it put nothing on paper. */
const reachedPaper = ({ state, spoolerJob }: StoredRow): boolean => state !== 'cancelled' || Boolean(spoolerJob);
/** Names stand inside the seal: so many of the newest are opened. */
const LOOKED_AT = 200;

/** Papers of one kind of a visit. */
export async function timesPrinted({ db }: Host, visitId: string, kind: string): Promise<number> {
  const jobs = await db.rows('printJobs').where('visitId').equals(visitId).toArray();
  return jobs.filter((job) => job.kind === kind && reachedPaper(job)).length;
}

/** Papers of one name of a visit. */
export async function timesNamed(host: Host, visitId: string, label: string): Promise<number> {
  return countNamed(host, await host.db.rows('printJobs').where('visitId').equals(visitId).toArray(), label);
}

/** Papers of one kind and name of an incident; without one of the hall itself. */
export async function timesOfHall(host: Host, kind: string, label: string, incidentId?: string): Promise<number> {
  const newest = host.db.rows('printJobs').where('[kind+createdAt]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).reverse();
  return countNamed(
    host,
    await newest
      .filter((row) => row.incidentId === incidentId)
      .limit(LOOKED_AT)
      .toArray(),
    label,
  );
}

async function countNamed({ reader }: Host, rows: readonly StoredRow[], label: string): Promise<number> {
  return (await reader.open('printJobs', rows.filter(reachedPaper))).filter((job) => job.label === label).length;
}
