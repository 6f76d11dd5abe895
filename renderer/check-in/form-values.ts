import type { DocumentType, Sex } from '../../shared/domain/person';
import type { Purpose, SpecialNeed, VisitMark } from '../../shared/domain/visit';

/**
 * What the form holds: the shape of a Registration wherever it can be, so that a rule's dotted path is also the path
 * of the field that its sentence stands beside. Derived things (kind, others, age) are not here: they are worked out.
 */
export interface PersonForm {
  docType: DocumentType;
  docNumber: string;
  asPrinted: boolean;
  noDocumentReason: string;
  name: string;
  phone: string;
  address: string;
  /** Only for documents that do not tell it. */
  birthDate: string;
  sex: Sex | '';
  guardian: { name: string; docType: DocumentType; docNumber: string; asPrinted: boolean; relation: string; consent: boolean };
  guardianAbsent: boolean;
  guardianAbsentReason: string;
}

/** 补录: what stands on the paper card, as typed. */
export interface PaperForm {
  on: boolean;
  cardNo: string;
  date: string;
  arrived: string;
  stillHere: boolean;
  left: string;
}

export interface CheckInForm {
  paper: PaperForm;
  people: PersonForm[];
  /** NaN while the field is empty. */
  heads: number;
  othersAreaId: string;
  areaId: string;
  purpose: Purpose;
  fieldCode: string;
  summary: string;
  place: string;
  /** Empty for a new matter. */
  matterId: string;
  /** The clerk chose the matter; it is no longer proposed. */
  matterChosen: boolean;
  /** Their appointment of today; '' for none, null while nobody has decided. */
  appointmentId: string | null;
  repeatOverride: { on: boolean; repeated: boolean; reason: string };
  needs: SpecialNeed[];
  marks: VisitMark[];
  noticeAcknowledged: boolean;
}

export const emptyPerson = (): PersonForm => ({
  docType: 'resident-id',
  docNumber: '',
  asPrinted: false,
  noDocumentReason: '',
  name: '',
  phone: '',
  address: '',
  birthDate: '',
  sex: '',
  guardian: { name: '', docType: 'resident-id', docNumber: '', asPrinted: false, relation: '', consent: false },
  guardianAbsent: false,
  guardianAbsentReason: '',
});

export const noPaper = (date: string): PaperForm => ({ on: false, cardNo: '', date, arrived: '', stillHere: false, left: '' });

/** Paper cards are typed in one after the other: the next number, the same day. */
export const nextPaper = (paper: PaperForm): PaperForm => ({
  ...noPaper(paper.date),
  on: paper.on,
  cardNo: paper.on ? String(Number(paper.cardNo.normalize('NFKC')) + 1) : '',
});

export const emptyForm = (areaId: string, othersAreaId: string): CheckInForm => ({
  paper: noPaper(''),
  people: [emptyPerson()],
  heads: 1,
  othersAreaId,
  areaId,
  purpose: 'appeal',
  fieldCode: '',
  summary: '',
  place: '',
  matterId: '',
  matterChosen: false,
  appointmentId: null,
  repeatOverride: { on: false, repeated: false, reason: '' },
  needs: [],
  marks: [],
  noticeAcknowledged: false,
});

/** Whether anything was typed that would be missed. */
export function isBlank(form: CheckInForm): boolean {
  const person = form.people[0];
  const typed = [
    person?.docNumber,
    person?.name,
    person?.phone,
    person?.address,
    person?.noDocumentReason,
    form.summary,
    form.place,
    form.fieldCode,
  ];
  return form.people.length === 1 && form.heads === 1 && typed.every((value) => !value);
}
