import './steps.css';
import type { IncidentView } from '../../../shared/contract/incidents';
import { type IncidentStep, STEP_KIND_NAMES } from '../../../shared/domain/incident-plan';
import { minutesLate } from '../../../shared/rules/incident-facts';
import { Button } from '../../components/button';
import { Panel, Tag } from '../../components/panel';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';

interface Props {
  incident: IncidentView;
  now: () => number;
  readOnly: boolean;
  onDone(step: IncidentStep): void;
  onLeaveOut(step: IncidentStep): void;
}

/** The step that is next: the first that was neither done nor left out. */
export const nextStep = ({ plan, steps }: Pick<IncidentView, 'plan' | 'steps'>): IncidentStep | undefined =>
  plan?.steps.find((step) => !steps[step.id]);

/** What to do, in order, and what not; the next step stands out. */
export function StepList({ incident, now, readOnly, onDone, onLeaveOut }: Props) {
  const elapsed = useTick(now, 1000);
  const { plan, steps } = incident;
  const next = nextStep(incident);
  if (!plan)
    return (
      <Panel title={TEXTS.steps} className="command-steps">
        {null}
      </Panel>
    );
  return (
    <Panel
      title={TEXTS.steps}
      className="command-steps"
      aside={<span className="panel-end">{incident.persuasions > 0 && TEXTS.persuaded(incident.persuasions)}</span>}
    >
      <ol className="steps">
        {plan.steps.map((step, i) => {
          const done = steps[step.id];
          const late = !done && step.within !== null && minutesLate(elapsed, step.within * 60_000) > 0;
          return (
            <li
              key={step.id}
              className={`step ${done ? 'step-done' : ''} ${step === next ? 'step-next' : ''}`}
              aria-current={step === next ? 'step' : undefined}
            >
              <span className="step-sign" aria-hidden="true">
                {done ? (done.outcome === 'done' ? '✓' : '—') : i + 1}
              </span>
              <span className="step-text">
                {step.text}
                <small>
                  {step.kind !== 'act' && <Tag tone={step.kind === 'control' ? 'bad' : 'blue'}>{STEP_KIND_NAMES[step.kind]}</Tag>}
                  {!done && step.within !== null && <span className={late ? 'tone-bad' : ''}>{TEXTS.within(step.within)}</span>}
                  {!step.mandatory && !done && <span>{TEXTS.optional}</span>}
                  {done && (
                    <span>
                      {done.outcome === 'left-out' && `${TEXTS.leftOut}：${done.reason} `}
                      {TEXTS.doneAt(done.at, done.byName)}
                    </span>
                  )}
                </small>
              </span>
              {!done && !readOnly && step === next && (
                <span className="step-acts">
                  <Button hint="Alt+Enter" onClick={() => onDone(step)}>
                    {TEXTS.done}
                  </Button>
                  <Button kind="quiet" hint="Alt+N" onClick={() => onLeaveOut(step)}>
                    {TEXTS.leaveOut}
                  </Button>
                </span>
              )}
              {!done && !readOnly && step !== next && (
                <Button kind="quiet" aria-label={`${TEXTS.done}：${step.text}`} onClick={() => onDone(step)}>
                  {TEXTS.done}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {plan.mustNots.length > 0 && (
        <p className="must-nots">
          <b>{TEXTS.mustNots}</b>
          {plan.mustNots.join('；')}
        </p>
      )}
      <p className="command-basis">{plan.basis}</p>
    </Panel>
  );
}
