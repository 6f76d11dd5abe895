import { gradeClock } from '../../shared/rules/forecast-clock';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { go, useRoute } from '../stores/route';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** Over every screen of those who grade: what nobody graded within its thirty minutes (plan S30). */
export function ForecastBanner() {
  const value = useLive('forecast.now', {}, useMayAsk('forecast.grade')).value;
  const now = useNow(1000);
  const route = useRoute();
  if (!value) return null;
  const { date, ungraded, rules } = value;
  const overdue = ungraded.filter((createdAt) => gradeClock({ date, createdAt, gradedAt: null }, now, rules) === 'overdue').length;
  if (overdue === 0) return null;
  return (
    <Notice level="error" actions={route !== 'forecast' && <Button onClick={() => go('forecast')}>{TEXTS.bannerGo}</Button>}>
      {TEXTS.banner(overdue, rules.gradeMinutes)}
    </Notice>
  );
}

/** In the status bar of everybody: which groups have not taken today's newest warning. */
export function ForecastLine() {
  const unread = useLive('forecast.now', {}, useMayAsk('forecast.now')).value?.unread.length ?? 0;
  return unread === 0 ? null : <span className="tone-bad">{TEXTS.line(unread)}</span>;
}
