import { useEffect, useState } from 'react';
import type { ArticleFound, PolicyView } from '../../shared/domain/policies';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { DataList } from '../components/data-list';
import { ErrorNotice } from '../components/notice';
import { ArticleRow } from './article-row';
import { TEXTS } from './texts';

interface Props {
  policy: PolicyView;
  onSelect(row: ArticleFound | undefined): void;
  onOpen(row: ArticleFound): void;
  onBack(): void;
  /** The first of them stand there: the keyboard may go into the list. */
  onShown(): void;
}

const ROW = 76;
const PAGE = 200;

/** The articles of one text in their order; read page by page, shown as they come. */
export function Contents({ policy, onSelect, onOpen, onBack, onShown }: Props) {
  const [rows, setRows] = useState<ArticleFound[]>([]);
  const [error, setError] = useState<AppError>();
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      for (let offset = 0, total = 1; offset < total && !gone; offset += PAGE) {
        const page = await ask('policy.articles', { policyId: policy.id, offset, limit: PAGE });
        if (gone) return;
        if (!page.ok) return setError(page.error);
        total = page.value.total;
        setRows((before) => (offset === 0 ? page.value.rows : [...before, ...page.value.rows]));
      }
    };
    void read();
    return () => {
      gone = true;
    };
  }, [policy.id]);
  const shown = rows.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when there is something to stand on
  useEffect(() => {
    if (shown) onShown();
  }, [shown]);
  return (
    <>
      <div className="contents-head">
        <strong>{policy.title}</strong>
        <Button kind="quiet" hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
      </div>
      {error && <ErrorNotice error={error} />}
      <DataList
        label={TEXTS.articlesOf}
        rows={rows}
        rowHeight={ROW}
        keyOf={({ id }) => id}
        empty={error ? '' : TEXTS.opening}
        onSelect={onSelect}
        onOpen={onOpen}
      >
        {(row) => <ArticleRow row={row} alone />}
      </DataList>
    </>
  );
}
