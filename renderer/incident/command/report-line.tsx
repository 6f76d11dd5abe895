import type { IncidentView } from '../../../shared/contract/incidents';
import { REPORT_CLOCK_NAMES } from '../../../shared/domain/incident-report';
import { Button } from '../../components/button';
import { useLive } from '../../hooks/use-live';
import type { useRequest } from '../../hooks/use-request';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

interface Props {
  incident: IncidentView;
  now: () => number;
  onOpen(): void;
  print: ReturnType<typeof useRequest<'incident.printSheet'>>;
  onPrint(): void;
}

/** What has to be reported next and until when; the sheet with everything on paper. */
export function ReportLine({ incident, now, onOpen, print, onPrint }: Props) {
  const elapsed = useTick(now, 1000);
  const clocks = useLive('incident.reports', { id: incident.id }).value?.clocks ?? [];
  const next = clocks.filter(({ done }) => done === null).sort((a, b) => a.due - b.due)[0];
  const left = next ? next.due - elapsed : 0;
  return (
    <div className="task-line">
      <Button hint="Alt+R" onClick={onOpen}>
        {TEXTS.report}
      </Button>
      {next && (
        <span className={left < 0 ? 'tone-bad' : ''}>
          {REPORT_CLOCK_NAMES[next.what]} {left < 0 ? TEXTS.overdue(TEXTS.clock(left)) : TEXTS.clock(left)}
        </span>
      )}
      <Button kind="quiet" hint="Alt+O" disabled={print.busy} onClick={onPrint}>
        {TEXTS.print}
      </Button>
    </div>
  );
}
