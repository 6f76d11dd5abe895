import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLetterKeys } from '../hooks/use-letter-keys';

interface DataListProps<T> {
  label: string;
  rows: readonly T[];
  rowHeight: number;
  keyOf(row: T): string;
  children(row: T): ReactNode;
  onOpen(row: T): void;
  /** The row that the keyboard stands on, whenever it becomes another. */
  onSelect?(row: T | undefined): void;
  /** What a key does with the row; null: nothing. */
  onKey?(event: KeyboardEvent, row: T): (() => void) | null;
  /** What to do first, shown when there is nothing. */
  empty: string;
  className?: string;
  /** The row on which it begins; absent: the first. */
  first?: string;
  /** In a dialog: the keyboard begins here. */
  autoFocus?: boolean;
}

interface At {
  /** Null: whatever row stands at the index. */
  key: string | null;
  index: number;
}

/**
 * A long list of which only what is seen exists. Up, Down, Home, End; Enter opens. It stands on a row, not on a place:
 * a list that changes while somebody looks at it must not put another person under their finger.
 */
export function DataList<T>({
  label,
  rows,
  rowHeight,
  keyOf,
  children,
  onOpen,
  onSelect,
  onKey,
  empty,
  className,
  first,
  autoFocus,
}: DataListProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At>({ key: first ?? null, index: 0 });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const same = at.key === null ? -1 : rows.findIndex((row) => keyOf(row) === at.key);
  const chosen = same >= 0 ? same : Math.min(at.index, rows.length - 1);
  const chosenRow = rows[chosen];
  const chosenKey = chosenRow === undefined ? null : keyOf(chosenRow);
  const select = useRef(onSelect);
  select.current = onSelect;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another row, or the same row changed
  useEffect(() => select.current?.(chosenRow), [chosenKey, chosenRow]);
  // The row is gone while somebody stands there: they stand on its neighbour now, and stay with that one.
  useEffect(() => {
    if (scroller.current === document.activeElement) setAt({ key: chosenKey, index: Math.max(0, chosen) });
  }, [chosenKey, chosen]);
  const goTo = (index: number): void => {
    const row = rows[index];
    if (row !== undefined) setAt({ key: keyOf(row), index });
  };
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);

  const letters = useLetterKeys();
  const onKeyDown = (event: KeyboardEvent): void => {
    const when = letters.judge(event);
    if (when === 'never') {
      event.preventDefault();
      return;
    }
    const row = rows[chosen];
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    const act = row === undefined ? null : (onKey?.(event, row) ?? null);
    if (act) when === 'later' ? letters.later(act) : act();
    // Ctrl+Enter belongs to the screen around the list.
    else if (event.key === 'Enter' && !event.ctrlKey && row !== undefined) onOpen(row);
    else if (to !== undefined) goTo(Math.max(0, Math.min(to, rows.length - 1)));
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div
      ref={scroller}
      className={`list ${onSelect ? 'list-beside' : ''} ${className ?? ''}`}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-autofocus={autoFocus || undefined}
      aria-activedescendant={`${id}-${chosen}`}
      onKeyDown={onKeyDown}
      onFocus={() => setAt({ key: chosenKey, index: Math.max(0, chosen) })}
      // Nobody looks: who left the list at its top finds the newest there when they come back.
      onBlur={() => setAt((was) => (was.index === 0 ? { key: null, index: 0 } : was))}
    >
      <div role="presentation" className="list-inside" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names its active option
            <div
              key={keyOf(row)}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === chosen}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="list-row"
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onClick={() => {
                goTo(item.index);
                if (!onSelect) onOpen(row);
              }}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
