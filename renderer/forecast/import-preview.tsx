import type { ForecastPreview } from '../../shared/contract/forecast-import';
import type { TableChoice } from '../../shared/contract/table-preview';
import { FORECAST_COLUMN_NAMES, FORECAST_COLUMNS, FORECAST_NEEDED, type ForecastColumn } from '../../shared/rules/forecast-columns';
import { Notice } from '../components/notice';
import { FirstLines } from '../table-import/first-lines';
import { TableColumns } from '../table-import/table-columns';
import { TableLines } from '../table-import/table-lines';
import { TABLE } from '../table-import/texts';
import { IMPORT } from './import-texts';

interface Props {
  preview: ForecastPreview;
  /** What was chosen last and is still being looked at. */
  wanted: TableChoice<ForecastColumn> | null;
  onChange(choice: TableChoice<ForecastColumn>): void;
}

/** What would come of the list: its columns as they were understood, its first lines, and what is refused, with the reasons. */
export function ImportPreview({ preview, wanted, onChange }: Props) {
  const { fileName, remembered, columns, missing, rows, lines, good, duplicates, refused, refusals, repeats } = preview;
  return (
    <>
      <p>
        <b>{fileName}</b>
        {remembered && <span className="tone-quiet">　{IMPORT.remembered}</span>}
      </p>
      {missing.length > 0 ? (
        <Notice level="warning">{TABLE.missing(missing.map((column) => FORECAST_COLUMN_NAMES[column]).join('、'))}</Notice>
      ) : (
        <p role="status" aria-label={IMPORT.title}>
          <b>{TABLE.counts(lines, good, duplicates, refused)}</b>
        </p>
      )}
      {refused > 0 && missing.length === 0 && (
        <TableLines
          title={TABLE.refusedRows(refusals.length, refused)}
          rows={refusals.map(({ line, reasons, cells }) => ({ line, why: reasons.join('；'), cells }))}
        />
      )}
      {repeats.length > 0 && (
        <TableLines
          title={TABLE.repeatedRows(repeats.length, duplicates)}
          rows={repeats.map(({ line, sameAs, cells }) => ({ line, why: sameAs > 0 ? TABLE.sameAs(sameAs) : IMPORT.there, cells }))}
        />
      )}
      <TableColumns
        preview={preview}
        wanted={wanted}
        fields={FORECAST_COLUMNS}
        names={FORECAST_COLUMN_NAMES}
        needed={FORECAST_NEEDED}
        onChange={onChange}
      />
      <FirstLines columns={columns} rows={rows} />
    </>
  );
}
