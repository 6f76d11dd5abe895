import { FIELD_KIND_NAMES, type IncidentPlan, STEP_KIND_NAMES } from '../../shared/domain/incident-plan';
import type { PlanNames } from '../../shared/rules/plan-differences';
import { TEXTS as t } from './plans-texts';

/** A plan as it is read aloud before it is approved. */
export function PlanText({ plan, names }: { plan: IncidentPlan; names: PlanNames }) {
  return (
    <dl className="plan-text">
      <dt>{t.name}</dt>
      <dd>{`${plan.code} ${plan.name}`}</dd>
      <dt>{t.neutral}</dt>
      <dd>{plan.neutral}</dd>
      <dt>{t.digit}</dt>
      <dd>{plan.digit || t.nothing}</dd>
      <dt>{t.steps}</dt>
      <dd>
        <ol>
          {plan.steps.map(({ id, text, kind, mandatory, within }) => (
            <li key={id}>
              {text}
              <small>
                {[STEP_KIND_NAMES[kind], mandatory ? t.must : t.optional, within === null ? '' : t.at(within)].filter(Boolean).join(' · ')}
              </small>
            </li>
          ))}
        </ol>
      </dd>
      <dt>{t.mustNots}</dt>
      <dd>{plan.mustNots.join('；') || t.nothing}</dd>
      <dt>{t.parts.calls}</dt>
      <dd>{plan.calls.map(({ to, within, when }) => `${names.contact(to)} ${t.at(within)}${t.when(when)}`).join('；') || t.nothing}</dd>
      <dt>{t.fields}</dt>
      <dd>{plan.fields.map(({ label, kind }) => `${label}（${FIELD_KIND_NAMES[kind]}）`).join('；') || t.nothing}</dd>
      <dt>{t.conduct}</dt>
      <dd>{plan.conducts.map(names.conduct).join('；') || t.nothing}</dd>
      <dt>{t.basis}</dt>
      <dd>{plan.basis || t.nothing}</dd>
    </dl>
  );
}
