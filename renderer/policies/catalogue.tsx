import type { KeyboardEvent } from 'react';
import type { PolicyView } from '../../shared/domain/policies';
import { DataList } from '../components/data-list';
import { PolicyTags } from './policy-tags';
import { TEXTS } from './texts';

interface Props {
  policies: readonly PolicyView[];
  onSelect(policy: PolicyView | undefined): void;
  onOpen(policy: PolicyView): void;
  onRetire(policy: PolicyView): void;
}

const ROW = 58;

/** All texts of the library. Enter reads one article by article, Delete takes it out of use. */
export function Catalogue({ policies, onSelect, onOpen, onRetire }: Props) {
  const onKey = (event: KeyboardEvent, policy: PolicyView): (() => void) | null => (event.key === 'Delete' ? () => onRetire(policy) : null);
  return (
    <DataList
      label={TEXTS.catalogue}
      rows={policies}
      rowHeight={ROW}
      keyOf={({ id }) => id}
      empty={TEXTS.emptyCatalogue}
      onSelect={onSelect}
      onOpen={onOpen}
      onKey={onKey}
    >
      {(policy) => (
        <div className="article-row">
          <div className="article-row-head">
            <strong className="article-row-title">{policy.title}</strong>
            <PolicyTags {...policy} />
          </div>
          <div className="article-row-subject">
            {policy.version && `${policy.version} · `}
            {TEXTS.effective(policy.effective)} · {TEXTS.count(policy.articles)}
          </div>
        </div>
      )}
    </DataList>
  );
}
