import './list-editor.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../components/button';
import { LIST_TEXTS } from './list-texts';

interface Props<T> {
  label: string;
  rows: readonly T[];
  at: number;
  onAt(at: number): void;
  keyOf(row: T): string;
  lineOf(row: T, at: number): ReactNode;
  wrongAt(at: number): boolean;
  /** What a new row is; absent: none can be added, removed or moved. */
  make?: () => T;
  onChange?(rows: T[]): void;
  /** Why a row cannot be removed; empty: it can. */
  whyKept?(row: T): string;
  /** The chosen row's fields. */
  children: ReactNode;
}

/**
 * A list and the fields of the row that is chosen in it, for lists too long to be a table of fields. Up and Down choose,
 * with Alt they move the row, Insert adds below it, Delete removes it.
 */
export function ListEditor<T>({ label, rows, at, onAt, keyOf, lineOf, wrongAt, make, onChange, whyKept, children }: Props<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const [said, say] = useState('');
  const [added, setAdded] = useState(0);
  const chosen = Math.min(at, rows.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  // A new row is empty: the caret goes to its first field.
  useEffect(() => {
    if (added > 0) detail.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [added]);

  const choose = (to: number): void => {
    say('');
    onAt(Math.max(0, Math.min(to, rows.length - 1)));
  };
  const add = (): void => {
    if (!make) return;
    onChange?.(rows.toSpliced(chosen + 1, 0, make()));
    say('');
    onAt(chosen + 1);
    setAdded((n) => n + 1);
  };
  const remove = (): void => {
    const row = rows[chosen];
    if (row === undefined) return;
    const why = whyKept?.(row) ?? '';
    say(why);
    if (why !== '') return;
    onChange?.(rows.toSpliced(chosen, 1));
    onAt(Math.max(0, Math.min(chosen, rows.length - 2)));
  };
  const move = (by: number): void => {
    const row = rows[chosen];
    const to = chosen + by;
    if (row === undefined || to < 0 || to >= rows.length) return;
    onChange?.(rows.toSpliced(chosen, 1).toSpliced(to, 0, row));
    choose(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = `${event.altKey ? 'Alt+' : ''}${event.key}`;
    const acts: Record<string, () => void> = {
      ArrowDown: () => choose(chosen + 1),
      ArrowUp: () => choose(chosen - 1),
      Home: () => choose(0),
      End: () => choose(rows.length - 1),
      ...(make && { 'Alt+ArrowDown': () => move(1), 'Alt+ArrowUp': () => move(-1), Insert: add, Delete: remove }),
    };
    const act = acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="list-editor">
      <div className="list-editor-side">
        <div
          ref={list}
          className="list-editor-rows"
          role="listbox"
          aria-label={label}
          tabIndex={0}
          aria-activedescendant={`${id}-${chosen}`}
          onKeyDown={onKeyDown}
        >
          {rows.map((row, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active option
            <div
              key={keyOf(row)}
              id={`${id}-${i}`}
              role="option"
              aria-selected={i === chosen}
              className={`list-editor-row ${wrongAt(i) ? 'list-editor-wrong' : ''}`}
              onClick={() => choose(i)}
            >
              {lineOf(row, i)}
              {wrongAt(i) && <span className="tone-bad">{LIST_TEXTS.wrong}</span>}
            </div>
          ))}
        </div>
        <p className="tone-bad list-editor-said" aria-live="polite">
          {said}
        </p>
        {make && (
          <div className="list-editor-acts">
            <Button hint="Insert" onClick={add}>
              {LIST_TEXTS.add}
            </Button>
            <Button hint="Del" onClick={remove}>
              {LIST_TEXTS.remove}
            </Button>
            <Button hint="Alt+↑" onClick={() => move(-1)}>
              {LIST_TEXTS.up}
            </Button>
            <Button hint="Alt+↓" onClick={() => move(1)}>
              {LIST_TEXTS.down}
            </Button>
          </div>
        )}
      </div>
      <div className="list-editor-detail" ref={detail}>
        {rows.length > 0 && children}
      </div>
    </div>
  );
}
