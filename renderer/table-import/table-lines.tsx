import type { ReactNode } from 'react';
import { LEDGER } from './ledger-texts';

interface Props {
  title: string;
  rows: readonly { line: number; why: string; cells: readonly string[] }[];
  /** Beside the title. */
  aside?: ReactNode;
}

/** Lines of the ledger with which something is the matter, each with its number, why, and what it holds. */
export function LedgerLines({ title, rows, aside }: Props) {
  return (
    <section className="ledger-part" aria-label={title}>
      <div className="ledger-file">
        <h3>{title}</h3>
        {aside}
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{LEDGER.line}</th>
            <th>{LEDGER.reason}</th>
            <th>{LEDGER.content}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, why, cells }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{why}</td>
              <td className="tone-quiet">{cells.filter((cell) => cell !== '').join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
