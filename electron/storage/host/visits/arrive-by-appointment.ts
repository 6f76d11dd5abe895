import type { AppointmentKind } from '../../../../shared/domain/appointments';
import { refuse } from '../../../../shared/errors';
import { type Arriving, arrivalOf } from '../../../../shared/rules/appointment-arrival';
import { identityKey, normalizeNumber } from '../../../../shared/rules/identity';
import type { Draft } from '../draft';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { standingOn } from './appointments-of-day';
import type { Enrolled } from './enrol';

type Person = Pick<Enrolled['fields'], 'docType' | 'docNumber' | 'docHash' | 'name' | 'phone'>;

export const arriving = ({ docType, docNumber, docHash, name, phone }: Person): Arriving => ({
  docHash: docHash ?? null,
  citizen: identityKey(docType, normalizeNumber(docNumber)).startsWith('CN:'),
  name,
  phone,
});

/** The mark that the visit gets; empty when no appointment was chosen. @throws Refusal with the sentence why it cannot be this one */
export function markOf(
  chosen: string | undefined,
  found: Opened<'appointments'> | undefined,
  people: readonly Enrolled[],
  today: string,
): '' | AppointmentKind {
  if (!chosen) return '';
  const arrival = arrivalOf(
    found,
    people.map((person) => arriving(person.fields)),
    today,
  );
  if (arrival.ok) return arrival.mark;
  refuse('refused', { message: `${arrival.message}，尚未保存。`, fields: { appointmentId: arrival.message } });
}

/** In the batch of the registration, so that an appointment is used once and never without its visit. */
export const markArrived = (draft: Draft, appointmentId: string, visitId: string): void =>
  draft.put('appointments', appointmentId, { state: 'arrived', visitId });

/** The visit was made void: whoever came by appointment is still awaited, and may be registered anew. */
export async function awaitAgain(host: Host, draft: Draft, visit: Pick<Opened<'visits'>, 'id' | 'date' | 'appointment'>): Promise<void> {
  if (visit.appointment === '') return;
  const used = (await standingOn(host, visit.date)).filter((each) => each.visitId === visit.id);
  for (const { id } of used) draft.put('appointments', id, { state: 'expected', visitId: '' });
}
