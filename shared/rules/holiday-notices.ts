import type { HolidayNotice } from '../domain/calendar';
import { addDays } from './time';

/** `01-01` one day, `02-10/02-17` from the first to the last. */
function days(year: number, parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const [first = '', last = first] = part.split('/');
    const all: string[] = [];
    for (let day = `${year}-${first}`; day <= `${year}-${last}`; day = addDays(day, 1)) all.push(day);
    return all;
  });
}

const notice = (year: number, source: string, off: readonly string[], work: readonly string[]): HolidayNotice => ({
  year,
  source,
  off: days(year, off),
  work: days(year, work),
});

/** Facts of the State Council's notices for the years known when this program was made; more are imported or typed in. */
export const KNOWN_NOTICES: readonly HolidayNotice[] = [
  notice(
    2024,
    'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
    ['01-01', '02-10/02-17', '04-04/04-06', '05-01/05-05', '06-10', '09-15/09-17', '10-01/10-07'],
    ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  ),
  notice(
    2025,
    'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    ['01-01', '01-28/02-04', '04-04/04-06', '05-01/05-05', '05-31/06-02', '10-01/10-08'],
    ['01-26', '02-08', '04-27', '09-28', '10-11'],
  ),
  notice(
    2026,
    'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    ['01-01/01-03', '02-15/02-23', '04-04/04-06', '05-01/05-05', '06-19/06-21', '09-25/09-27', '10-01/10-07'],
    ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  ),
];
