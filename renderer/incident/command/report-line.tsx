import type { IncidentView } from '../../../shared/contract/incidents';
import { REPORT_CLOCK_NAMES } from '../../../shared/domain/incident-report';
import { minutesLate } from '../../../shared/rules/incident-facts';
import { Button } from '../../components/button';
import { useLive } from '../../hooks/use-live';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

interface Props {
  incident: IncidentView;
  now: () => number;
  onOpen(): void;
}

/** What has to be reported next, and until when. */
export function ReportLine({ incident, now, onOpen }: Props) {
  const elapsed = useTick(now, 1000);
  const clocks = useLive('incident.reports', { id: incident.id }).value?.clocks ?? [];
  const next = clocks.filter(({ done }) => done === null).sort((a, b) => a.due - b.due)[0];
  const left = next ? next.due - elapsed : 0;
  const late = next !== undefined && minutesLate(elapsed, next.due) > 0;
  return (
    <span className="side-line">
      <Button kind="quiet" hint="Alt+R" onClick={onOpen}>
        {TEXTS.report}
      </Button>
      {next && (
        <span className={late ? 'tone-bad' : ''}>
          {REPORT_CLOCK_NAMES[next.what]}{' '}
          {late ? TEXTS.overdue(TEXTS.clock(left)) : left < 0 ? TEXTS.atOnce(TEXTS.clock(left)) : TEXTS.clock(left)}
        </span>
      )}
    </span>
  );
}
