import { v7 as uuid } from 'uuid';
import type { InternalRequests } from '../../../electron/storage/internal';
import type { BriefingView } from '../../../shared/domain/briefing';
import type { Result } from '../../../shared/result';
import { actor, type Desk, staffIds } from './desk';
import { first } from './lives';

export const DRAFTER = actor(staffIds.clerk, 'registrar');
export const REVIEWER_ID = staffIds.guard;
export const SIGNER_ID = staffIds.talker;

/** Those who review and sign, with the rights for it. */
export async function giveRights(desk: Desk): Promise<void> {
  for (const [id, name, role] of [
    [REVIEWER_ID, '钱协调', 'coordinator'],
    [SIGNER_ID, '李领导', 'leader'],
  ] as const)
    await desk.internal('internal.saveStaff', {
      staff: { id, name, roles: [role], phone: '', qualifications: ['mass-work'], active: true, onDuty: true },
    });
}

export const today = async (desk: Desk): Promise<string> => (await desk.internal('internal.dayEnd.facts', null)).date;
export async function create(desk: Desk, visitIds: string[] = []): Promise<string> {
  return (await desk.request('briefing.create', { requestId: uuid(), date: await today(desk), visitIds }, DRAFTER)).id;
}
export async function view(desk: Desk, id: string): Promise<BriefingView> {
  const found = await first(desk, 'briefing.view', { id }, DRAFTER);
  if (!found) throw new Error('no such briefing');
  return found;
}
export async function submit(desk: Desk, id: string): Promise<void> {
  await desk.request('briefing.submit', { requestId: uuid(), id, edition: (await view(desk, id)).edition }, DRAFTER);
}
type Deciding = Partial<InternalRequests['internal.briefing.decide']['input']>;
/** As the main process does once a PIN was right. */
export const decide = (desk: Desk, id: string, over: Deciding = {}, requestId: string = uuid()) =>
  desk.call(
    'internal.briefing.decide',
    { id, step: 'review', verdict: 'approve', reason: '', signerId: REVIEWER_ID, ...over },
    DRAFTER,
    requestId,
  ) as Promise<Result<{ number: string }>>;
export const sign = (desk: Desk, id: string, over: Deciding = {}) => decide(desk, id, { step: 'sign', signerId: SIGNER_ID, ...over });
/** From its beginning to its number. */
export async function issue(desk: Desk, visitIds: string[] = []): Promise<{ id: string; number: string }> {
  const id = await create(desk, visitIds);
  await submit(desk, id);
  await decide(desk, id);
  const signed = await sign(desk, id);
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  return { id, number: signed.value.number };
}
