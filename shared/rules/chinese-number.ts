/**
 * Numbers as Chinese legal texts write them: 二十, 一百二十, 一百零二, 二〇, and digits of either width. Up to 9,999: no
 * text has more articles.
 */
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** What a regular expression needs inside its brackets to meet such a number. */
export const NUMBER_CHARACTERS = '〇零一二两三四五六七八九十百千0-9０-９';

/** Null for what is no number. */
export function parseChineseNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (/^\d{1,4}$/.test(plain)) return Number(plain);
  if (plain === '' || !/^[〇零一二两三四五六七八九十百千]+$/.test(plain)) return null;
  return /[十百千]/.test(plain) ? withUnits(plain) : positional(plain);
}

/** 二〇 → 20. */
function positional(text: string): number | null {
  if (text.length > 4) return null;
  return Number([...text].map((c) => DIGITS[c] ?? 0).join(''));
}

function withUnits(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit === undefined) {
      const value = DIGITS[c] ?? 0;
      // 「一百二十」 has one digit before a unit; two of them (「三五十」) are no number. A 零 only fills a place.
      if (digit !== null && digit !== 0) return null;
      digit = value;
      continue;
    }
    if (unit >= last) return null;
    // 「十五」 stands for 一十五.
    total += (digit === null || digit === 0 ? 1 : digit) * unit;
    last = unit;
    digit = null;
  }
  return total + (digit ?? 0);
}

const NAMES = '零一二三四五六七八九';
const name = (digit: number): string => NAMES[digit] ?? '';

/** 20 → 二十, 102 → 一百零二. */
export function chineseNumber(value: number): string {
  if (value < 10) return name(value);
  if (value < 20) return `十${value % 10 === 0 ? '' : name(value % 10)}`;
  let rest = value;
  let text = '';
  let gap = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(rest / unit);
    rest %= unit;
    if (digit === 0) gap = text !== '';
    else {
      text += `${gap ? '零' : ''}${name(digit)}${word}`;
      gap = false;
    }
  }
  return text;
}
