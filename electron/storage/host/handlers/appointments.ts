import { v7 as uuid } from 'uuid';
import type { AppointmentSave } from '../../../../shared/contract/appointments';
import { refuse } from '../../../../shared/errors';
import { isBookedBy } from '../../../../shared/rules/appointment-arrival';
import { checkAppointment } from '../../../../shared/rules/appointment-input';
import { normalizeNumber } from '../../../../shared/rules/identity';
import { checkPhone } from '../../../../shared/rules/phone';
import { timeOf } from '../../../../shared/rules/time';
import { appointmentKeyId } from '../data-keys';
import { type Host, writeAs } from '../host';
import type { Opened } from '../tables';
import { appointmentViews } from '../views/appointment-view';
import { appointmentsBetween, standingOn } from '../visits/appointments-of-day';
import { arriving } from '../visits/arrive-by-appointment';
import { documentHash, personByHash } from './identity';
import { refuseFields } from './register';
import type { LiveHandlers, RequestHandlers } from './types';

type Appointment = Opened<'appointments'>;

/** 预约 and 领导接访: made by telephone or at the desk, used by the registration on the day. */
export const appointmentLives: Pick<LiveHandlers, 'appointment.list'> = {
  'appointment.list': (host, { from, to }) =>
    host.db.reading(async () => appointmentViews(host, await appointmentsBetween(host, from, to))),
};

type Names = 'appointment.save' | 'appointment.cancel' | 'appointment.ofPerson' | 'appointment.reveal';
export const appointmentHandlers: Pick<RequestHandlers, Names> = {
  'appointment.save': (host, input, call) =>
    writeAs(host, call, async (draft) => {
      const before = input.id ? await awaited(host, input.id) : undefined;
      const typed = whole(input, before);
      const [day, others] = await Promise.all([
        typed.dayId ? host.reader.one('receptionDays', typed.dayId) : undefined,
        standingOn(host, typed.date),
      ]);
      const facts = {
        today: host.clock.today(),
        now: timeOf(draft.at),
        before,
        day,
        others: others.filter((each) => each.id !== before?.id),
      };
      refuseFields(checkAppointment(typed, facts));
      const id = before?.id ?? uuid({ msecs: draft.at });
      const docHash = documentHash(host, 'resident-id', typed.docNumber) ?? undefined;
      if (before) draft.put('appointments', id, { ...typed, docHash }, before.keyId);
      else {
        const fresh = { createdAt: draft.at, createdBy: call.actor.staffId ?? '', state: 'expected' as const, visitId: '', reason: '' };
        draft.add('appointments', id, { ...typed, docHash, ...fresh }, draft.newKey(appointmentKeyId(id)));
      }
      draft.audit(call.name, id, `${typed.date} ${typed.time}`);
      return { id };
    }),

  'appointment.cancel': async (host, { id, reason }, call) => {
    await writeAs(host, call, async (draft) => {
      const { date, time, keyId } = await awaited(host, id);
      draft.put('appointments', id, { state: 'cancelled', reason }, keyId);
      draft.audit(call.name, id, `${date} ${time}`);
      return { id };
    });
    return {};
  },

  'appointment.ofPerson': (host, who) =>
    host.db.reading(async () => {
      const docHash = documentHash(host, who.docType, who.docNumber) ?? undefined;
      const known = docHash ? await personByHash(host, docHash) : undefined;
      // The screen has only the mask of a known person's telephone.
      const person = arriving({ ...who, docHash, name: who.name || (known?.name ?? ''), phone: who.phone || (known?.phone ?? '') });
      const today = await standingOn(host, host.clock.today());
      return appointmentViews(
        host,
        today.filter((each) => each.state === 'expected' && !each.unreadable && isBookedBy(each, person)),
      );
    }),

  'appointment.reveal': async (host, { id, field }, call) => {
    const appointment = (await host.reader.one('appointments', id)) ?? refuse('not-found');
    if (appointment.unreadable) refuse('damaged');
    await writeAs(host, call, async (draft) => draft.audit(call.name, id, field === 'phone' ? '手机' : '身份证号码'));
    return { value: appointment[field] };
  },
};

/** Only one that nobody came for yet may still be changed. */
async function awaited({ reader }: Host, id: string): Promise<Appointment> {
  const found = (await reader.one('appointments', id)) ?? refuse('not-found');
  if (found.unreadable) refuse('damaged');
  if (found.state === 'arrived') refuse('conflict', { message: '此人已经到了并已登记，预约不能再改，什么也没有改变。' });
  if (found.state === 'cancelled') refuse('conflict', { message: '这条预约已经取消，不能再改。需要时请另建一条。' });
  return found;
}

/** Numbers as they are compared; what a known appointment was not told anew stays. */
function whole(input: AppointmentSave, before: Appointment | undefined) {
  const { date, time, kind, name, summary } = input;
  const docNumber = normalizeNumber(input.docNumber ?? before?.docNumber ?? '');
  const phone = checkPhone(input.phone ?? before?.phone ?? '');
  return {
    date,
    time,
    kind,
    dayId: kind === 'leader' ? input.dayId : '',
    name,
    phone: phone.ok ? phone.normalized : (input.phone ?? ''),
    docNumber,
    summary,
  };
}
