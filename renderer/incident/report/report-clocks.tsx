import { REPORT_CLOCK_NAMES, type ReportClock } from '../../../shared/domain/incident-report';
import { momentOf } from '../../../shared/rules/incident-facts';
import { Tag } from '../../components/panel';
import { useNow } from '../../hooks/use-now';
import { TEXTS } from './texts';

/** Until when what has to be reported; what is late is red and says so. */
export function ReportClocks({ raisedAt, clocks }: { raisedAt: number; clocks: readonly ReportClock[] }) {
  const now = useNow(5000);
  const time = (elapsed: number): string => momentOf(raisedAt + elapsed, raisedAt);
  return (
    <section className="report-part" aria-label={TEXTS.clocks}>
      <h3>{TEXTS.clocks}</h3>
      {clocks.length === 0 && <p>{TEXTS.noClocks}</p>}
      {clocks.map(({ what, due, done }) => {
        const late = done === null && now > raisedAt + due;
        return (
          <p key={what}>
            <span className="report-what">{REPORT_CLOCK_NAMES[what]}</span>
            <Tag tone={done !== null ? 'good' : late ? 'bad' : 'plain'}>
              {done !== null ? TEXTS.done(time(done)) : late ? TEXTS.late(time(due)) : TEXTS.dueBy(time(due))}
            </Tag>
          </p>
        );
      })}
    </section>
  );
}
