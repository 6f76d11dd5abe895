import { v7 as uuid } from 'uuid';
import type { IncidentView } from '../../../shared/contract/incidents';
import type { EntryInput, TimelineEntry } from '../../../shared/domain/incident';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import { actor, type Desk, staffIds } from './desk';
import { first } from './lives';

export const GUARD = actor(staffIds.guard, 'guard');
export const COORDINATOR = actor(staffIds.clerk, 'coordinator');
export const NOBODY = { staffId: null, roles: [], deskCode: '01' };

/** F9, as the main process takes it; nobody is signed in unless it is said who. */
export async function raise(desk: Desk, { id = uuid(), elapsed = 0, staffId = null as string | null, raisedAt = Date.now() } = {}) {
  await desk.internal('internal.alarm.raise', { id, raisedAt, elapsed }, staffId);
  return id;
}
export const send = (desk: Desk, id: string, code: IncidentCode | '' = '', how: 'chosen' | 'by-itself' | 'after-restart' = 'chosen') =>
  desk.internal('internal.alarm.send', { id, code, how });

/** An alarm that is out. */
export async function incident(desk: Desk, code: IncidentCode | '' = 'E03', more: Parameters<typeof raise>[1] = {}): Promise<string> {
  const id = await raise(desk, more);
  await send(desk, id, code);
  return id;
}

export const add = (desk: Desk, id: string, entry: EntryInput, by = GUARD, requestId: string = uuid()) =>
  desk.request('incident.add', { requestId, id, entry }, by);
export async function refusedAdd(desk: Desk, id: string, entry: EntryInput, by = GUARD): Promise<string> {
  const result = await desk.try('incident.add', { requestId: uuid(), id, entry }, by);
  return result.ok ? '' : result.error.message;
}
export const note = (text: string): EntryInput => ({ kind: 'note', text });

/** Through every end to 结案. */
export async function close(desk: Desk, id: string): Promise<void> {
  await add(desk, id, { kind: 'controlled', text: '' });
  await add(desk, id, { kind: 'lifted', reason: '人已离开' });
  await add(desk, id, { kind: 'whereabouts', people: '已离开', items: '', evidence: '' });
  await add(desk, id, { kind: 'closed', reason: '其余步骤不需要' });
}

export async function view(desk: Desk, id: string): Promise<IncidentView> {
  const found = await first(desk, 'incident.view', { id }, GUARD);
  if (!found) throw new Error('no such incident');
  return found;
}
export const running = (desk: Desk) => first(desk, 'alarm.running', {}, GUARD);
export const list = (desk: Desk, drill: boolean) => first(desk, 'incident.list', { drill, limit: 50 }, GUARD);
export const lines = async (desk: Desk, id: string): Promise<TimelineEntry[]> =>
  (await first(desk, 'incident.timeline', { id, limit: 300 }, GUARD)).entries;
export const words = async (desk: Desk, id: string): Promise<string[]> => (await lines(desk, id)).map(({ text }) => text);
export const clock = async (desk: Desk, id: string): Promise<number> => (await desk.request('incident.clock', { id }, NOBODY)).elapsed;
