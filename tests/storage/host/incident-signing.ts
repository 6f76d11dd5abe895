import { v7 as uuid } from 'uuid';
import type { InternalRequests } from '../../../electron/storage/internal';
import type { EntryInput } from '../../../shared/domain/incident';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import type { Result } from '../../../shared/result';
import { actor, CLERK, type Desk, staffIds } from './desk';

/** Whose PIN signs in these tests: the main process has looked at the role before. */
export const LEADER_ID = staffIds.talker;
export const ANALYST = actor(staffIds.admin, 'analyst');

/** An alarm that was raised and sent out, as the main process does it. */
export async function alarm(desk: Desk, code: IncidentCode = 'E08'): Promise<string> {
  const id = uuid();
  await desk.internal('internal.alarm.raise', { id, raisedAt: Date.now() + desk.disk.clockOffsetMs, elapsed: 0 }, staffIds.clerk);
  await desk.internal('internal.alarm.send', { id, code, how: 'chosen' }, staffIds.clerk);
  return id;
}

export const add = (desk: Desk, id: string, entry: EntryInput) => desk.request('incident.add', { requestId: uuid(), id, entry }, CLERK);

export const lift = async (desk: Desk, id: string): Promise<void> => {
  await add(desk, id, { kind: 'controlled', text: '' });
  await add(desk, id, { kind: 'lifted', reason: '人员离开' });
};

type Signing = Partial<InternalRequests['internal.incident.report']['input']>;
/** As the main process does after the leader's PIN. */
export const trySign = (desk: Desk, id: string, over: Signing = {}, requestId: string = uuid()) =>
  desk.call(
    'internal.incident.report',
    { id, kind: 'first', to: '上级主管部门', sections: [{ label: '事件性质', text: '聚集' }], signerId: LEADER_ID, ...over },
    CLERK,
    requestId,
  ) as Promise<Result<InternalRequests['internal.incident.report']['output']>>;
export async function sign(desk: Desk, id: string, over: Signing = {}) {
  const result = await trySign(desk, id, over);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
