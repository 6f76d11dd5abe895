import type { VisitDetail, VisitRow } from '../../../../shared/domain/visit';
import { refuse } from '../../../../shared/errors';
import { maskDocument, maskPhone, SECRET_WORDS } from '../../../../shared/rules/mask';
import type { Actor } from '../../protocol';
import type { Host } from '../host';
import { mayKnow } from '../interviews/secrecy';
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
    summary: visit.secret ? SECRET_WORDS : visit.summary,
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

/** The whole of it; what a secret matter is about only for the people named. @throws Refusal `not-found` */
export async function visitDetail({ reader }: Host, id: string, actor: Actor): Promise<VisitDetail> {
  const visit = (await reader.one('visits', id)) ?? refuse('not-found');
  const matter = visit.secret ? await reader.one('matters', visit.matterId) : undefined;
  const known = !matter || mayKnow(matter, actor);
  const [people, staff] = await Promise.all([
    reader.some('persons', visit.personIds),
    reader.some('staff', [visit.registeredBy, visit.checkerId]),
  ]);
  return {
    ...visitRow(visit, people.get(visit.personIds[0] ?? '')),
    ...(known && { summary: visit.summary }),
    people: visit.personIds.flatMap((personId) => {
      const person = people.get(personId);
      return person ? [personView(person)] : [];
    }),
    goneIds: [...visit.goneIds],
    others: visit.others,
    areaId: visit.areaId,
    othersAreaId: visit.othersAreaId,
    purpose: known ? visit.purpose : '',
    place: known ? visit.place : '',
    matterId: visit.matterId,
    needs: visit.needs,
    marks: [...visit.marks],
    registeredByName: staff.get(visit.registeredBy)?.name ?? '',
    checkerName: staff.get(visit.checkerId)?.name ?? '',
    verification: visit.verification,
    repeatReason: visit.repeatReason,
    voidReason: visit.voidReason,
  };
}
