import { useRef, useState } from 'react';
import type { InputOf } from '../../shared/contract';
import type { LedgerPreview } from '../../shared/contract/ledger';
import { LEDGER_FIELD_NAMES } from '../../shared/rules/ledger-columns';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { LedgerColumns } from './ledger-columns';
import { LedgerLines } from './ledger-lines';
import { showPreview } from './ledger-store';
import { LEDGER } from './ledger-texts';

type Choice = InputOf<'ledger.map'>;

interface Props {
  preview: LedgerPreview;
  onMapping(busy: boolean): void;
}

/** What would come of the file, before anything is written: the columns as they were understood, a few lines, what is refused. */
export function LedgerPreviewPanel({ preview, onMapping }: Props) {
  const map = useRequest('ledger.map');
  const [exported, setExported] = useState('');
  const saving = useRequest('ledger.export');
  /** As chosen, while the file is judged anew by it; arrow keys choose faster than fifty thousand lines are judged. */
  const [wanted, setWanted] = useState<Choice | null>(null);
  const next = useRef<Choice | null>(null);
  const change = async (choice: Choice): Promise<void> => {
    const running = next.current !== null || wanted !== null;
    next.current = choice;
    setWanted(choice);
    if (running) return;
    onMapping(true);
    while (next.current) {
      const now: Choice = next.current;
      next.current = null;
      const result = await map.run(now);
      if (result.ok) showPreview(result.value);
    }
    setWanted(null);
    onMapping(false);
  };
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
      <LedgerColumns preview={preview} wanted={wanted} onChange={(choice) => void change(choice)} />
      {map.error && <ErrorNotice error={map.error} onDismiss={map.clear} />}
      {missing.length > 0 ? (
        <Notice level="warning">{LEDGER.missing(missing.map((field) => LEDGER_FIELD_NAMES[field]).join('、'))}</Notice>
      ) : (
        <p role="status" className="ledger-counts">
          {LEDGER.counts(lines, good, duplicates, refused)}
          {shortened > 0 && <span className="tone-warn">{LEDGER.shortenedText(shortened)}</span>}
          {duplicates > 0 && <span className="tone-quiet">{LEDGER.duplicatesText}</span>}
        </p>
      )}
      <section className="ledger-part" aria-label={LEDGER.firstRows(rows.length)}>
        <h3>{LEDGER.firstRows(rows.length)}</h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the arrow keys */}
        <div className="ledger-wide" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th>{LEDGER.line}</th>
                {columns.map((column, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear one name
                  <th key={i}>{column}</th>
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
      {saving.error && <ErrorNotice error={saving.error} onDismiss={saving.clear} />}
      {exported && <Notice level="good">{LEDGER.exported(exported)}</Notice>}
      {refused > 0 && missing.length === 0 && (
        <LedgerLines
          title={LEDGER.refusedRows(refusals.length, refused)}
          rows={refusals.map(({ line, reasons, cells }) => ({ line, why: reasons.join('；'), cells }))}
          aside={
            <Button className="button-small" disabled={saving.busy} onClick={() => void save()}>
              {LEDGER.export}
            </Button>
          }
        />
      )}
      {shortened > 0 && (
        <LedgerLines
          title={LEDGER.shortenedRows(shortenings.length, shortened)}
          rows={shortenings.map(({ line, lost, cells }) => ({ line, why: LEDGER.lost(lost), cells }))}
        />
      )}
      {repeats.length > 0 && (
        <LedgerLines
          title={LEDGER.repeatedRows(repeats.length, duplicates)}
          rows={repeats.map(({ line, sameAs, cells }) => ({ line, why: sameAs > 0 ? LEDGER.sameAs(sameAs) : LEDGER.imported, cells }))}
        />
      )}
    </>
  );
}
