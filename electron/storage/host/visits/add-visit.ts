import { v7 as uuid } from 'uuid';
import type { AppointmentKind } from '../../../../shared/domain/appointments';
import type { Settings } from '../../../../shared/domain/settings';
import type { Registration, VerificationResult, VisitState } from '../../../../shared/domain/visit';
import { cardNumber, queueNumber } from '../../../../shared/rules/card-number';
import { isPriority } from '../../../../shared/rules/registration';
import { isRepeated } from '../../../../shared/rules/repeat';
import type { Draft } from '../draft';
import type { NumberSource } from '../numbers';
import type { Fields, OPEN_DEFAULTS, Tables } from '../tables';
import type { Enrolled } from './enrol';
import type { Joined } from './join-matter';

export interface NewVisit {
  registration: Registration;
  people: readonly Enrolled[];
  matter: Joined;
  at: number;
  day: string;
  deskCode: string;
  registeredBy: string;
  check: { id: string; checkerId: string; result: VerificationResult };
  state?: VisitState;
  /** 补录: the number is on the paper card already, and their way through the hall may be over. */
  paper?: { cardNo: number; enteredAt: number; returnedAt: number | null };
  /** They came by appointment. */
  appointment?: '' | AppointmentKind;
}
type Whole = Tables['visits']['open'] & Tables['visits']['sealed'];
/** What a new visit states. Its way through the hall begins with OPEN_DEFAULTS, which no row repeats. */
export type VisitFields = Omit<Whole, keyof typeof OPEN_DEFAULTS.visits> & Partial<Whole>;

/** The visit's row with its numbers; the same for today's registration, a demonstration's past and the bench. */
export function addVisit(draft: Draft, visit: NewVisit, numbers: NumberSource, settings: Settings): { id: string; fields: VisitFields } {
  const { registration, people, matter, at, day, deskCode, check } = visit;
  const { paper } = visit;
  const given = paper ? { card: paper.cardNo, queue: paper.cardNo } : numbers.next(day);
  const letter = settings.hall.desks.find((desk) => desk.code === deskCode)?.letter ?? 'A';
  const { repeatOverride } = registration;
  const fields: VisitFields = {
    number: cardNumber(day, deskCode, given.card),
    queueNumber: queueNumber(letter, given.queue),
    date: day,
    deskCode,
    cardNo: given.card,
    queueNo: given.queue,
    registeredAt: at,
    registeredBy: visit.registeredBy,
    kind: registration.kind,
    heads: registration.heads,
    others: registration.others,
    areaId: registration.areaId,
    othersAreaId: registration.othersAreaId,
    purpose: registration.purpose,
    fieldCode: registration.fieldCode,
    personIds: people.map((person) => person.id),
    matterId: matter.id,
    state: visit.state ?? 'issued',
    priority: isPriority(registration.needs),
    visitCount: matter.visitCount,
    repeated: repeatOverride?.repeated ?? isRepeated(matter.visitCount),
    verificationId: check.id,
    verification: check.result,
    checkerId: check.checkerId,
    noticeAt: at,
    summary: registration.summary,
    place: registration.place,
    needs: registration.needs,
    attendance: people.map((person) => person.attendance),
    repeatReason: repeatOverride?.reason ?? '',
    voidReason: '',
    changeReason: '',
    ...(paper && { enteredAt: paper.enteredAt, returnedAt: paper.returnedAt }),
    ...(matter.secret && { secret: true }),
    ...(registration.marks.length > 0 && { marks: registration.marks }),
    ...(visit.appointment && { appointment: visit.appointment }),
  };
  const id = uuid({ msecs: at });
  draft.add('visits', id, fields satisfies Fields<'visits'>, matter.keyId);
  return { id, fields };
}
