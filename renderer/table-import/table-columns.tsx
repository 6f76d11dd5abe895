import type { InputOf } from '../../shared/contract';
import type { LedgerPreview } from '../../shared/contract/ledger';
import { LEDGER_FIELD_NAMES, LEDGER_FIELDS, type LedgerField, NEEDED_FIELDS } from '../../shared/rules/ledger-columns';
import { HEAD_WITHIN } from '../../shared/rules/ledger-head';
import { SelectField } from '../components/field';
import { LEDGER } from './ledger-texts';

interface Props {
  preview: LedgerPreview;
  /** What was chosen last and is still being looked at. */
  wanted: InputOf<'ledger.map'> | null;
  onChange(choice: InputOf<'ledger.map'>): void;
}

const HEAD_PLACES = Array.from({ length: HEAD_WITHIN }, (_, i) => [
  { row: i + 1, rows: 1 as const },
  { row: i + 1, rows: 2 as const },
]).flat();
/** A row's number of its own is nothing to keep. */
const CHOSEN = LEDGER_FIELDS.filter((field) => field !== 'serial');

/** Which sheet, which row is the head, which column is what: all found already, all to be put right. */
export function LedgerColumns({ preview, wanted, onChange }: Props) {
  const { sheets, columns } = preview;
  const { sheet, head, mapping } = chosen(preview, wanted);
  const setField = (field: LedgerField, value: string): void => {
    const { [field]: _, ...others } = mapping;
    onChange({ sheet, head, mapping: value === '' ? others : { ...others, [field]: Number(value) } });
  };
  return (
    <>
      <div className="setting-grid">
        {sheets.length > 1 && (
          <SelectField label={LEDGER.sheet} value={sheet} onChange={(event) => onChange({ sheet: Number(event.target.value) })}>
            {sheets.map(({ name }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is known by its place
              <option key={i} value={i}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        <SelectField
          label={LEDGER.head}
          value={head ? `${head.row}/${head.rows}` : ''}
          onChange={(event) => {
            const place = HEAD_PLACES.find(({ row, rows }) => `${row}/${rows}` === event.target.value);
            if (place) onChange({ sheet, head: place });
          }}
        >
          {!head && <option value="">{LEDGER.noHead}</option>}
          {HEAD_PLACES.map(({ row, rows }) => (
            <option key={`${row}/${rows}`} value={`${row}/${rows}`}>
              {LEDGER.headAt(row, rows)}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="ledger-part">
        <legend>{LEDGER.columns}</legend>
        <div className="setting-grid ledger-columns">
          {CHOSEN.map((field) => (
            <SelectField
              key={field}
              label={LEDGER_FIELD_NAMES[field]}
              required={NEEDED_FIELDS.includes(field)}
              dense
              value={mapping[field] ?? ''}
              onChange={(event) => setField(field, event.target.value)}
            >
              <option value="">{LEDGER.notTaken}</option>
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

function chosen({ sheet, headRow, headRows, mapping }: LedgerPreview, wanted: Props['wanted']) {
  const found = headRow > 0 ? { row: headRow, rows: headRows } : undefined;
  return { sheet: wanted?.sheet ?? sheet, head: wanted ? wanted.head : found, mapping: wanted?.mapping ?? mapping };
}
