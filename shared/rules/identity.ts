/**
 * Identity documents (domain: identity 7.1–7.4): is the number well-formed, whom does it name, how far can it be
 * trusted. A refusal says which digit and which rule, because the clerk reads it aloud from the document.
 */
import type { DocumentType, NumberTrust, Sex } from '../domain/person';
import { convert15to18 } from './check-digit';
import { type CitizenCheck, checkCitizenNumber } from './citizen-number';
import { checkPattern, type PatternType } from './document-patterns';

export { checkDigit, convert15to18 } from './check-digit';
export { DOCUMENT_NAMES } from './document-names';

export type DocumentCheck =
  | { ok: true; normalized: string; trust: NumberTrust; birthDate?: string; sex?: Sex; note?: string }
  | {
      ok: false;
      normalized: string;
      /** Chinese: which digit, which rule. */
      message: string;
      /** 「以证面为准」 is possible: only the check digit disagrees. */
      canStand: boolean;
      birthDate?: string;
      sex?: Sex;
    };

const UNCHECKED = '无法核验校验位';
/** Their number is, or may be, the holder's 公民身份号码. */
const MAY_HOLD_CITIZEN_NUMBER: readonly DocumentType[] = ['driving-licence', 'social-security', 'electronic', 'birth-certificate'];

/** As the number is compared and stored: full-width to half-width, upper case, without spaces, dashes and invisible marks. */
export const normalizeNumber = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\p{Cc}\u2212_]/gu, '')
    // Only Latin letters: another script's capitals may come apart, and the number would change each time it is read.
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** Whether a document of this type is shown at all. */
export const showsDocument = (type: DocumentType): boolean => type !== 'none' && type !== 'anonymous';

/** @param today `YYYY-MM-DD`, the day of the visit */
export function checkDocument(type: DocumentType, raw: string, today: string): DocumentCheck {
  if (!showsDocument(type)) return { ok: true, normalized: '', trust: 'absent' };
  const normalized = normalizeNumber(raw);
  if (normalized === '') return { ok: false, normalized, message: '请填写证件号码', canStand: false };
  switch (type) {
    case 'resident-id':
    case 'temporary-id':
    case 'household':
    case 'hmt-residence':
    case 'foreign-permanent':
      return fromCitizen(normalized, checkCitizenNumber(type, normalized, today));
    case 'resident-id-15':
      return checkOldCitizen(normalized, today);
    default:
      return checkOther(type as PatternType, normalized, today);
  }
}

function fromCitizen(normalized: string, check: CitizenCheck): DocumentCheck {
  const { birthDate, sex } = check;
  if (!check.ok) return { ok: false, normalized, message: check.message, canStand: check.canStand, birthDate, sex };
  return { ok: true, normalized, trust: 'check-digit', birthDate, sex, note: check.note ?? '校验码正确' };
}

/** 15 digits have no check digit: the number is kept as on the old paper, what it says is read through its 18-digit form. */
function checkOldCitizen(normalized: string, today: string): DocumentCheck {
  const wrong = checkPattern('resident-id-15', normalized);
  if (wrong) return { ok: false, normalized, message: wrong, canStand: false };
  const check = checkCitizenNumber('resident-id-15', convert15to18(normalized), today);
  if (!check.ok) return { ok: false, normalized, message: check.message, canStand: false };
  return {
    ok: true,
    normalized,
    trust: 'pattern-only',
    birthDate: check.birthDate,
    sex: check.sex,
    note: `旧证／${UNCHECKED}，仅用于旧档案`,
  };
}

function checkOther(type: PatternType, normalized: string, today: string): DocumentCheck {
  const wrong = checkPattern(type, normalized);
  if (wrong) return { ok: false, normalized, message: wrong, canStand: false };
  const citizen = heldCitizenNumber(type, normalized, today);
  return { ok: true, normalized, trust: 'pattern-only', birthDate: citizen?.birthDate, sex: citizen?.sex, note: UNCHECKED };
}

/** A driving licence or social security card carries the holder's 公民身份号码: then it tells age and sex, too. */
function heldCitizenNumber(type: DocumentType, normalized: string, today: string): CitizenCheck | null {
  if (!MAY_HOLD_CITIZEN_NUMBER.includes(type) || !/^\d{17}[\dX]$/.test(normalized)) return null;
  const check = checkCitizenNumber('resident-id', normalized, today);
  return check.ok ? check : null;
}

/** No day bounds who a number belongs to. */
const ANY_DAY = '9999-12-31';

/**
 * What the keyed hash of a document is taken over. The same person by 身份证, 户口簿, 临时身份证, an old 15-digit card or a
 * driving licence has the same key. Empty where no document was shown: never hash it, it would join strangers.
 */
export function identityKey(type: DocumentType, normalized: string): string {
  if (!showsDocument(type) || normalized === '') return '';
  switch (type) {
    case 'resident-id':
    case 'temporary-id':
    case 'household':
    case 'hmt-residence':
    case 'foreign-permanent':
      return `CN:${normalized}`;
    case 'resident-id-15':
      return /^\d{15}$/.test(normalized) ? `CN:${convert15to18(normalized)}` : `${type}:${normalized}`;
    default:
      return heldCitizenNumber(type, normalized, ANY_DAY) ? `CN:${normalized}` : `${type}:${normalized}`;
  }
}
