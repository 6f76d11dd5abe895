import type { CalendarSettings } from '../domain/calendar';
import { KNOWN_NOTICES } from './holiday-notices';
import { addDays } from './time';

/**
 * Statutory days with a fixed date (全国年节及纪念日放假办法 2 条, as changed for 2025). In a year without a notice they are
 * known all the same; the days of the moon calendar and the exchanged weekends are not.
 */
const FIXED: readonly { day: string; from: number }[] = [
  { day: '01-01', from: 0 },
  { day: '05-01', from: 0 },
  { day: '05-02', from: 2025 },
  { day: '10-01', from: 0 },
  { day: '10-02', from: 0 },
  { day: '10-03', from: 0 },
];

/** A month without one working day is no calendar but a mistake in it. */
const MOST_DAYS_OFF = 60;

/** The program's own years and those entered here, which stand first. */
export const unitCalendar = ({ notices, unitDays }: CalendarSettings): WorkingDays =>
  new WorkingDays({
    notices: [...KNOWN_NOTICES.filter(({ year }) => !notices.some((own) => own.year === year)), ...notices],
    unitDays,
  });

export interface WorkingDay {
  day: string;
  /** A year without a notice was counted through: 「暂定」, computed again once the notice is there. */
  provisional: boolean;
}

/** The unit's calendar, ready to be counted in. Days are `YYYY-MM-DD` in the hall's zone. */
export class WorkingDays {
  private readonly named = new Map<string, boolean>();
  private readonly years: ReadonlySet<number>;

  constructor({ notices, unitDays }: CalendarSettings) {
    this.years = new Set(notices.map((notice) => notice.year));
    // Of two notices that name one day the later document is right, in whatever order they were entered.
    for (const notice of [...notices].sort((a, b) => a.year - b.year)) {
      for (const day of notice.off) this.named.set(day, false);
      for (const day of notice.work) this.named.set(day, true);
    }
    for (const { day, work } of unitDays) this.named.set(day, work);
  }

  isWorkday(day: string): boolean {
    const named = this.named.get(day);
    if (named !== undefined) return named;
    if (!this.covers(day) && isFixed(day)) return false;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday >= 1 && weekday <= 5;
  }

  /** Whether the notice of the day's year is known. */
  covers(day: string): boolean {
    return this.years.has(Number(day.slice(0, 4)));
  }

  /** Last day of the years that are known without a gap from this day's on; empty when not even its own is. */
  coveredUntil(from: string): string {
    let year = Number(from.slice(0, 4));
    while (this.years.has(year)) year++;
    return this.covers(from) ? `${year - 1}-12-31` : '';
  }

  /** The start is not counted (民法典 201 条). @param n at least 1 */
  after(start: string, n: number): WorkingDay {
    let day = start;
    let provisional = false;
    let off = 0;
    for (let left = n; left > 0; ) {
      day = addDays(day, 1);
      provisional ||= !this.covers(day);
      off = this.isWorkday(day) ? 0 : off + 1;
      if (off === 0) left--;
      if (off > MOST_DAYS_OFF) throw new Error(`no working day in ${MOST_DAYS_OFF} days before ${day}`);
    }
    return { day, provisional };
  }

  /** The last working day before that day. */
  before(day: string, n = 1): string {
    let at = day;
    let off = 0;
    for (let left = n; left > 0; ) {
      at = addDays(at, -1);
      off = this.isWorkday(at) ? 0 : off + 1;
      if (off === 0) left--;
      if (off > MOST_DAYS_OFF) throw new Error(`no working day in ${MOST_DAYS_OFF} days after ${at}`);
    }
    return at;
  }

  /** Working days after `from` up to and with `to`; negative when `to` lies before. */
  between(from: string, to: string): number {
    if (to < from) return -this.between(to, from);
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (this.isWorkday(day)) count++;
    return count;
  }
}

const isFixed = (day: string): boolean => FIXED.some((fixed) => fixed.day === day.slice(5) && Number(day.slice(0, 4)) >= fixed.from);
