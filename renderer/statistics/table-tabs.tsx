import { type KeyboardEvent, useRef } from 'react';
import type { StatTable } from '../../shared/domain/statistics';
import { TEXTS } from './texts';

interface Props {
  tables: readonly StatTable[];
  chosen: StatTable['id'];
  onChoose(id: StatTable['id']): void;
  onInto(): void;
}

/** T1–T12; Up and Down change the table, Enter and Right go into it. */
export function TableTabs({ tables, chosen, onChoose, onInto }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Alt with an arrow is the period's.
    if (event.altKey) return;
    const at = tables.findIndex(({ id }) => id === chosen);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: tables.length - 1 };
    const to = tables[moves[event.key] ?? -1];
    if (event.key === 'ArrowRight' || event.key === 'Enter') onInto();
    else if (!to) return;
    else {
      onChoose(to.id);
      list.current?.querySelector<HTMLElement>(`#stat-tab-${to.id}`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className="panel stat-tabs" role="tablist" aria-label={TEXTS.tables} aria-orientation="vertical" ref={list} onKeyDown={onKeyDown}>
      {tables.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`stat-tab-${id}`}
          aria-selected={id === chosen}
          aria-controls="stat-table"
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          <span>{id}</span> {title}
        </button>
      ))}
    </div>
  );
}
