import './table-import.css';
import type { TablePreview } from '../../shared/contract/table-preview';
import { TABLE } from './texts';

/** The first lines as they stand in the table, under the names of its columns; those that are refused are marked. */
export function FirstLines({ columns, rows }: Pick<TablePreview<string>, 'columns' | 'rows'>) {
  const title = TABLE.firstRows(rows.length);
  return (
    <section className="table-part" aria-label={title}>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
      <div className="table-wide" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th>{TABLE.line}</th>
              {columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
                <th key={i}>{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line} className={row.refused ? 'table-refused' : undefined}>
                <td>{row.line}</td>
                {columns.map((_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as the columns
                  <td key={i}>{row.cells[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
