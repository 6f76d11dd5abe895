import { dayOf, longDay, timeOf } from '../../shared/rules/time';
import { TEXTS } from './texts';

/** Whose hall this is, and the hall's time (UTC+8, whatever the machine's zone says). */
export function Head({ unitName, demo, now }: { unitName: string; demo: boolean; now: number }) {
  const day = dayOf(now);
  const weekday = TEXTS.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return (
    <header className="hall-head">
      <h1 className="hall-unit">{unitName}</h1>
      {demo && <span className="hall-demo">{TEXTS.demo}</span>}
      <div className="hall-day">
        <span>{longDay(day)}</span>
        <span>{weekday}</span>
      </div>
      <time className="hall-clock">{timeOf(now)}</time>
    </header>
  );
}
