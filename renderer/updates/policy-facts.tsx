import { POLICY_KEYS, type PolicyKey, type PolicyView } from '../../shared/domain/machine-policy';
import { POLICY_NAMES } from '../../shared/rules/machine-policy';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { TEXTS } from './texts';

/** What the IT office set for this PC, and what of it does not count. */
export function PolicyFacts({ view }: { view: PolicyView }) {
  const set = POLICY_KEYS.filter((key) => view.values[key] !== undefined);
  return (
    <section className="setting-group updates-part" aria-label={TEXTS.policy}>
      <h3>{TEXTS.policy}</h3>
      <p className="tone-quiet">{set.length > 0 ? TEXTS.policyWhy : TEXTS.noPolicy}</p>
      {view.refused.map((sentence) => (
        <Notice key={sentence} level="warning">
          {sentence}
        </Notice>
      ))}
      {(set.length > 0 || view.found) && (
        <Facts items={[[TEXTS.place, view.place], ...set.map((key) => [POLICY_NAMES[key], wordsOf(view.values, key)] as const)]} />
      )}
    </section>
  );
}

function wordsOf(values: PolicyView['values'], key: PolicyKey): string {
  const value = values[key];
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? TEXTS.on : TEXTS.off;
  return typeof value === 'number' ? TEXTS.minutes(value) : (value ?? '');
}
