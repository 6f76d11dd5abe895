import type { VisitDetail, VisitRow } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { maskDocument, maskPhone } from '../../../../shared/rules/mask';
import type { Host } from '../host';
import type { Opened } from '../tables';
import { nameShown, personView } from './person-view';

type Visit = Opened<'visits'>;
type Person = Opened<'persons'>;

export function visitRow(visit: Visit, person: Person | undefined): VisitRow {
  return {
    id: visit.id,
    number: visit.number,
    queueNumber: visit.queueNumber,
    date: visit.date,
    registeredAt: visit.registeredAt,
    deskCode: visit.deskCode,
    kind: visit.kind,
    heads: visit.heads,
    name: person ? nameShown(person) : '（已删除）',
    docMasked: maskDocument(person?.docNumber ?? ''),
    phoneMasked: maskPhone(person?.phone ?? ''),
    personId: visit.personIds[0] ?? '',
    fieldCode: visit.fieldCode,
    summary: visit.summary,
    state: visit.state,
    priority: visit.priority,
    visitCount: visit.visitCount,
    repeated: visit.repeated,
    enteredAt: visit.enteredAt,
  };
}

/** Rows for opened visits, in their order; people who are not open yet are read together. */
export async function visitRows(
  { reader }: Host,
  visits: readonly Visit[],
  opened: ReadonlyMap<string, Person> = new Map(),
): Promise<VisitRow[]> {
  const first = visits.flatMap((v) => v.personIds[0] ?? []);
  const others = await reader.some(
    'persons',
    first.filter((id) => !opened.has(id)),
  );
  return visits.map((visit) => {
    const id = visit.personIds[0] ?? '';
    return visitRow(visit, opened.get(id) ?? others.get(id));
  });
}

/** @throws Refusal `not-found` */
export async function visitDetail({ reader }: Host, id: string): Promise<VisitDetail> {
  const visit = (await reader.one('visits', id)) ?? refuse('not-found');
  const [people, staff] = await Promise.all([
    reader.some('persons', visit.personIds),
    reader.some('staff', [visit.registeredBy, visit.checkerId]),
  ]);
  return {
    ...visitRow(visit, people.get(visit.personIds[0] ?? '')),
    people: visit.personIds.flatMap((personId) => {
      const person = people.get(personId);
      return person ? [personView(person)] : [];
    }),
    others: visit.others,
    areaId: visit.areaId,
    othersAreaId: visit.othersAreaId,
    purpose: visit.purpose,
    place: visit.place,
    matterId: visit.matterId,
    needs: visit.needs,
    registeredByName: staff.get(visit.registeredBy)?.name ?? '',
    checkerName: staff.get(visit.checkerId)?.name ?? '',
    verification: visit.verification,
    repeatReason: visit.repeatReason,
    voidReason: visit.voidReason,
  };
}
