import type { PersonEntry } from '../../shared/domain/person';
import { RuleSettings } from '../../shared/domain/settings';
import type { Registration } from '../../shared/domain/visit';
import { checkDigit } from '../../shared/rules/identity';

/** The day of every visit in these tests. */
export const TODAY = '2026-11-23';
export const RULES: RuleSettings = RuleSettings.parse({});

/** A number whose check digit agrees; not of a real person (the sequence 001 of a county that does not exist). */
export function numberBorn(birthDate: string, sequence = '001', address = '110199'): string {
  const first17 = `${address}${birthDate.replaceAll('-', '')}${sequence}`;
  return first17 + checkDigit(first17);
}
/** The same number with its check digit one further. */
export function withWrongCheckDigit(number: string): string {
  const digits = '0123456789X';
  return number.slice(0, 17) + digits[(digits.indexOf(number[17] ?? '') + 1) % digits.length];
}

export const person = (more: Partial<PersonEntry> = {}): PersonEntry => ({
  docType: 'resident-id',
  docNumber: '11010519491231002X',
  asPrinted: false,
  noDocumentReason: '',
  name: '李秀兰',
  phone: '13812345678',
  address: '',
  guardianAbsentReason: '',
  ...more,
});

export const registration = (more: Partial<Registration> = {}): Registration => ({
  kind: 'individual',
  people: [person()],
  heads: 1,
  others: 0,
  othersAreaId: '',
  areaId: '',
  purpose: 'appeal',
  fieldCode: '04',
  summary: '反映工资被拖欠三个月',
  place: '',
  needs: [],
  marks: [],
  noticeAcknowledged: true,
  ...more,
});

/** A collective visit with this many representatives, each with a document of their own. */
export function collective(representatives: number, heads: number, more: Partial<Registration> = {}): Registration {
  const people = Array.from({ length: representatives }, (_, i) =>
    person({ name: `代表${i + 1}`, docNumber: numberBorn('1970-01-01', String(i + 1).padStart(3, '0')) }),
  );
  return registration({ kind: 'collective', people, heads, others: heads - representatives, othersAreaId: 'rest', ...more });
}
