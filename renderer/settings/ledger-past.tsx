import '../table-import/table-import.css';
import { useState } from 'react';
import type { LedgerImport } from '../../shared/contract/ledger';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Tag } from '../components/panel';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { LedgerQuestion } from './ledger-question';
import { LEDGER } from './ledger-texts';

const TONES = { running: 'warn', done: 'good', undone: 'plain' } as const;

/** Every import of this hall, each to be taken back whole. */
export function LedgerPast({ busy }: { busy: boolean }) {
  const imports = useLive('ledger.list', {});
  const undo = useRequest('ledger.undo');
  const [asked, ask] = useState<LedgerImport | null>(null);
  const error = undo.error ?? imports.error;
  return (
    <section className="table-part">
      <h3>{LEDGER.past}</h3>
      {error && <ErrorNotice error={error} onDismiss={undo.clear} />}
      {imports.value?.length === 0 && <p className="tone-quiet">{LEDGER.none}</p>}
      {imports.value && imports.value.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              {LEDGER.pastHead.map((head) => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.value.map((each) => (
              <tr key={each.id}>
                <td>{stampOf(each.at).slice(0, 16)}</td>
                <td>{each.fileName}</td>
                <td>{each.staffName}</td>
                <td>{each.imported}</td>
                <td>{each.duplicates}</td>
                <td>{each.refused}</td>
                <td>
                  <Tag tone={TONES[each.state]}>{LEDGER.states[each.state]}</Tag>
                </td>
                <td>
                  {each.state === 'done' && (
                    <Button className="button-small" disabled={busy || undo.busy} onClick={() => ask(each)}>
                      {LEDGER.undo}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked && (
        <LedgerQuestion
          title={LEDGER.undoTitle}
          text={LEDGER.undoText(asked.fileName, asked.imported)}
          yes={LEDGER.undo}
          no={LEDGER.keep}
          onYes={() => {
            ask(null);
            void undo.run({ importId: asked.id });
          }}
          onNo={() => ask(null)}
        />
      )}
    </section>
  );
}
