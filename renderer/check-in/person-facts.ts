import type { DocumentType, Sex } from '../../shared/domain/person';
import { ageOn, needsConsent, needsGuardian } from '../../shared/rules/age';
import { checkDocument, type DocumentCheck, identityKey, showsDocument } from '../../shared/rules/identity';
import type { PersonForm } from './form-values';

export interface PersonFacts {
  /** What the number's rules say; null where there is no number. */
  check: DocumentCheck | null;
  /** The number stands: checked, or as printed. */
  numberStands: boolean;
  birthDate: string;
  sex: Sex | undefined;
  /** On the visit day; null when the birth date is not known. */
  age: number | null;
  guardian: boolean;
  consent: boolean;
}

/** Everything that follows from what was typed about one person. */
export function factsOf(person: PersonForm, today: string): PersonFacts {
  const check =
    showsDocument(person.docType) && person.docNumber.trim() !== '' ? checkDocument(person.docType, person.docNumber, today) : null;
  const numberStands = check !== null && (check.ok || (check.canStand && person.asPrinted));
  const birthDate = (check?.birthDate ?? (holdsCitizenNumber(person.docType) ? '' : person.birthDate)) || '';
  const known = birthDate !== '' && birthDate <= today;
  return {
    check,
    numberStands,
    birthDate: known ? birthDate : '',
    sex: check?.sex ?? (person.sex || undefined),
    age: known ? ageOn(birthDate, today) : null,
    guardian: known && needsGuardian(birthDate, today),
    consent: known && needsConsent(birthDate, today),
  };
}

/** Types whose number holds the birth date: nobody is asked for it twice. */
const TELLING: ReadonlySet<DocumentType> = new Set([
  'resident-id',
  'resident-id-15',
  'hmt-residence',
  'foreign-permanent',
  'temporary-id',
  'household',
] satisfies DocumentType[]);
export const holdsCitizenNumber = (type: DocumentType): boolean => TELLING.has(type);

/** What the document does not tell has to be asked; nothing is asked of the anonymous. */
export function asksBirthDate(person: PersonForm, facts: PersonFacts): boolean {
  if (person.docType === 'anonymous') return false;
  return !holdsCitizenNumber(person.docType) && facts.check?.birthDate === undefined;
}

/** The same document as before? For a 核对 that must not outlive a changed document. */
export function documentKey(person: PersonForm, today: string): string {
  const facts = factsOf(person, today);
  return showsDocument(person.docType) ? `${person.docType} ${identityKey(person.docType, facts.check?.normalized ?? '')}` : person.docType;
}
