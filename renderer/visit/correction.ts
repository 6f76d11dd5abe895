import type { DocumentType } from '../../shared/domain/person';
import type { Purpose, SpecialNeed, VisitDetail, VisitMark, VisitPatch } from '../../shared/domain/visit';

/** What the correction form holds. Document and phone begin empty: the screen only ever had their masks. */
export interface Correction {
  /** Of the visit's people, who it is about. */
  personId: string;
  name: string;
  docType: DocumentType;
  docNumber: string;
  asPrinted: boolean;
  phone: string;
  address: string;
  purpose: Purpose;
  fieldCode: string;
  summary: string;
  place: string;
  needs: SpecialNeed[];
  marks: VisitMark[];
  heads: number;
  areaId: string;
  othersAreaId: string;
  reason: string;
}

const PERSON_FIELDS = ['name', 'docType', 'docNumber', 'asPrinted', 'phone', 'address'] as const;
type PersonPart = Pick<Correction, 'personId' | (typeof PERSON_FIELDS)[number]>;

/** What of the form belongs to one of the people. */
export function personPart(visit: VisitDetail, personId: string): PersonPart {
  const person = visit.people.find(({ id }) => id === personId);
  return {
    personId,
    name: person?.name ?? '',
    docType: person?.docType ?? 'none',
    docNumber: '',
    asPrinted: false,
    phone: '',
    address: person?.address ?? '',
  };
}

/** Something of the person chosen was typed: another can be chosen once that is saved. */
export function personTyped(visit: VisitDetail, values: Correction): boolean {
  const before = personPart(visit, values.personId);
  return PERSON_FIELDS.some((field) => before[field] !== values[field]);
}

export function correctionOf(visit: VisitDetail, personId = visit.people[0]?.id ?? ''): Correction {
  return {
    ...personPart(visit, personId),
    purpose: visit.purpose || 'other',
    fieldCode: visit.fieldCode,
    summary: visit.summary,
    place: visit.place,
    needs: [...visit.needs],
    marks: [...visit.marks],
    heads: visit.heads,
    areaId: visit.areaId,
    othersAreaId: visit.othersAreaId,
    reason: '',
  };
}

/** Only what differs, so that a correction says exactly what was corrected. */
export function patchOf(visit: VisitDetail, values: Correction): VisitPatch {
  const before = correctionOf(visit, values.personId);
  const changed = <K extends keyof Correction>(key: K): boolean => JSON.stringify(before[key]) !== JSON.stringify(values[key]);
  const patch: VisitPatch = {};
  if (changed('purpose')) patch.purpose = values.purpose;
  if (changed('fieldCode')) patch.fieldCode = values.fieldCode;
  if (changed('summary')) patch.summary = values.summary;
  if (changed('place')) patch.place = values.place;
  if (changed('needs')) patch.needs = values.needs;
  if (changed('marks')) patch.marks = values.marks;
  if (changed('areaId')) patch.areaId = values.areaId;
  if (changed('othersAreaId')) patch.othersAreaId = values.othersAreaId;
  if (changed('heads')) {
    patch.heads = values.heads;
    patch.others = values.heads - visit.people.length;
  }
  const person: NonNullable<VisitPatch['person']> = {};
  if (changed('name')) person.name = values.name;
  if (changed('address')) person.address = values.address;
  if (changed('phone')) person.phone = values.phone;
  if (changed('docType') || changed('docNumber')) {
    person.docType = values.docType;
    person.docNumber = values.docNumber;
    person.asPrinted = values.asPrinted;
  }
  if (Object.keys(person).length === 0) return patch;
  patch.person = person;
  if (values.personId !== visit.people[0]?.id) patch.personId = values.personId;
  return patch;
}
