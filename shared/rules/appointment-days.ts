import { addDays, isRealDay } from './time';

/** Nobody plans further; a year typed wrongly is mostly much further. */
const DAYS_AHEAD = 366;

/** What is wrong with a day that something is planned for; empty when nothing is. @param today `YYYY-MM-DD` */
export function checkPlannedDay(day: string, today: string): string {
  if (!isRealDay(day)) return '没有这一天，请核对日期';
  if (day < today) return '日期已过，请选今天或以后的日期';
  if (day > addDays(today, DAYS_AHEAD)) return '日期在一年以后，请核对年份';
  return '';
}
