import { addDays, isRealDay } from './time';

/** A cell as a workbook holds it; of a CSV file always text. Empty: ''. */
export type LedgerCell = string | number;

/** Half-width, without invisible marks, one space for many: for names, numbers and dates. */
export const plainText = (cell: LedgerCell | undefined): string =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

/** A person's own words keep their punctuation; only what cannot be seen goes. */
export const proseText = (cell: LedgerCell | undefined): string =>
  String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F\p{Cf}]/gu, ' ')
    .replace(/[ \u3000]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

/** Written where there is nothing to write. */
const NOTHING = /^(?:[-—–/\\.。、*_?？]+|无|没有|未带|未出示|未提供|不详|不明|不清楚|拒绝提供|拒绝|空|null|n\/?a|#n\/a)$/iu;
export const isNothing = (text: string): boolean => text === '' || NOTHING.test(text);

/** `1.10105E+17`: a spreadsheet keeps fifteen digits, the last three of a document number are lost for good. */
export const isScientific = (text: string): boolean => /^\d(?:\.\d+)?[eE]\+?\d+$/.test(text);
/** The largest number that a spreadsheet keeps digit by digit has 15 digits. */
const EXACT = 1e15;
export const hasLostDigits = (cell: LedgerCell | undefined): boolean =>
  typeof cell === 'number' ? Math.abs(cell) >= EXACT : isScientific(plainText(cell));

export type LedgerDate = { ok: true; day: string; time: string } | { ok: false; why: string };

/** Serial numbers between these are days; 1954 to 2119. Others are years, or slips. */
const SERIAL_FROM = 20_000;
const SERIAL_TO = 80_000;
const EARLIEST = '1970-01-02';

/**
 * A date as people and spreadsheets write it. A workbook's number counts days from 1899-12-30 (that is how the 1900
 * system with its false leap day comes out right from March 1900 on), in the other system from 1904-01-01.
 */
export function dateOf(cell: LedgerCell | undefined, today: string, date1904 = false): LedgerDate {
  const text = plainText(cell);
  if (isNothing(text)) return { ok: false, why: '缺来访日期' };
  const found =
    (typeof cell === 'number' || /^\d+(?:\.\d+)?$/.test(text) ? fromNumber(Number(text), text, date1904) : null) ?? fromText(text);
  if (!found) return { ok: false, why: `来访日期「${short(text)}」看不懂，请写成 2024-03-05` };
  const { day, time } = found;
  if (!isRealDay(day)) return { ok: false, why: `来访日期 ${day} 不存在` };
  if (day > today) return { ok: false, why: `来访日期 ${day} 晚于今天` };
  if (day < EARLIEST) return { ok: false, why: `来访日期 ${day} 早于 1970 年，请核对` };
  return { ok: true, day, time };
}

const two = (n: number | string): string => String(n).padStart(2, '0');

function fromNumber(value: number, text: string, date1904: boolean): { day: string; time: string } | null {
  const eight = /^(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:\d{2})?$/.exec(text);
  if (eight?.[1] && /^(?:19|20)/.test(text)) {
    const [, year, month, day, hour, minute] = eight;
    return { day: `${year}-${month}-${day}`, time: timeOf(hour, minute) };
  }
  // Said so, for a cell may hold NaN.
  if (!(value >= SERIAL_FROM && value < SERIAL_TO)) return null;
  const whole = Math.floor(value);
  const minutes = Math.round((value - whole) * 1440);
  const day = date1904 ? addDays('1904-01-01', whole) : addDays('1899-12-30', whole);
  return { day, time: minutes > 0 && minutes < 1440 ? `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` : '' };
}

/** 「星期二」, also in brackets and behind a blank; before the time or behind it. */
const WEEKDAY = String.raw`(?:\s?\(?(?:星期|礼拜|周)[一二三四五六日天1-7]\)?)?`;
const WRITTEN = new RegExp(
  String.raw`^(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日号]?${WEEKDAY}(?:[T ]?\s?(上午|下午)?\s?(\d{1,2})[:时](\d{1,2})(.*))?${WEEKDAY}(?:\s?[上下]午)?$`,
  'u',
);

function fromText(text: string): { day: string; time: string } | null {
  const found = WRITTEN.exec(text.replace(/[\p{Pd}\u2212]/gu, '-').replace(/[。,、]/g, '.'));
  if (!found) return null;
  const [, year = '', month = '', day = '', half, hour, minute, behind = ''] = found;
  const shifted = (half === '下午' || /PM/i.test(behind)) && Number(hour) < 12 ? String(Number(hour) + 12) : hour;
  return { day: `${year}-${two(month)}-${two(day)}`, time: timeOf(shifted, minute) };
}

function timeOf(hour: string | undefined, minute: string | undefined): string {
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return '';
  return `${two(hour)}:${two(minute)}`;
}

/** What a reason quotes: enough to find it, no more. */
export const short = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
