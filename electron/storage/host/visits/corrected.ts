import type { PersonEntry } from '../../../../shared/domain/person';
import type { Registration } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { dayOf } from '../../../../shared/rules/time';
import type { Host } from '../host';
import type { Opened } from '../tables';

type Visit = Opened<'visits'>;

/** Of a visit of a paper card the day on which it was typed in. */
export const isToday = ({ clock }: Host, visit: Visit): boolean =>
  visit.date === clock.today() || (visit.enteredAt !== null && dayOf(visit.enteredAt) === clock.today());

/** Corrections belong to the day of registration. @throws Refusal */
export async function correctable(host: Host, id: string, anyDay: boolean): Promise<Visit> {
  const visit = (await host.reader.one('visits', id)) ?? refuse('not-found');
  if (visit.unreadable) refuse('damaged');
  if (visit.state === 'void') refuse('refused', { message: '这张登记已经作废，不能再改。' });
  if (!anyDay && !isToday(host, visit)) refuse('refused', { message: '只能在登记当天更正或作废，没有改变。' });
  return visit;
}

export async function peopleOf({ reader }: Host, visit: Visit): Promise<Opened<'persons'>[]> {
  const people = await reader.some('persons', visit.personIds);
  return visit.personIds.map((id) => people.get(id) ?? refuse('damaged'));
}

/** The registration as if it were typed now, for the same rules to look at. */
export function asRegistered(visit: Visit, people: readonly Opened<'persons'>[]): Registration {
  const entries = people.map((p, i): PersonEntry => {
    const { docType, docNumber, name, sex, birthDate, phone, address } = p;
    const attendance = visit.attendance[i] ?? { asPrinted: false, noDocumentReason: '', guardianAbsentReason: '' };
    return { docType, docNumber, name, sex, birthDate, phone, address, ...attendance };
  });
  const { kind, heads, others, othersAreaId, areaId, purpose, fieldCode, summary, place, needs, marks } = visit;
  return {
    kind,
    people: entries,
    heads,
    others,
    othersAreaId,
    areaId,
    purpose,
    fieldCode,
    summary,
    place,
    needs,
    marks: [...marks],
    noticeAcknowledged: true,
  };
}
