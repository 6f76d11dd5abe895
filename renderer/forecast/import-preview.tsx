import type { InputOf } from '../../shared/contract';
import type { ForecastPreview } from '../../shared/contract/forecast-import';
import { FORECAST_COLUMN_NAMES, FORECAST_COLUMNS, FORECAST_NEEDED, type ForecastColumn } from '../../shared/rules/forecast-columns';
import { HEAD_WITHIN } from '../../shared/rules/ledger-head';
import { SelectField } from '../components/field';
import { Notice } from '../components/notice';
import { LedgerLines } from '../settings/ledger-lines';
import { IMPORT } from './import-texts';

type Choice = Pick<InputOf<'forecast.mapFile'>, 'sheet' | 'head' | 'mapping'>;

const HEAD_PLACES = Array.from({ length: HEAD_WITHIN }, (_, i) => [
  { row: i + 1, rows: 1 as const },
  { row: i + 1, rows: 2 as const },
]).flat();

/** What would come of the list: its columns as they were understood, its first lines, and what is refused, with the reasons. */
export function ImportPreview({ preview, onChange }: { preview: ForecastPreview; onChange(choice: Choice): void }) {
  const { fileName, sheets, sheet, columns, mapping, missing, rows, lines, good, duplicates, refused, refusals, repeats } = preview;
  const head = preview.headRow > 0 ? { row: preview.headRow, rows: preview.headRows } : undefined;
  const take = (column: ForecastColumn, value: string): void => {
    const { [column]: _, ...others } = mapping;
    onChange({ sheet, head, mapping: value === '' ? others : { ...others, [column]: Number(value) } });
  };
  return (
    <>
      <p>
        <b>{fileName}</b>
        {preview.remembered && <span className="tone-quiet">　{IMPORT.remembered}</span>}
      </p>
      {missing.length > 0 ? (
        <Notice level="warning">{IMPORT.missing(missing.map((column) => FORECAST_COLUMN_NAMES[column]).join('、'))}</Notice>
      ) : (
        <p role="status" aria-label={IMPORT.title}>
          <b>{IMPORT.counts(lines, good, duplicates, refused)}</b>
        </p>
      )}
      <div className="setting-grid">
        {sheets.length > 1 && (
          <SelectField label={IMPORT.sheet} value={sheet} onChange={(event) => onChange({ sheet: Number(event.target.value) })}>
            {sheets.map(({ name }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its place
              <option key={i} value={i}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={IMPORT.head}
          dense
          value={head ? `${head.row}/${head.rows}` : ''}
          onChange={(event) => {
            const place = HEAD_PLACES.find(({ row, rows: count }) => `${row}/${count}` === event.target.value);
            if (place) onChange({ sheet, head: place });
          }}
        >
          {!head && <option value="">{IMPORT.noHead}</option>}
          {HEAD_PLACES.map(({ row, rows: count }) => (
            <option key={`${row}/${count}`} value={`${row}/${count}`}>
              {IMPORT.headAt(row, count)}
            </option>
          ))}
        </SelectField>
      </div>
      {refused > 0 && missing.length === 0 && (
        <LedgerLines
          title={IMPORT.refusedRows(refusals.length, refused)}
          rows={refusals.map(({ line, reasons, cells }) => ({ line, why: reasons.join('；'), cells }))}
        />
      )}
      {repeats.length > 0 && (
        <LedgerLines
          title={IMPORT.repeatedRows(repeats.length, duplicates)}
          rows={repeats.map(({ line, sameAs, cells }) => ({ line, why: sameAs > 0 ? IMPORT.sameAs(sameAs) : IMPORT.there, cells }))}
        />
      )}
      <fieldset className="ledger-part">
        <legend>{IMPORT.columns}</legend>
        <div className="setting-grid ledger-columns">
          {FORECAST_COLUMNS.map((column) => (
            <SelectField
              key={column}
              label={FORECAST_COLUMN_NAMES[column]}
              required={FORECAST_NEEDED.includes(column)}
              dense
              value={mapping[column] ?? ''}
              onChange={(event) => take(column, event.target.value)}
            >
              <option value="">{IMPORT.notTaken}</option>
              {columns.map((name, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
                <option key={i} value={i}>
                  {name}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </fieldset>
      <section className="ledger-part" aria-label={IMPORT.firstRows(rows.length)}>
        <h3>{IMPORT.firstRows(rows.length)}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
        <div className="ledger-wide" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th>{IMPORT.line}</th>
                {columns.map((name, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
                  <th key={i}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.line} className={row.refused ? 'ledger-bad' : undefined}>
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
    </>
  );
}
