import './ledger.css';
import { useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { LedgerPast } from './ledger-past';
import { LedgerPreviewPanel } from './ledger-preview';
import { LedgerProgress } from './ledger-progress';
import { LedgerResult } from './ledger-result';
import { showPreview, useLedgerPreview } from './ledger-store';
import { LEDGER } from './ledger-texts';
import { TEXTS } from './texts';

const BUSY: ReadonlySet<string> = new Set(['reading', 'importing', 'cancelling', 'undoing']);

/** 旧台账: the unit's register of earlier years, from the file to visits. What is shown follows the program, not this screen. */
export function LedgerTab() {
  const state = useLive('ledger.state', {}).value;
  const { preview } = useLedgerPreview();
  const open = useRequest('ledger.open');
  const start = useRequest('ledger.start');
  const [mapping, setMapping] = useState(false);
  const busy = !state || BUSY.has(state.phase) || open.busy || start.busy;
  const shown = state?.phase === 'preview' || mapping ? preview : null;
  const ready = shown !== null && !busy && !mapping && shown.missing.length === 0 && shown.good > 0;

  const choose = async (): Promise<void> => {
    if (busy) return;
    start.clear();
    const result = await open.run({});
    if (result.ok && result.value) showPreview(result.value);
  };
  const begin = async (): Promise<void> => {
    if (ready && (await start.run({})).ok) showPreview(null);
  };
  useHotkeys({ F5: () => void choose(), 'Ctrl+Enter': () => void begin() });
  const error = open.error ?? start.error;
  return (
    <div className="setting">
      <header className="panel-head">
        <h2>{TEXTS.tabs.ledger}</h2>
        <div className="panel-end-button ledger-acts">
          <Button kind={shown ? 'plain' : 'primary'} hint="F5" disabled={busy} onClick={() => void choose()}>
            {LEDGER.choose}
          </Button>
          {shown && (
            <Button kind="primary" hint="Ctrl+Enter" disabled={!ready} onClick={() => void begin()}>
              {LEDGER.start(shown.good)}
            </Button>
          )}
        </div>
      </header>
      {error && (
        <ErrorNotice
          error={error}
          onDismiss={() => {
            open.clear();
            start.clear();
          }}
        />
      )}
      <div className="setting-body">
        {state && BUSY.has(state.phase) && !mapping && <LedgerProgress state={state} />}
        {state && <LedgerResult state={state} />}
        {shown && <LedgerPreviewPanel preview={shown} onMapping={setMapping} />}
        {!shown && !busy && (
          <>
            <p>{LEDGER.intro}</p>
            <p className="tone-quiet">{LEDGER.where}</p>
          </>
        )}
        {!shown && <LedgerPast busy={busy} />}
      </div>
    </div>
  );
}
