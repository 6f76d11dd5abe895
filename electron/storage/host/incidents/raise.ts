import { FIRST_LEVEL } from '../../../../shared/rules/incident-picture';
import { dayOf } from '../../../../shared/rules/time';
import { incidentKeyId } from '../data-keys';
import type { Draft } from '../draft';
import type { Host } from '../host';
import { lastIncident } from '../numbers';
import type { Fields, Opened } from '../tables';

interface Raise {
  id: string;
  raisedAt: number;
  /** Ms that had passed by the monotonic clock. */
  elapsed: number;
  staffId: string;
  mode: 'real' | 'drill';
  sealed?: Partial<Pick<Opened<'incidents'>, 'drillPlan' | 'participants'>>;
}

/** A new incident's row, under the write lock; its first line is the caller's. */
export async function raiseIncident(host: Host, draft: Draft, { id, raisedAt, elapsed, staffId, mode, sealed }: Raise) {
  const date = dayOf(raisedAt);
  const before = Math.max(await lastIncident(host.db, date, host.deskCode), host.writer.state.floors[date]?.incident ?? 0);
  const keyId = draft.newKey(incidentKeyId(id));
  const number = `${date.replaceAll('-', '')}-${host.deskCode}-${mode === 'drill' ? 'Y' : 'T'}${String(before + 1).padStart(2, '0')}`;
  const row = {
    number,
    date,
    deskCode: host.deskCode,
    raisedAt,
    state: 'pending' as const,
    code: '' as const,
    level: FIRST_LEVEL,
    mode,
    reporterId: staffId,
    edition: 0,
    closedAt: null,
    plan: null,
    drillPlan: '',
    participants: '',
    response: null,
    ...sealed,
  } satisfies Fields<'incidents'>;
  draft.add('incidents', id, row, keyId);
  host.incidentClocks.begin(id, elapsed);
  return { id, keyId, raisedAt, number };
}
