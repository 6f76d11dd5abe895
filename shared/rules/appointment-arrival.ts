/** Who comes by appointment, and which mark their visit gets: 预约 or 领导接访. */
import type { AppointmentKind, AppointmentState } from '../domain/appointments';
import { plainName } from './name-reading';
import { checkPhone } from './phone';

/** The part of an appointment by which its person is known again. `docHash`: of an identity card, when one was told. */
export interface Booked {
  docHash?: string;
  name: string;
  phone: string;
}
/** Who stands at the desk. `citizen`: the document's number is a 公民身份号码, as every number told for an appointment. */
export interface Arriving {
  docHash: string | null;
  citizen: boolean;
  name: string;
  phone: string;
}

const digits = (phone: string): string => {
  const check = checkPhone(phone);
  return check.ok ? check.normalized : '';
};

/** By document; where one of the two has none, or of another kind, by the exact name together with the telephone. */
export function isBookedBy(booked: Booked, who: Arriving): boolean {
  if (booked.docHash && who.docHash === booked.docHash) return true;
  // Two citizens' numbers that differ are two people, whatever else agrees: father and son may share a telephone.
  if (booked.docHash && who.docHash && who.citizen) return false;
  const phone = digits(booked.phone);
  return phone !== '' && phone === digits(who.phone) && plainName(booked.name) !== '' && plainName(booked.name) === plainName(who.name);
}

export interface ArrivalFacts extends Booked {
  date: string;
  kind: AppointmentKind;
  state: AppointmentState;
}
/** Whether a visit of today may be marked with this appointment; the sentence says why not. */
export type Arrival = { ok: true; mark: AppointmentKind } | { ok: false; message: string };

export function arrivalOf(appointment: ArrivalFacts | undefined, people: readonly Arriving[], today: string): Arrival {
  const no = (message: string): Arrival => ({ ok: false, message });
  if (!appointment) return no('没有找到这条预约，请取消「按预约登记」后再登记');
  if (appointment.state === 'cancelled') return no('这条预约已经取消，请取消「按预约登记」后再登记');
  if (appointment.state === 'arrived') return no('这条预约已经用于另一张登记，请取消「按预约登记」后再登记');
  if (appointment.date !== today) return no(`这条预约是 ${appointment.date} 的，不是今天的，请取消「按预约登记」后再登记`);
  if (!people.some((who) => isBookedBy(appointment, who))) return no('这条预约不是这位来访人的，请取消「按预约登记」后再登记');
  return { ok: true, mark: appointment.kind };
}
