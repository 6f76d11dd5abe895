import type { ReactNode } from 'react';
import type { AppError } from '../../shared/result';
import { ErrorNotice, Notice } from '../components/notice';

interface Props {
  errors: readonly (AppError | undefined)[];
  said: string;
  onHeard(): void;
  /** Above the list's rows. */
  columns: readonly string[];
  list: ReactNode;
  /** The chosen one whole. */
  children: ReactNode;
}

/** What went wrong, what was done, and below it the list with the chosen one beside. */
export function Panes({ errors, said, onHeard, columns, list, children }: Props) {
  return (
    <>
      {errors.map((error) => error && <ErrorNotice key={error.message} error={error} />)}
      {said && (
        <Notice level="good" onDismiss={onHeard}>
          {said}
        </Notice>
      )}
      <div className="keeping-panes">
        <div className="keeping-listed">
          <div className="keeping-row keeping-columns" aria-hidden="true">
            {columns.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </div>
          {list}
        </div>
        <aside className="keeping-side">{children}</aside>
      </div>
    </>
  );
}
