import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DataListProps<T> {
  label: string;
  rows: readonly T[];
  rowHeight: number;
  keyOf(row: T): string;
  children(row: T): ReactNode;
  onOpen(row: T): void;
  /** What to do first, shown when there is nothing. */
  empty: string;
  className?: string;
}

/** A long list of which only what is seen exists. Up, Down, Home, End; Enter opens. */
export function DataList<T>({ label, rows, rowHeight, keyOf, children, onOpen, empty, className }: DataListProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const chosen = Math.min(at, rows.length - 1);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen);
  }, [chosen, virtual]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[chosen];
    const moves: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    if (event.key === 'Enter' && row) onOpen(row);
    else if (to !== undefined) setAt(Math.max(0, Math.min(to, rows.length - 1)));
    else return;
    event.preventDefault();
  };

  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div
      ref={scroller}
      className={`list ${className ?? ''}`}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${id}-${chosen}`}
      onKeyDown={onKeyDown}
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
                setAt(item.index);
                onOpen(row);
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
