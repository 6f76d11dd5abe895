import { type ForecastSettings, type ForecastView, NOT_KNOWN } from '../../shared/domain/forecast';
import { type GradeClock, gradeClock, gradeDueAt, isLate, lateWords, minutesLeft } from '../../shared/rules/forecast-clock';
import { timeOf } from '../../shared/rules/time';
import { Tag } from '../components/panel';
import { GradeTag } from './grade-tag';
import { TEXTS } from './texts';

const clockedOf = ({ date, enteredAt, gradedAt }: ForecastView) => ({ date, createdAt: enteredAt, gradedAt });

/** Two lines of an item: how grave, who, when; what for, and what is late about it. */
export function ItemRow({ item, rules, now }: { item: ForecastView; rules: ForecastSettings; now: number }) {
  const clocked = clockedOf(item);
  const clock = gradeClock(clocked, now, rules);
  return (
    <div className={`forecast-row ${item.state === 'withdrawn' ? 'forecast-withdrawn' : ''}`}>
      <p>
        <GradeTag grade={item.grade} suggested={item.suggested} />
        <b className="forecast-who">{item.who}</b>
        <span>{item.heads === null ? `人数${NOT_KNOWN}` : TEXTS.heads(item.heads)}</span>
        <span className="forecast-time">{item.plannedAt === null ? `时间${NOT_KNOWN}` : timeOf(item.plannedAt)}</span>
      </p>
      <p>
        <span className="forecast-demand tone-quiet">{item.demand || `诉求${NOT_KNOWN}`}</span>
        {isLate(clocked, rules) && <Tag tone="warn">{lateWords(rules)}</Tag>}
        {item.state === 'withdrawn' ? (
          <Tag>{TEXTS.withdrawn}</Tag>
        ) : (
          <Clock clock={clock} left={minutesLeft(gradeDueAt(clocked, rules), now)} />
        )}
      </p>
    </div>
  );
}

function Clock({ clock, left }: { clock: GradeClock; left: number }) {
  if (clock === 'overdue') return <Tag tone="bad">{TEXTS.overdue}</Tag>;
  if (clock === 'late') return <Tag tone="warn">{TEXTS.gradedLate}</Tag>;
  return clock === 'running' ? <Tag tone="blue">{TEXTS.dueLeft(left)}</Tag> : null;
}
