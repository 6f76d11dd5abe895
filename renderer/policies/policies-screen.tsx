import './policies.css';
import { useEffect, useRef, useState } from 'react';
import type { PolicyPreview } from '../../shared/contract/policies';
import type { PolicyView } from '../../shared/domain/policies';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { Panel } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useMayAsk } from '../stores/session';
import { ArticlePane } from './article-pane';
import { ArticleSearch } from './article-search';
import { Catalogue } from './catalogue';
import { Contents } from './contents';
import { ImportDialog } from './import-dialog';
import { PolicyPane } from './policy-pane';
import { RetireDialog } from './retire-dialog';
import { TEXTS } from './texts';

/** 「政策」: what a decision rests on, found by words or by number, offline. */
export function PoliciesScreen() {
  const list = useLive('policy.list', {});
  const opening = useRequest('policy.open');
  const mayImport = useMayAsk('policy.open');
  const mayRetire = useMayAsk('policy.retire');
  const [text, setText] = useState('');
  const [articleId, setArticleId] = useState<string | null>(null);
  const [policyId, setPolicyId] = useState<string | null>(null);
  const [reading, setReading] = useState<PolicyView | null>(null);
  const [preview, setPreview] = useState<PolicyPreview | null>(null);
  const [retiring, setRetiring] = useState<PolicyView | null>(null);
  const [said, setSaid] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const policies = list.value ?? [];
  const policy = policies.find(({ id }) => id === policyId);
  const looking = text.trim() !== '';

  const focusBox = (): void => {
    box.current?.focus();
    box.current?.select();
  };
  const focusList = (): void => side.current?.querySelector<HTMLElement>('[role=listbox][tabindex]')?.focus();
  useEffect(() => box.current?.focus(), []);
  const leave = (): void => {
    setReading(null);
    setArticleId(null);
    focusBox();
  };
  const choose = async (): Promise<void> => {
    if (opening.busy || !mayImport) return;
    setSaid('');
    const result = await opening.run({});
    if (result.ok && result.value) setPreview(result.value);
  };
  useHotkeys({
    F5: () => void choose(),
    'Ctrl+F': focusBox,
    F8: focusList,
    Escape: () => (reading && !looking ? leave() : focusBox()),
  });
  const retire = (one: PolicyView): void => {
    if (mayRetire && one.active) setRetiring(one);
  };

  const shownArticle = looking || reading ? articleId : null;
  return (
    <div className="screen policies">
      <Panel
        title={TEXTS.title}
        className="policies-side"
        aside={
          mayImport && (
            <Button className="panel-end-button" hint="F5" disabled={opening.busy} onClick={() => void choose()}>
              {TEXTS.import}
            </Button>
          )
        }
      >
        {opening.busy && <p className="tone-quiet policies-said">{TEXTS.reading}</p>}
        {opening.error && <ErrorNotice error={opening.error} onDismiss={opening.clear} />}
        {said && (
          <Notice level="good" onDismiss={() => setSaid('')}>
            {said}
          </Notice>
        )}
        {list.error && !list.value && <ErrorNotice error={list.error} />}
        <div ref={side} className="policies-found">
          <ArticleSearch
            label={TEXTS.search}
            enter={TEXTS.read}
            text={text}
            onText={setText}
            onSelect={(row) => setArticleId(row?.id ?? null)}
            onEnter={() => pane.current?.focus()}
            onDown={focusList}
            box={box}
          >
            {reading ? (
              <Contents
                key={reading.id}
                policy={reading}
                onSelect={(row) => setArticleId(row?.id ?? null)}
                onOpen={() => pane.current?.focus()}
                onBack={leave}
                onShown={focusList}
              />
            ) : (
              <Catalogue policies={policies} onSelect={(one) => setPolicyId(one?.id ?? null)} onOpen={setReading} onRetire={retire} />
            )}
          </ArticleSearch>
        </div>
      </Panel>
      {!looking && !reading && policy ? (
        <PolicyPane key={policy.id} policy={policy} onRetire={() => retire(policy)} />
      ) : (
        <ArticlePane ref={pane} id={shownArticle} text={text} />
      )}
      {retiring && <RetireDialog policy={retiring} onClose={() => setRetiring(null)} />}
      {preview && (
        <ImportDialog
          preview={preview}
          policies={policies}
          onDone={(sentence) => {
            setPreview(null);
            setSaid(sentence);
          }}
          onClose={() => {
            setPreview(null);
            void ask('policy.close', {});
          }}
        />
      )}
    </div>
  );
}
