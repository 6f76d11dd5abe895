/** The same date so many years on; where that year has none (29 February), the month's last day (民法典 202 条). */
export function addYears(day: string, years: number): string {
  const year = Number(day.slice(0, 4)) + years;
  const monthDay = day.slice(5);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${String(year).padStart(4, '0')}-${monthDay === '02-29' && !leap ? '02-28' : monthDay}`;
}

/** The same day so many months on; where that month has none, its last day (民法典 202 条). */
export function addMonths(day: string, months: number): string {
  const first = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(first / 12), (first % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(Math.min(Number(day.slice(8)), last))}`;
}
