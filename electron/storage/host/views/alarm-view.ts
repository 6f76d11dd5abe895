import type { IncidentRow } from '../../../../shared/contract/incidents';
import type { AlarmView } from '../../../../shared/domain/incident';
import type { Host } from '../host';
import { heardAt } from '../incidents/incident-entries';
import type { Opened } from '../tables';

type Incident = Opened<'incidents'>;

/** What anybody at the desk may see of a running one: no line of its record, and no name. */
export async function alarmView(host: Host, incident: Incident): Promise<AlarmView> {
  const { id, number, state, code, level, mode, deskCode, raisedAt, plan } = incident;
  const elapsed = await host.incidentClocks.since(id, raisedAt);
  const heard = await heardAt(host, id);
  return { id, number, state, code, level, drill: mode === 'drill', deskCode, raisedAt, elapsed, plan, heard };
}

export const incidentRow = ({ id, number, state, code, plan, level, mode, deskCode, raisedAt, closedAt }: Incident): IncidentRow => ({
  ...{ id, number, state, code, level, deskCode, raisedAt, closedAt },
  name: plan?.name ?? '',
  drill: mode === 'drill',
});
