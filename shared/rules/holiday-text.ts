import { HolidayNotice } from '../domain/calendar';
import { addDays, daysBetween, isRealDay } from './time';

export type ReadNotice = { ok: true; notice: HolidayNotice } | { ok: false; message: string };

const refused = (message: string): ReadNotice => ({ ok: false, message });
const LONGEST_HOLIDAY = 31;

/**
 * A year's notice from what an administrator pastes or opens: the JSON of holiday-cn (`{year, papers, days: [{date,
 * isOffDay}]}`), our own (`{year, source, off, work}`), or lines typed by hand: `休 2027-01-01 至 2027-01-03`, `班 2027-01-04`.
 */
export function readNotice(pasted: string): ReadNotice {
  const text = pasted.trim();
  if (text === '') return refused('还没有内容。请粘贴或填写一年的放假安排。');
  const read = text.startsWith('{') ? fromJson(text) : fromLines(text);
  if (!read.ok) return read;
  const { off, work, year } = read.notice;
  const unreal = [...off, ...work].find((day) => !isRealDay(day));
  if (unreal) return refused(`${unreal} 不是日历上的日期。什么也没有改变。`);
  const twice = off.find((day) => work.includes(day));
  if (twice) return refused(`${twice} 既写为休，又写为班。什么也没有改变。`);
  const far = [...off, ...work].find((day) => day.slice(0, 4) !== String(year) && day.slice(0, 7) !== `${year - 1}-12`);
  if (far) return refused(`${far} 不属于 ${year} 年的通知。什么也没有改变。`);
  if (off.length === 0) return refused('没有读到放假的日期。什么也没有改变。');
  const notice = HolidayNotice.safeParse({ ...read.notice, off: tidy(off), work: tidy(work) });
  return notice.success ? { ok: true, notice: notice.data } : refused('放假安排的格式不对，什么也没有改变。请逐行核对。');
}

const tidy = (days: readonly string[]): string[] => [...new Set(days)].sort();

function fromJson(text: string): ReadNotice {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('这不是完整的 JSON 文件，什么也没有改变。');
  }
  const given = value as { year?: unknown; papers?: unknown; source?: unknown; days?: unknown; off?: unknown; work?: unknown };
  const year = Number(given.year);
  if (Array.isArray(given.days)) {
    const days = given.days as { date?: unknown; isOffDay?: unknown }[];
    const source = Array.isArray(given.papers) ? String(given.papers[0] ?? '') : '';
    const of = (isOff: boolean): string[] => days.filter((day) => day.isOffDay === isOff).map((day) => String(day.date));
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
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').trim();
    if (line === '') continue;
    const [, kind = '', rest = ''] = LINE.exec(line) ?? [];
    const said = daysOf(rest);
    if (kind === '' || !said)
      return refused(`第 ${i + 1} 行没有读懂：「${line.slice(0, 40)}」。请写成「休 2027-01-01 至 2027-01-03」或「班 2027-01-04」。`);
    (kind === '休' || kind === '放假' ? off : work).push(...said);
  }
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
