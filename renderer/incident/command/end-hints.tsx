import type { IncidentView } from '../../../shared/contract/incidents';
import type { Settings } from '../../../shared/domain/settings';
import { ruleOf } from '../../../shared/rules/incident-level';
import { dayOf, namedDay, stampOf } from '../../../shared/rules/time';
import { unitCalendar } from '../../../shared/rules/working-days';
import { Notice } from '../../components/notice';
import { useNow } from '../../hooks/use-now';
import { TEXTS } from '../texts';

const HOUR = 3_600_000;

/** After its end: the summary within hours, the review within working days, until both are written (incidents 3.5). */
export function EndHints({ incident, settings }: { incident: IncidentView; settings: Settings }) {
  const now = useNow(60_000);
  const { liftedTime, summary, review, state, level, drill } = incident;
  if (liftedTime === null || state === 'false-alarm') return null;
  const summaryDue = liftedTime + settings.emergency.summaryHours * HOUR;
  const days = ruleOf(settings.emergency, level).reviewWithinDays;
  const reviewDue = days === null ? null : unitCalendar(settings.calendar).after(dayOf(liftedTime), days);
  const late = now > summaryDue || (reviewDue !== null && dayOf(now) > reviewDue.day);
  const asked = [
    summary === '' && TEXTS.summaryDue(stampOf(summaryDue).slice(0, 16)),
    review === null && (reviewDue ? TEXTS.reviewDue(namedDay(reviewDue.day)) : drill ? TEXTS.drillReview : ''),
  ].filter(Boolean);
  return asked.length > 0 ? <Notice level={late ? 'error' : 'info'}>{asked.join('；')}</Notice> : null;
}
