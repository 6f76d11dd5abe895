/**
 * A reader's answer as the fields of a visitor, and what there is to say about them. The chip is believed no more than
 * the printed card: the number is judged by the same rules as a typed one, and a note never refuses anybody.
 */
import type { DocumentType, Sex } from '../domain/person';
import type { CardFields } from '../domain/reader';
import { checkDocument, normalizeNumber } from './identity';
import type { ReaderAnswer } from './reader-answer';
import { isRealDay } from './time';

export const NO_END = '长期';

/** @returns null when no number can be made out: then it was no card */
export function cardFields(answer: ReaderAnswer): CardFields | null {
  const docNumber = normalizeNumber(answer.number ?? '');
  if (!/^[0-9A-Z]{8,20}$/.test(docNumber) || !/\d{6}/.test(docNumber)) return null;
  return {
    docType: typeOf(answer.type ?? '', docNumber),
    docNumber,
    name: words(answer.name, 60),
    sex: sexOf(answer.sex ?? ''),
    birthDate: dayOf(answer.birth ?? '') ?? undefined,
    address: words(answer.address, 120),
    ethnicGroup: words(answer.nation, 20).replace(/^\d+$/, ''),
    issuer: words(answer.issuer, 60),
    validUntil: endOf(answer.until ?? ''),
  };
}

/** @param today `YYYY-MM-DD`, the day of the visit */
export function cardNotes(fields: CardFields, today: string): string[] {
  const notes: string[] = [];
  const check = checkDocument(fields.docType, fields.docNumber, today);
  if (!check.ok) notes.push(`读到的号码请与证面核对：${check.message}。`);
  if (check.birthDate && fields.birthDate && check.birthDate !== fields.birthDate)
    notes.push(`芯片里的出生日期 ${fields.birthDate} 与号码中的 ${check.birthDate} 不一致，请与证面核对。`);
  if (check.sex && fields.sex && check.sex !== fields.sex) notes.push('芯片里的性别与号码不一致，请与证面核对。');
  if (fields.name === '') notes.push('没有读到姓名，请按证面填写。');
  if (/^\d/.test(fields.validUntil) && fields.validUntil < today)
    notes.push(`证件有效期至 ${fields.validUntil}，已过期；照常登记，请提醒来访人换领。`);
  return notes;
}

/** 华视: blank for 身份证, I for 外国人永久居留身份证, J for 港澳台居民居住证. Where it says nothing, the number does. */
function typeOf(told: string, number: string): DocumentType {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'foreign-permanent-15';
  if (/^[IY]$/i.test(told.trim()) || /外国/.test(told)) return 'foreign-permanent';
  if (/^J$/i.test(told.trim()) || /港澳|台湾/.test(told)) return 'hmt-residence';
  if (/^8[123]0000/.test(number)) return 'hmt-residence';
  return number.startsWith('9') ? 'foreign-permanent' : 'resident-id';
}

/** Chips pad with blanks; between Latin names one blank stays. */
const words = (raw: string | undefined, most: number): string =>
  (raw ?? '')
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?<![A-Za-z0-9,.]) | (?![A-Za-z0-9])/g, '')
    .slice(0, most);

function sexOf(told: string): Sex | undefined {
  if (/^\s*(男|1|m|male)/i.test(told)) return 'male';
  return /^\s*(女|2|f|female)/i.test(told) ? 'female' : undefined;
}

/** `19491231`, `1949-12-31`, `1949.12.31`, `1949年12月31日` */
function dayOf(told: string): string | null {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?/.exec(told.normalize('NFKC')) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDay(written) ? written : null;
}

/** The end alone, or both ends in one field: `2010.01.01-2030.01.01`, `20100101-长期`. */
function endOf(told: string): string {
  if (told.includes(NO_END)) return NO_END;
  const last = told.normalize('NFKC').match(/\d{4}[年./-]?\d{1,2}[月./-]?\d{1,2}日?\s*$/)?.[0];
  return (last && dayOf(last)) || '';
}
