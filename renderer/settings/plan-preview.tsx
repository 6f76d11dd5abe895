import { useEffect, useState } from 'react';
import type { PlanStanding } from '../../shared/contract/incident-plans';
import type { EmergencySettings } from '../../shared/domain/emergency';
import { type IncidentPlan, PLAN_STATE_NAMES, type PlanEdition } from '../../shared/domain/incident-plan';
import { type PlanNames, planDifferences } from '../../shared/rules/plan-differences';
import { stampOf } from '../../shared/rules/time';
import { SelectField } from '../components/field';
import { useAnswer } from '../hooks/use-request';
import { PlanText } from './plan-text';
import { TEXTS as t } from './plans-texts';

interface Props {
  plan: IncidentPlan;
  standing: PlanStanding;
  emergency: EmergencySettings;
}

/** What would change, beside what is in force; any earlier edition to read. */
export function PlanPreview({ plan, standing, emergency }: Props) {
  const { inForce, draft, code } = standing;
  const [chosen, choose] = useState('working');
  const { value: editions = [], reload } = useAnswer('plan.editions', { code });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an approval or a draft makes another list of editions
  useEffect(reload, [inForce.edition, draft?.id, reload]);
  const edition = editions.find((each) => keyOf(each) === chosen);
  const shown = edition?.plan ?? plan;
  const names: PlanNames = {
    contact: (key) => emergency.contacts.find((each) => each.key === key)?.name ?? key,
    conduct: (id) => emergency.conducts.find((each) => each.id === id)?.label ?? id,
  };
  const differences = planDifferences(inForce.plan, shown, names);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is read to its end is scrolled with the keys
    <section className="plan-scroll" aria-label={t.parts.preview} tabIndex={0}>
      <SelectField
        label={t.showEdition}
        value={edition ? chosen : 'working'}
        note={edition && madeBy(edition)}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="working">{plan === draft?.plan ? t.waiting : plan === inForce.plan ? t.current : t.working}</option>
        {editions.map((each) => (
          <option key={keyOf(each)} value={keyOf(each)}>
            {t.editionLine(each.edition, PLAN_STATE_NAMES[each.state])}
          </option>
        ))}
      </SelectField>
      <h3>{t.differences(inForce.edition)}</h3>
      {differences.length === 0 ? (
        <p className="tone-quiet">{t.noDifference}</p>
      ) : (
        <table className="table plan-differences" aria-label={t.differences(inForce.edition)}>
          <thead>
            <tr>
              {t.differenceHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ part, before, after }) => (
              <tr key={`${part} ${before} ${after}`}>
                <td>{part}</td>
                <td>{before ? <del>{before}</del> : t.nothing}</td>
                <td>{after ? <ins>{after}</ins> : t.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{t.fullText}</h3>
      <PlanText plan={shown} names={names} />
    </section>
  );
}

const keyOf = ({ id }: PlanEdition): string => id || 'shipped';
const madeBy = ({ at, byName, approvedAt, approvedName }: PlanEdition): string =>
  [at !== null && t.drafted(byName, stampOf(at)), approvedAt !== null && t.reviewed(approvedName, stampOf(approvedAt))]
    .filter(Boolean)
    .join('；') || t.shipped;
