import type { HallNow } from '../../../shared/contract/visits';
import type { FlowAct, QueueRow } from '../../../shared/domain/hall';
import type { Result } from '../../../shared/result';
import { actor, CLERK, type Desk, staffIds } from './desk';

export const COORDINATOR = actor(staffIds.clerk, 'coordinator');

/** The first answer of a live query. */
export function now<T>(desk: Desk, name: 'queue.list' | 'queue.lost' | 'hall.now' | 'hall.screen'): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(name, (result: Result<unknown>) => {
      queueMicrotask(() => stop());
      if (result.ok) resolve(result.value as T);
      else reject(new Error(result.error.message));
    });
  });
}
export const queue = (desk: Desk): Promise<QueueRow[]> => now(desk, 'queue.list');
export const hallNow = (desk: Desk): Promise<HallNow> => now(desk, 'hall.now');

export async function rowOf(desk: Desk, id: string): Promise<QueueRow> {
  const rows = [...(await queue(desk)), ...(await now<QueueRow[]>(desk, 'queue.lost'))];
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Error(`${id} is not in the hall`);
  return row;
}

/** An act as a screen does it: with the state that it shows. */
export async function act(desk: Desk, id: string, what: FlowAct): Promise<void> {
  const visit = await desk.request('visit.get', { id }, CLERK);
  await desk.request('visit.act', { id, from: visit.state, act: what }, CLERK);
}
export async function refusal(desk: Desk, id: string, what: FlowAct): Promise<string> {
  const visit = await desk.request('visit.get', { id }, CLERK);
  const result = await desk.try('visit.act', { id, from: visit.state, act: what }, CLERK);
  return result.ok ? '' : result.error.message;
}
export const guide = { act: 'guide', areaId: 'w1', guideId: '' } as const;
