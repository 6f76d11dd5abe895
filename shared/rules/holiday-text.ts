import { HolidayNotice } from '../domain/calendar';
import { addDays, daysBetween, isRealDay } from './time';

/** `refused`: which entries and why, a sentence each; of a notice with one wrong day nothing is taken, for it would count wrongly in silence. */
export type ReadNotice = { ok: true; notice: HolidayNotice } | { ok: false; message: string; refused: string[] };

const refused = (message: string, entries: string[] = []): ReadNotice => ({ ok: false, message, refused: entries });
/** One reason is the whole sentence; of several each stands in the list. */
const someRefused = (entries: string[]): ReadNotice =>
  entries.length === 1
    ? refused(`${entries[0]}。什么也没有改变。`)
    : refused(`有 ${entries.length} 处不能录入，什么也没有改变。请改正后再录入。`, entries);
const LONGEST_HOLIDAY = 31;

/**
 * A year's notice from what an administrator pastes or opens: the JSON of holiday-cn (`{year, papers, days: [{date,
 * isOffDay}]}`), our own (`{year, source, off, work}`), or lines typed by hand: `休 2027-01-01 至 2027-01-03`, `班 2027-01-04`.
 */
export function readNotice(pasted: string): ReadNotice {
  const text = pasted.replace(/^\ufeff/, '').trim();
  if (text === '') return refused('还没有内容。请粘贴或填写一年的放假安排。');
  const read = text.startsWith('{') ? fromJson(text) : fromLines(text);
  if (!read.ok) return read;
  const { off, work, year } = read.notice;
  const wrong = [...new Set([...off, ...work])].flatMap((day) => wrongDay(day, year, off.includes(day) && work.includes(day)));
  if (wrong.length > 0) return someRefused(wrong);
  if (off.length === 0) return refused('没有读到放假的日期。什么也没有改变。');
  const notice = HolidayNotice.safeParse({ ...read.notice, off: tidy(off), work: tidy(work) });
  return notice.success ? { ok: true, notice: notice.data } : refused('放假安排的格式不对，什么也没有改变。请逐行核对。');
}

function wrongDay(day: string, year: number, twice: boolean): string[] {
  if (!isRealDay(day)) return [`${day} 不是日历上的日期`];
  if (twice) return [`${day} 既写为休，又写为班`];
  return day.slice(0, 4) === String(year) || day.slice(0, 7) === `${year - 1}-12` ? [] : [`${day} 不属于 ${year} 年的通知`];
}

const tidy = (days: readonly string[]): string[] => [...new Set(days)].sort();

function fromJson(text: string): ReadNotice {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('这不是完整的 JSON 文件，什么也没有改变。');
  }
  if (!value || typeof value !== 'object') return refused('文件里没有放假日期（days 或 off、work）。什么也没有改变。');
  const given = value as { year?: unknown; papers?: unknown; source?: unknown; days?: unknown; off?: unknown; work?: unknown };
  const year = Number(given.year);
  if (!Number.isInteger(year) || year < 2000 || year > 2100) return refused('文件里没有年份（year），什么也没有改变。');
  if (Array.isArray(given.days)) {
    const days = given.days as ({ name?: unknown; date?: unknown; isOffDay?: unknown } | null)[];
    const wrong = days.flatMap((day, i) => {
      const named = `第 ${i + 1} 项${day?.name ? `「${String(day.name).slice(0, 20)}」` : ''}`;
      if (typeof day?.date !== 'string') return [`${named}没有日期（date）`];
      return typeof day.isOffDay === 'boolean' ? [] : [`${named}${day.date.slice(0, 20)} 没有写明是否放假（isOffDay）`];
    });
    if (wrong.length > 0) return someRefused(wrong);
    const source = Array.isArray(given.papers) ? String(given.papers[0] ?? '') : '';
    const of = (isOff: boolean): string[] => days.flatMap((day) => (day?.isOffDay === isOff ? String(day.date) : []));
    return { ok: true, notice: { year, source, off: of(true), work: of(false) } };
  }
  if (Array.isArray(given.off) && Array.isArray(given.work))
    return { ok: true, notice: { year, source: String(given.source ?? ''), off: given.off.map(String), work: given.work.map(String) } };
  return refused('文件里没有放假日期（days 或 off、work）。什么也没有改变。');
}

const LINE = /^(休|放假|班|上班|补班)[\s:：]*(.+)$/;
const SPAN = /^(\S+?)\s*(?:至|到|~|～|—+)\s*(\S+)$/;

function fromLines(text: string): ReadNotice {
  const off: string[] = [];
  const work: string[] = [];
  const wrong: string[] = [];
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').trim();
    if (line === '') continue;
    const [, kind = '', rest = ''] = LINE.exec(line) ?? [];
    const said = daysOf(rest);
    if (kind === '' || !said) {
      wrong.push(`第 ${i + 1} 行没有读懂：「${line.slice(0, 40)}」。请写成「休 2027-01-01 至 2027-01-03」或「班 2027-01-04」`);
      continue;
    }
    (kind === '休' || kind === '放假' ? off : work).push(...said);
  }
  if (wrong.length > 0) return someRefused(wrong);
  const years = [...off, ...work].map((day) => Number(day.slice(0, 4)));
  return { ok: true, notice: { year: Math.max(...years, 0), source: '', off, work } };
}

function daysOf(said: string): string[] | null {
  const [, from = said, to = from] = SPAN.exec(said.trim()) ?? [];
  const [first, last] = [dayFrom(from), dayFrom(to)];
  if (!first || !last || last < first || daysBetween(first, last) >= LONGEST_HOLIDAY) return null;
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i));
}

function dayFrom(said: string): string | null {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(said.trim()) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : null;
}
