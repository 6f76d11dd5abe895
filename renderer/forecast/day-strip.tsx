import type { ForecastDay } from '../../shared/contract/forecast';
import { FORECAST_CHANNEL_NAMES, type ForecastChannel } from '../../shared/domain/forecast';
import { batchClock, closingAt, minutesLeft } from '../../shared/rules/forecast-clock';
import { timeOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

/** The morning in one line: the three channels, the clock of the collecting, of the analysis, and of the receipts. */
export function DayStrip({ day, now, today }: { day: ForecastDay; now: number; today: string }) {
  const confirming = useRequest('forecast.confirmNone');
  const may = useMayAsk('forecast.confirmNone') && day.date >= today;
  const confirm = (channel: ForecastChannel): void => {
    if (!confirming.busy) void confirming.run({ date: day.date, channel });
  };
  return (
    <>
      {confirming.error && <ErrorNotice error={confirming.error} onDismiss={confirming.clear} />}
      <section className="panel forecast-strip" aria-label={TEXTS.channels}>
        <Closing day={day} now={now} />
        {day.channels.map(({ channel, items, newest, none }) => {
          const name = FORECAST_CHANNEL_NAMES[channel];
          return (
            <div key={channel} className="forecast-cell">
              <span className="field-label">{name}</span>
              {items > 0 && <b>{TEXTS.channelItems(items, timeOf(newest ?? now))}</b>}
              {items === 0 && none && <b className="tone-good">{TEXTS.channelNone(none.staffName, timeOf(none.at))}</b>}
              {items === 0 && !none && (
                <span className="forecast-silent">
                  <b className="tone-warn">{TEXTS.channelOpen}</b>
                  {may && (
                    <Button
                      className="button-small"
                      aria-label={TEXTS.confirmNoneOf(name)}
                      disabled={confirming.busy}
                      onClick={() => confirm(channel)}
                    >
                      {TEXTS.confirmNone}
                    </Button>
                  )}
                </span>
              )}
            </div>
          );
        })}
        <Analysis day={day} now={now} />
        <Receipts day={day} />
      </section>
    </>
  );
}

function Closing({ day: { date, rules }, now }: { day: ForecastDay; now: number }) {
  const at = closingAt(date, rules);
  const left = minutesLeft(at, now);
  return (
    <div className="forecast-cell">
      <span className="field-label">{TEXTS.closing(rules.closeAt)}</span>
      <b className={left > 0 ? '' : 'tone-quiet'}>{left > 0 ? TEXTS.closingLeft(left) : TEXTS.closingOver}</b>
    </div>
  );
}

function Analysis({ day: { date, rules, clocks }, now }: { day: ForecastDay; now: number }) {
  const clock = batchClock(
    date,
    clocks.map((each) => ({ date, ...each })),
    now,
    rules,
  );
  return (
    <div className="forecast-cell">
      <span className="field-label">
        {TEXTS.analysis} {clock.items > 0 && TEXTS.graded(clock.graded, clock.items)}
      </span>
      {clock.items === 0 && <b className="tone-quiet">{TEXTS.analysisNone}</b>}
      {clock.doneAt !== null && <b className="tone-good">{TEXTS.analysisDone(timeOf(clock.doneAt))}</b>}
      {clock.items > 0 && clock.doneAt === null && (
        <b className={clock.overdue > 0 ? 'tone-bad' : ''}>
          {clock.overdue > 0 ? TEXTS.analysisOverdue(clock.overdue) : TEXTS.analysisLeft(minutesLeft(clock.dueAt, now))}
        </b>
      )}
    </div>
  );
}

function Receipts({ day: { warnings } }: { day: ForecastDay }) {
  const [newest] = warnings;
  const unread = newest?.groups.filter(({ receipt }) => receipt === null).length ?? 0;
  return (
    <div className="forecast-cell">
      <span className="field-label">{TEXTS.receipts}</span>
      {!newest && <b className="tone-quiet">{TEXTS.notPublished}</b>}
      {newest && <b className={unread > 0 ? 'tone-bad' : 'tone-good'}>{unread > 0 ? TEXTS.unread(unread) : TEXTS.allRead}</b>}
    </div>
  );
}
