/**
 * 公民身份号码 (GB 11643): 6 address, 8 birth, 3 sequence, 1 check by ISO 7064 MOD 11-2. The same shape and check digit
 * serve the residence permits of Hong Kong, Macao and Taiwan residents and the permanent residence card of 2023.
 */
import type { DocumentType, Sex } from '../domain/person';
import { checkDigit } from './check-digit';
import { describeCharacter } from './describe-character';
import { isRealDay } from './time';

export type CitizenType = Extract<
  DocumentType,
  'resident-id' | 'temporary-id' | 'household' | 'hmt-residence' | 'foreign-permanent' | 'resident-id-15'
>;
export type CitizenCheck =
  | { ok: true; birthDate: string; sex: Sex; note?: string }
  | { ok: false; message: string; canStand: boolean; birthDate?: string; sex?: Sex };

/** identity 7.3: only the province is checked, many valid cards carry county codes that were abolished long ago. */
export const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/;
const HMT = ['810000', '820000', '830000'];
/** Nobody alive was born earlier; a slip of the finger in the year is likelier. */
const EARLIEST = '1850-01-01';

/** @param number normalised @param today `YYYY-MM-DD` */
export function checkCitizenNumber(type: CitizenType, number: string, today: string): CitizenCheck {
  const shape = wrongShape(number);
  if (shape) return refuse(shape);
  const address = wrongAddress(type, number);
  if (address) return refuse(address);
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const birth = wrongBirth(birthDate, today);
  if (birth) return refuse(type === 'resident-id-15' ? `第 7–12 位${birth}` : `第 7–14 位${birth}`);
  const sex: Sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  const expected = checkDigit(number.slice(0, 17));
  if (number[17] !== expected) {
    return { ok: false, message: `第 18 位校验码应为 ${expected}，现为 ${number[17]}`, canStand: true, birthDate, sex };
  }
  return { ok: true, birthDate, sex, note: noteOn(type, number) };
}

const refuse = (message: string): CitizenCheck => ({ ok: false, message, canStand: false });

/** A wrong character is named before a wrong length: 17 digits with a letter O among them lack no digit. */
function wrongShape(number: string): string | null {
  const characters = [...number];
  const wrong = characters.findIndex((each, i) => !(/\d/.test(each) || (i === 17 && each === 'X')));
  // An X that ends a number too short is its check digit; the length is what is wrong.
  const endsTooSoon = wrong === characters.length - 1 && characters[wrong] === 'X' && characters.length < 18;
  if (wrong >= 0 && wrong < 18 && !endsTooSoon) {
    const found = describeCharacter(characters[wrong] ?? '');
    return wrong === 17 ? `第 18 位应为数字或 X：现为${found}` : `第 ${wrong + 1} 位不是数字：${found}`;
  }
  if (characters.length === 18) return null;
  const hint = characters.length === 15 ? '（旧证请选「一代身份证」）' : '';
  return `应为 18 位，现为 ${characters.length} 位${hint}`;
}

function wrongAddress(type: CitizenType, number: string): string | null {
  const six = number.slice(0, 6);
  if (type === 'hmt-residence') {
    return HMT.includes(six) ? null : `第 1–6 位应为 810000（香港）、820000（澳门）或 830000（台湾），现为 ${six}`;
  }
  if (type === 'foreign-permanent') return number.startsWith('9') ? null : `第 1 位应为 9，现为 ${number[0]}`;
  return PROVINCE.test(number) ? null : `第 1–2 位省级代码 ${number.slice(0, 2)} 不存在`;
}

function wrongBirth(birthDate: string, today: string): string | null {
  if (!isRealDay(birthDate)) return `出生日期 ${birthDate} 不存在`;
  if (birthDate > today) return `出生日期 ${birthDate} 晚于今天（${today}）`;
  if (birthDate < EARLIEST) return `出生日期 ${birthDate} 过早，请核对年份`;
  return null;
}

/** A right number on the wrong kind of document is not refused, only pointed out. */
function noteOn(type: CitizenType, number: string): string | undefined {
  if (type === 'hmt-residence' || type === 'foreign-permanent') return undefined;
  if (HMT.includes(number.slice(0, 6))) return '校验码正确；这是港澳台居民居住证的号码，请核对证件类型';
  if (number.startsWith('9')) return '校验码正确；这是外国人永久居留身份证的号码，请核对证件类型';
  return undefined;
}
