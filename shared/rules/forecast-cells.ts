import type { ForecastChannel } from '../domain/forecast';
import { dateOf, isNothing, type LedgerCell, plainText, short } from './ledger-cells';
import type { Read } from './ledger-person';
import { readTime } from './read-time';

/** Single cells of a channel's list, as offices fill them. What cannot be read is refused with the words that stand there. */

const read = <T>(value: T): Read<T> => ({ ok: true, value });
const no = (why: string): { ok: false; why: string } => ({ ok: false, why });

/** Any day is in the future of a forecast; whether it is too far away is a rule of its own. */
const NEVER = '9999-12-31';
const HALF_DAY = /^(?:上午|下午|中午|早上|全天|晚上)$/u;
const two = (n: number): string => String(n).padStart(2, '0');

/** A day and, where the cell tells one, an hour. Empty: the list is of one day, which was chosen. */
export function forecastDay(cell: LedgerCell | undefined, chosen: string, date1904: boolean): Read<{ day: string; time: string }> {
  if (isNothing(plainText(cell))) return read({ day: chosen, time: '' });
  const found = dateOf(cell, NEVER, date1904);
  return found.ok ? read({ day: found.day, time: found.time }) : no(found.why);
}

export interface ForecastHour {
  /** Set where the cell holds a day as well. */
  day: string;
  time: string;
  /** Words that are no hour: kept as they stand. */
  written: string;
}
/** `HH:mm`, also from a workbook's part of a day; 「上午」 is no hour, and is kept as it was written. */
export function forecastHour(cell: LedgerCell | undefined, date1904: boolean, what = '预计时间'): Read<ForecastHour> {
  const text = plainText(cell);
  if (isNothing(text)) return read({ day: '', time: '', written: '' });
  if (HALF_DAY.test(text)) return read({ day: '', time: '', written: text });
  const part = typeof cell === 'number' ? cell : /^0?\.\d+$/.test(text) ? Number(text) : Number.NaN;
  if (part >= 0 && part < 1) {
    const minutes = Math.round(part * 1440) % 1440;
    return read({ day: '', time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, written: '' });
  }
  const [, half, rest = text] = /^(上午|下午|中午)?\s?(.*)$/u.exec(text) ?? [];
  // A list's hour may carry seconds.
  const time = readTime(rest.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1'));
  if (time) {
    const hour = Number(time.slice(0, 2));
    return read({ day: '', time: half === '下午' && hour < 12 ? `${hour + 12}${time.slice(2)}` : time, written: '' });
  }
  const whole = dateOf(cell, NEVER, date1904);
  return whole.ok ? read({ day: whole.day, time: whole.time, written: '' }) : no(`${what}「${short(text)}」看不懂，请写成 9:30`);
}

/** 「约20余人」; null: not known. */
export function countCell(cell: LedgerCell | undefined, what: string, most: number): Read<number | null> {
  const text = plainText(cell);
  if (isNothing(text)) return read(null);
  const digits = text.replace(/^(?:约|第|预计|共)\s?/u, '').replace(/\s?[余多]?\s?[人名个次]?(?:次|左右|以上)?$/u, '');
  const value = digits === '' ? Number.NaN : Number(digits);
  if (!Number.isInteger(value) || value < 1 || value > most) return no(`${what}「${short(text)}」应为 1–${most} 的整数`);
  return read(value);
}

const YES = /^(?:是|有|对|涉及|√|✓|y|yes|true|1)$/iu;
const NO = /^(?:否|不是|没|不涉及|×|✗|x|n|no|false|0)$/iu;
/** A yes or no. Other words are what makes it a yes: they are kept. */
export function yesCell(cell: LedgerCell | undefined): { yes: boolean; written: string } {
  const text = plainText(cell);
  if (isNothing(text) || NO.test(text)) return { yes: false, written: '' };
  return { yes: true, written: YES.test(text) ? '' : text };
}

/** Null: not known, with the words that stand there instead. */
export function resolvedCell(cell: LedgerCell | undefined): { resolved: boolean | null; written: string } {
  const text = plainText(cell);
  if (isNothing(text)) return { resolved: null, written: '' };
  if (NO.test(text) || /未|没有|尚|正在|在办|待/u.test(text)) return { resolved: false, written: '' };
  if (YES.test(text) || /已?化解|息诉|息访|办结|解决/u.test(text)) return { resolved: true, written: '' };
  return { resolved: null, written: text };
}

const CHANNEL_WORDS: readonly (readonly [RegExp, ForecastChannel])[] = [
  [/12345|热线/u, 'hotline'],
  [/系统|网上信访|信访平台/u, 'system'],
  [/基层|乡|镇|街道|社区|村|报送|单位/u, 'grassroots'],
];
export function channelCell(cell: LedgerCell | undefined, chosen: ForecastChannel): Read<ForecastChannel> {
  const text = plainText(cell);
  if (isNothing(text)) return read(chosen);
  const found = CHANNEL_WORDS.find(([words]) => words.test(text))?.[1];
  return found ? read(found) : no(`渠道「${short(text)}」不是信访业务系统、12345 或基层报送`);
}
