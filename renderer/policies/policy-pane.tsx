import { POLICY_KIND_NAMES, type PolicyView } from '../../shared/domain/policies';
import { dayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Facts } from '../components/panel';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { PolicyTags } from './policy-tags';
import { TEXTS } from './texts';

/** What is known of one text, and whether it is in use. */
export function PolicyPane({ policy, onRetire }: { policy: PolicyView; onRetire(): void }) {
  const activate = useRequest('policy.activate');
  const may = useMayAsk('policy.retire');
  const { facts } = TEXTS;
  return (
    <section className="article" aria-label={policy.title}>
      <h2 className="article-label">{policy.title}</h2>
      <p className="article-source">
        <PolicyTags {...policy} />
      </p>
      <Facts
        items={[
          [facts.issuer, policy.issuer],
          [facts.kind, POLICY_KIND_NAMES[policy.kind]],
          [facts.version, policy.version],
          [facts.effective, policy.effective],
          [facts.articles, String(policy.articles)],
          [facts.source, policy.source],
          ...(policy.addedAt > 0 ? [[facts.added, TEXTS.added(dayOf(policy.addedAt), policy.addedByName)] as const] : []),
        ]}
      />
      {policy.digest && <p className="tone-quiet">{TEXTS.digestNote}</p>}
      {activate.error && <ErrorNotice error={activate.error} onDismiss={activate.clear} />}
      {may && (
        <div className="article-acts">
          {policy.active ? (
            <Button hint="Delete" onClick={onRetire}>
              {TEXTS.retire}
            </Button>
          ) : (
            <Button disabled={activate.busy} onClick={() => void activate.run({ policyId: policy.id })}>
              {TEXTS.activate}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
