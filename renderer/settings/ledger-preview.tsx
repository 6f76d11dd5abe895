import { useEffect, useState } from 'react';
import type { InputOf } from '../../shared/contract';
import type { LedgerPreview } from '../../shared/contract/ledger';
import { LEDGER_FIELD_NAMES, LEDGER_FIELDS, NEEDED_FIELDS } from '../../shared/rules/ledger-columns';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { FirstLines } from '../table-import/first-lines';
import { TableColumns } from '../table-import/table-columns';
import { TableLines } from '../table-import/table-lines';
import { TABLE } from '../table-import/texts';
import { useNewest } from '../table-import/use-newest';
import { showPreview } from './ledger-store';
import { LEDGER } from './ledger-texts';

type Choice = InputOf<'ledger.map'>;
/** A row's number of its own is nothing to keep. */
const CHOSEN = LEDGER_FIELDS.filter((field) => field !== 'serial');

interface Props {
  preview: LedgerPreview;
  onMapping(busy: boolean): void;
}

/** What would come of the file, before anything is written: the columns as they were understood, a few lines, what is refused. */
export function LedgerPreviewPanel({ preview, onMapping }: Props) {
  const map = useRequest('ledger.map');
  const [exported, setExported] = useState('');
  const saving = useRequest('ledger.export');
  const { wanted, choose } = useNewest<Choice>(async (choice) => {
    const result = await map.run(choice);
    if (result.ok) showPreview(result.value);
  });
  const judging = wanted !== null;
  useEffect(() => {
    onMapping(judging);
    return () => onMapping(false);
  }, [judging, onMapping]);
  const save = async (): Promise<void> => {
    const result = await saving.run({});
    if (result.ok && result.value.saved) setExported(result.value.fileName);
  };
  const { fileName, lines, good, duplicates, refused, missing, rows, columns, refusals, repeats, shortened, shortenings } = preview;
  return (
    <>
      <div className="ledger-file">
        <b>{fileName}</b>
        <Button
          kind="quiet"
          onClick={() => {
            showPreview(null);
            void ask('ledger.close', {});
          }}
        >
          {LEDGER.close}
        </Button>
      </div>
      <TableColumns preview={preview} wanted={wanted} fields={CHOSEN} names={LEDGER_FIELD_NAMES} needed={NEEDED_FIELDS} onChange={choose} />
      {map.error && <ErrorNotice error={map.error} onDismiss={map.clear} />}
      {missing.length > 0 ? (
        <Notice level="warning">{TABLE.missing(missing.map((field) => LEDGER_FIELD_NAMES[field]).join('、'))}</Notice>
      ) : (
        <p role="status" className="ledger-counts">
          {TABLE.counts(lines, good, duplicates, refused)}
          {shortened > 0 && <span className="tone-warn">{LEDGER.shortenedText(shortened)}</span>}
          {duplicates > 0 && <span className="tone-quiet">{LEDGER.duplicatesText}</span>}
        </p>
      )}
      <FirstLines columns={columns} rows={rows} />
      {saving.error && <ErrorNotice error={saving.error} onDismiss={saving.clear} />}
      {exported && <Notice level="good">{LEDGER.exported(exported)}</Notice>}
      {refused > 0 && missing.length === 0 && (
        <TableLines
          title={TABLE.refusedRows(refusals.length, refused)}
          rows={refusals.map(({ line, reasons, cells }) => ({ line, why: reasons.join('；'), cells }))}
          aside={
            <Button className="button-small" disabled={saving.busy} onClick={() => void save()}>
              {LEDGER.export}
            </Button>
          }
        />
      )}
      {shortened > 0 && (
        <TableLines
          title={TABLE.shortenedRows(shortenings.length, shortened)}
          rows={shortenings.map(({ line, lost, cells }) => ({ line, why: LEDGER.lost(lost), cells }))}
        />
      )}
      {repeats.length > 0 && (
        <TableLines
          title={TABLE.repeatedRows(repeats.length, duplicates)}
          rows={repeats.map(({ line, sameAs, cells }) => ({ line, why: sameAs > 0 ? TABLE.sameAs(sameAs) : LEDGER.imported, cells }))}
        />
      )}
    </>
  );
}
