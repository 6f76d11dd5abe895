import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from 'react';
import type { ArticleFound } from '../../shared/domain/policies';
import { QUERY_AT_MOST } from '../../shared/rules/policy-query';
import { KeyHint } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { isComposing } from '../hooks/use-hotkeys';
import { ArticleRow } from './article-row';
import { TEXTS } from './texts';
import { usePolicySearch } from './use-policy-search';

interface Props {
  label: string;
  /** What Enter does, in a word. */
  enter: string;
  text: string;
  onText(text: string): void;
  /** The article the keyboard stands on. */
  onSelect(row: ArticleFound | undefined): void;
  onEnter(row: ArticleFound): void;
  /** Down, while nothing is looked for: to what is shown instead of answers. */
  onDown?(): void;
  /** Shown while nothing is looked for. */
  children?: ReactNode;
  box?: Ref<HTMLInputElement>;
}

/** The box and its answers. The box keeps the focus and names the active one, as 「查找」 does. */
export function ArticleSearch({ label, enter, text, onText, onSelect, onEnter, onDown, children, box }: Props) {
  const id = useId();
  const found = usePolicySearch(text);
  const [at, setAt] = useState(0);
  /** Enter was pressed before the answer to this text was there. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const looking = text.trim() !== '';
  const rows = looking ? found.rows : [];
  const row = rows[at];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text begins again at the first result
  useEffect(() => setAt(0), [text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another article, or none
  useEffect(() => onSelect(row), [row?.id]);
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [id, at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the answer is there
  useEffect(() => {
    if (awaited === null || found.text !== awaited) return;
    setAwaited(null);
    const [first] = found.rows;
    if (first) onEnter(first);
  }, [awaited, found]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' && looking) setAt(Math.max(0, Math.min(at + 1, rows.length - 1)));
    else if (event.key === 'ArrowDown' && onDown) onDown();
    else if (event.key === 'ArrowUp' && looking) setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && looking) {
      if (found.text !== text.trim()) setAwaited(text.trim());
      else if (row) onEnter(row);
    } else if (event.key === 'Escape' && text !== '') {
      // In a dialog the first Escape clears the box, the second closes.
      event.stopPropagation();
      onText('');
    } else return;
    event.preventDefault();
  };

  return (
    <div className="article-search">
      <label htmlFor={id} className="only-heard">
        {label}
      </label>
      <input
        ref={box}
        id={id}
        type="search"
        className="control"
        data-autofocus
        placeholder={TEXTS.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={QUERY_AT_MOST}
        value={text}
        aria-controls={`${id}-list`}
        aria-activedescendant={row ? `${id}-${at}` : undefined}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {!looking && children}
      {looking && found.error && <ErrorNotice error={found.error} />}
      {looking && (
        // Which text this answers: for the bench, which waits for the answer to a keystroke.
        <div className="article-found" data-answers={found.text ?? ''}>
          {!found.error && found.text === text.trim() && rows.length === 0 && <p className="empty">{TEXTS.none}</p>}
          <div id={`${id}-list`} role="listbox" aria-label={TEXTS.results} className="article-rows">
            {rows.map((each, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the box takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the box holds the focus
              <div
                key={each.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className="article-option"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => setAt(index)}
                onDoubleClick={() => onEnter(each)}
              >
                <ArticleRow row={each} />
              </div>
            ))}
          </div>
          {found.total > rows.length && <p className="tone-quiet article-more">{TEXTS.more(rows.length, found.total)}</p>}
          {rows.length > 0 && (
            <p className="article-keys" aria-hidden="true">
              {TEXTS.searchKeys(enter).map(([keys, act]) => (
                <span key={keys}>
                  <KeyHint keys={keys} /> {act}
                </span>
              ))}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
