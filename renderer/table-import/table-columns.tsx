import './table-import.css';
import type { TableChoice, TablePreview } from '../../shared/contract/table-preview';
import { HEAD_WITHIN } from '../../shared/rules/ledger-head';
import { SelectField } from '../components/field';
import { TABLE } from './texts';

interface Props<F extends string> {
  preview: TablePreview<F>;
  /** What was chosen last and is still being looked at. */
  wanted: TableChoice<F> | null;
  /** What a column can hold, in the order in which it is asked for. */
  fields: readonly F[];
  names: Record<F, string>;
  needed: readonly F[];
  onChange(choice: TableChoice<F>): void;
}

const HEAD_PLACES = Array.from({ length: HEAD_WITHIN }, (_, i) => [
  { row: i + 1, rows: 1 as const },
  { row: i + 1, rows: 2 as const },
]).flat();

/** Which sheet, which row is the head, which column is what: all found already, all to be put right. */
export function TableColumns<F extends string>({ preview, wanted, fields, names, needed, onChange }: Props<F>) {
  const { sheets, columns } = preview;
  const { sheet, head, mapping = preview.mapping } = wanted ?? choiceOf(preview);
  const setField = (field: F, value: string): void => {
    const others: Partial<Record<F, number>> = { ...mapping };
    delete others[field];
    onChange({ sheet, head, mapping: value === '' ? others : { ...others, [field]: Number(value) } });
  };
  return (
    <>
      <div className="setting-grid">
        {sheets.length > 1 && (
          <SelectField label={TABLE.sheet} value={sheet} onChange={(event) => onChange({ sheet: Number(event.target.value) })}>
            {sheets.map(({ name }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its place
              <option key={i} value={i}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={TABLE.head}
          value={head ? `${head.row}/${head.rows}` : ''}
          onChange={(event) => {
            const place = HEAD_PLACES.find(({ row, rows }) => `${row}/${rows}` === event.target.value);
            if (place) onChange({ sheet, head: place });
          }}
        >
          {!head && <option value="">{TABLE.noHead}</option>}
          {HEAD_PLACES.map(({ row, rows }) => (
            <option key={`${row}/${rows}`} value={`${row}/${rows}`}>
              {TABLE.headAt(row, rows)}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="table-part">
        <legend>{TABLE.columns}</legend>
        <div className="setting-grid table-columns">
          {fields.map((field) => (
            <SelectField
              key={field}
              label={names[field]}
              required={needed.includes(field)}
              dense
              value={mapping[field] ?? ''}
              onChange={(event) => setField(field, event.target.value)}
            >
              <option value="">{TABLE.notTaken}</option>
              {columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
                <option key={i} value={i}>
                  {column}
                </option>
              ))}
            </SelectField>
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** The table as it is read now. */
export const choiceOf = <F extends string>({ sheet, headRow, headRows, mapping }: TablePreview<F>): TableChoice<F> => ({
  sheet,
  head: headRow > 0 ? { row: headRow, rows: headRows } : undefined,
  mapping,
});
