import type { ReactNode } from 'react';
import { TextField } from '../components/field';
import { ListEditor } from './list-editor';
import { type Wrong, wrongBelow } from './use-edited';

interface Props<T extends { name: string }> {
  /** Of the list in the value, by which what is wrong is found. */
  path: string;
  label: string;
  what: string;
  note?: string;
  maxLength: number;
  rows: readonly T[];
  wrong: Wrong;
  at: number;
  onAt(at: number): void;
  keyOf(row: T): string;
  /** Said small beside the name. */
  asideOf?(row: T): string;
  make(): T;
  onChange(rows: T[]): void;
  /** More of the chosen row than its name. */
  children?(row: T, set: (more: Partial<T>) => void, path: string): ReactNode;
}

/** A list of things that are known by their name, with little else to each. */
export function NamedList<T extends { name: string }>(props: Props<T>) {
  const { path, label, what, note, maxLength, rows, wrong, at, onAt, keyOf, asideOf, make, onChange, children } = props;
  const row = rows[at] ?? rows.at(-1);
  const i = row ? rows.indexOf(row) : 0;
  const set = (more: Partial<T>): void => onChange(rows.map((each) => (each === row ? { ...each, ...more } : each)));
  return (
    <>
      {wrong[path] && <p className="tone-bad">{wrong[path]}</p>}
      <ListEditor
        label={label}
        rows={rows}
        at={at}
        onAt={onAt}
        keyOf={keyOf}
        lineOf={(each) => (
          <>
            <span>{each.name}</span>
            <small>{asideOf?.(each)}</small>
          </>
        )}
        wrongAt={(n) => wrongBelow(wrong, `${path}.${n}`)}
        make={make}
        onChange={onChange}
      >
        {row && (
          <>
            <TextField
              label={what}
              required
              maxLength={maxLength}
              value={row.name}
              note={note}
              error={wrong[`${path}.${i}.name`]}
              onChange={({ target }) => set({ name: target.value } as Partial<T>)}
            />
            {children?.(row, set, `${path}.${i}`)}
          </>
        )}
      </ListEditor>
    </>
  );
}
