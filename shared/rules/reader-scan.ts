/**
 * What a scanner sent. Whole codes are told apart by their own checks; a part of one is told, too, so that a scanner that
 * lost the beginning or the end opens nothing and fills nothing.
 */
import { parseQr } from '../documents/qr';
import { checkDigit } from './check-digit';
import { PROVINCE } from './citizen-number';
import { isRealDay } from './time';

export type ScanOf = 'citizen-number' | 'card-number' | 'card-code';
export type Scan =
  /** 18 characters whose check digit agrees. */
  | { kind: 'citizen-number'; number: string }
  /** `YYYYMMDD-DD-NNNN`, of a day that exists. */
  | { kind: 'card-number'; number: string }
  /** The code on a card: its checksum agrees. */
  | { kind: 'card-code'; unitCode: string; visitId: string }
  /** A part of one of them, or a whole that fails its check: to be scanned again. */
  | { kind: 'incomplete'; of: ScanOf }
  | { kind: 'unknown' };

/** @param raw as it came: full-width, lower case, with the carriage return or tab that scanners end with */
export function classifyScan(raw: string): Scan {
  const text = raw.normalize('NFKC').replace(/^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu, '');
  return asCardCode(text) ?? asCardNumber(text) ?? asCitizenNumber(text.toUpperCase()) ?? { kind: 'unknown' };
}

const incomplete = (of: ScanOf): Scan => ({ kind: 'incomplete', of });

/** `XF1|<unit>|<visit>|<crc>`; a keyboard with caps lock on sends the rest in capitals. */
function asCardCode(text: string): Scan | null {
  if (/^xf1/i.test(text)) {
    const code = parseQr(`XF1${text.slice(3).toLowerCase()}`);
    return code ? { kind: 'card-code', ...code } : incomplete('card-code');
  }
  return /[0-9a-f]-[0-9a-f]{12}\|[0-9a-f]{8}$/i.test(text) ? incomplete('card-code') : null;
}

/** Eight digits alone may be the start of one, but also a date or a permit's number: those are left alone. */
function asCardNumber(text: string): Scan | null {
  const day = /^(\d{4})(\d{2})(\d{2})-\d{2}-\d{4}$/.exec(text);
  if (day) return isRealDay(`${day[1]}-${day[2]}-${day[3]}`) ? { kind: 'card-number', number: text } : incomplete('card-number');
  const start = /^20\d{6}-(\d{0,2}|\d{2}-\d{0,3})$/.test(text);
  const end = /^\d{0,7}-\d{2}-\d{4}$/.test(text) || /^\d-\d{4}$/.test(text);
  return start || end ? incomplete('card-number') : null;
}

function asCitizenNumber(text: string): Scan | null {
  if (/^\d{17}[\dX]$/.test(text)) {
    if (checkDigit(text.slice(0, 17)) === text[17]) return { kind: 'citizen-number', number: text };
    return PROVINCE.test(text) ? incomplete('citizen-number') : null;
  }
  return isStart(text) || isEnd(text) ? incomplete('citizen-number') : null;
}

/** The least that tells a part of a number from any other digits. */
const SHORTEST_PART = 8;
/** Eleven digits that begin so are a mobile telephone's number. */
const MOBILE = /^1[3-9]\d{9}$/;

/** Province, four more, then as much of a birth date as is there. */
function isStart(text: string): boolean {
  if (!/^\d+$/.test(text) || text.length < SHORTEST_PART || text.length > 17 || MOBILE.test(text)) return false;
  return PROVINCE.test(text) && /^(18|19|20)/.test(text.slice(6)) && monthAndDay(text.slice(10));
}

/** Either ends with the X that only a check digit can be, or a whole birth date stands where it must, counted from the end. */
function isEnd(text: string): boolean {
  if (!/^\d+[\dX]$/.test(text) || text.length < SHORTEST_PART || text.length > 17) return false;
  if (text.endsWith('X')) return true;
  const birth = text.slice(-12, -4);
  return text.length >= 12 && /^(18|19|20)/.test(birth) && isRealDay(`${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`);
}

/** `rest` begins with a month and a day, as far as it goes. */
function monthAndDay(rest: string): boolean {
  return /^($|[01]$|(0[1-9]|1[0-2])($|[0-3]$|(0[1-9]|[12]\d|3[01])))/.test(rest);
}
