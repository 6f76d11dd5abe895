import { RUNNING_STATES } from '../../../../shared/domain/incident';
import { refuse } from '../../../../shared/errors';
import type { Host } from '../host';
import type { Opened } from '../tables';

/** Incidents that are not over, newest first; drills too. */
export async function runningIncidents({ db, reader }: Host): Promise<Opened<'incidents'>[]> {
  const rows = await db
    .rows('incidents')
    .where('state')
    .anyOf([...RUNNING_STATES])
    .toArray();
  return (await reader.open('incidents', rows)).sort((a, b) => b.raisedAt - a.raisedAt);
}

/** @throws Refusal `not-found` */
export const mustFind = async ({ reader }: Host, id: string): Promise<Opened<'incidents'>> =>
  (await reader.one('incidents', id)) ?? refuse('not-found', { message: '没有找到这次报警，请从列表重新选择。' });
