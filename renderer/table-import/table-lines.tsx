import './table-import.css';
import type { ReactNode } from 'react';
import { TABLE } from './texts';

interface Props {
  title: string;
  rows: readonly { line: number; why: string; cells: readonly string[] }[];
  /** Beside the title. */
  aside?: ReactNode;
}

/** Lines of the table with which something is the matter, each with its number, why, and what it holds. */
export function TableLines({ title, rows, aside }: Props) {
  return (
    <section className="table-part" aria-label={title}>
      <div className="table-title">
        <h3>{title}</h3>
        {aside}
      </div>
      <table className="table">
        <thead>
          <tr>
            <th>{TABLE.line}</th>
            <th>{TABLE.reason}</th>
            <th>{TABLE.content}</th>
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
