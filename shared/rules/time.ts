/**
 * The hall's time is UTC+8: China has one zone and no summer time, and a PC whose zone is set wrongly must not move a
 * visit to another day. Instants are milliseconds UTC, days are `YYYY-MM-DD` in the hall's zone.
 */
const ZONE_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

const local = (at: number): string => new Date(at + ZONE_MS).toISOString();

export const dayOf = (at: number): string => local(at).slice(0, 10);
/** `HH:mm` */
export const timeOf = (at: number): string => local(at).slice(11, 16);
/** `YYYY-MM-DD HH:mm:ss` */
export const stampOf = (at: number): string => local(at).slice(0, 19).replace('T', ' ');

/** @param time `HH:mm` @returns ms UTC */
export const instantAt = (day: string, time: string): number => Date.parse(`${day}T${time}:00Z`) - ZONE_MS;

/** A duration of so many ms, whole seconds: `01:02:03`. */
export function clockOf(ms: number): string {
  const all = Math.floor(ms / 1000);
  return [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60].map((n) => String(n).padStart(2, '0')).join(':');
}

/** `2026年11月23日`, as paper says it. */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A day that the calendar has: 2026-02-29 is none. */
export function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const at = utc(day);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}

export const addDays = (day: string, n: number): string => new Date(utc(day) + n * DAY_MS).toISOString().slice(0, 10);
/** Whole days from a to b; negative when b is earlier. */
export const daysBetween = (a: string, b: string): number => Math.round((utc(b) - utc(a)) / DAY_MS);

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const weekday = (day: string): string => WEEKDAYS[new Date(utc(day)).getUTCDay()] ?? '';
export const weekdayOf = (day: string): string => `星期${weekday(day)}`;
/** `2026年11月26日（周四）`, as a promise names its day. */
export const namedDay = (day: string): string => `${longDay(day)}（周${weekday(day)}）`;
