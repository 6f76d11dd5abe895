import type { IncidentView } from '../../../shared/contract/incidents';
import { levelName } from '../../../shared/domain/emergency';
import { INCIDENT_STATE_NAMES } from '../../../shared/domain/incident';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { Tag } from '../../components/panel';
import { useTick } from '../../hooks/use-tick';
import { useSession } from '../../stores/session';
import { useDeskName } from '../../sync/use-desk-name';
import { TEXTS } from '../texts';
import { HeardBy } from './heard-by';
import { PeopleCurve } from './people-curve';

interface Props {
  incident: IncidentView;
  now: () => number;
  onType(): void;
  onLevel(): void;
  onPeople(): void;
  /** Visitors can read the screen: the title tells them nothing of anybody (domain README, fact 8). */
  neutral: boolean;
}

/** Readable at three metres: what, since when, which level, who commands, how many. */
export function CommandHead({ incident, now, onType, onLevel, onPeople, neutral }: Props) {
  const { plan, state, level } = incident;
  const running = state === 'active' || state === 'controlled';
  const count = incident.people.at(-1)?.count;
  const nameOf = useDeskName();
  const elsewhere = useSession((s) => s.program?.deskCode) !== incident.deskCode;
  return (
    <section className={`panel command-head command-${state}`} aria-label={TEXTS.title}>
      <div className="command-what">
        <h1>
          {incident.drill && <Tag tone="warn">{TEXTS.drill}</Tag>}
          {(neutral ? plan?.neutral : plan?.name) ?? TEXTS.noType}
        </h1>
        <p>
          {[
            incident.number,
            elsewhere && nameOf(incident.deskCode),
            TEXTS.reporter(incident.reporter),
            plan && TEXTS.edition(incident.edition),
          ]
            .filter(Boolean)
            .join(' · ')}
          <Tag tone={state === 'active' ? 'bad' : state === 'controlled' ? 'warn' : 'plain'}>{INCIDENT_STATE_NAMES[state]}</Tag>
          {running && (
            <Button kind="quiet" hint="Alt+T" onClick={onType}>
              {plan ? '改类型' : '选类型'}
            </Button>
          )}
        </p>
        <HeardBy incident={incident} />
      </div>
      {incident.drill && (
        <p className="command-drill-plan">
          {incident.drillPlan}
          <br />
          {incident.participants}
        </p>
      )}
      <PeopleCurve people={incident.people} now={now} />
      <dl className="command-figures">
        <div>
          <dt>{TEXTS.people}</dt>
          <dd>
            <button type="button" className="command-figure" onClick={onPeople} disabled={!running}>
              {count ?? '—'}
            </button>
          </dd>
        </div>
        <div>
          <dt>{TEXTS.raisedAt}</dt>
          <dd>{stampOf(incident.raisedAt).slice(11)}</dd>
        </div>
        <div>
          <dt>{TEXTS.elapsed}</dt>
          <dd className="command-elapsed">
            <Since now={now} />
          </dd>
        </div>
        <div>
          <dt>{TEXTS.level}</dt>
          <dd>
            <button type="button" className={`command-level level-${level}`} onClick={onLevel} disabled={!running}>
              {levelName(level)}
            </button>
            <small>{TEXTS.commander(incident.commander.post, incident.commander.person)}</small>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Since({ now }: { now: () => number }) {
  return <span role="timer">{TEXTS.clock(useTick(now))}</span>;
}
