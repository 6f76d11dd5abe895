import '../settings/ledger.css';
import { useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InputOf, OutputOf } from '../../shared/contract';
import type { ForecastPreview } from '../../shared/contract/forecast-import';
import { FORECAST_CHANNEL_NAMES, FORECAST_CHANNELS, type ForecastChannel } from '../../shared/domain/forecast';
import type { AppError, Result } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { SelectField, TextArea, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { usePageKeys } from '../people/use-page-keys';
import { ImportPreview } from './import-preview';
import { IMPORT } from './import-texts';

type Choice = InputOf<'forecast.mapFile'>;

/** A channel's list, from a file or the clipboard: seen before anything is written, then written whole. */
export function ImportDialog({ day, onDone, onClose }: { day: string; onDone(sentence: string): void; onClose(): void }) {
  const [about, setAbout] = useState<{ date: string; channel: ForecastChannel }>({ date: day, channel: 'system' });
  const [preview, setPreview] = useState<ForecastPreview | null>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const [requestId] = useState(() => uuid());
  const inside = useRef<HTMLDivElement>(null);
  /** What was chosen last while an earlier choice is still being judged: the newest alone counts. */
  const next = useRef<Choice | null>(null);

  const run = async <T,>(asked: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setError(undefined);
    const result = await asked;
    setBusy(false);
    if (!result.ok) setError(result.error);
    return result.ok ? result.value : null;
  };
  const show = (found: OutputOf<'forecast.openFile'>): void => {
    if (found) setPreview(found);
  };
  const choose = async (): Promise<void> => {
    if (!busy) show(await run(ask('forecast.openFile', about)));
  };
  const paste = async (): Promise<void> => {
    if (!busy && text.trim() !== '') show(await run(ask('forecast.paste', { ...about, text })));
  };
  const map = async (choice: Choice): Promise<void> => {
    next.current = choice;
    if (busy) return;
    while (next.current) {
      const now: Choice = next.current;
      next.current = null;
      show(await run(ask('forecast.mapFile', now)));
    }
  };
  const change = (some: Partial<typeof about>): void => {
    const changed = { ...about, ...some };
    setAbout(changed);
    if (preview) void map({ ...changed, ...choiceOf(preview) });
  };
  const comes = preview !== null && preview.missing.length === 0 && preview.good > 0;
  const ready = comes && !busy;
  const start = async (): Promise<void> => {
    if (!ready) return;
    const done = await run(ask('forecast.import', { requestId }));
    if (!done) return;
    onDone(IMPORT.done(done.imported, done.duplicates, done.refused));
    onClose();
  };
  const letGo = (): void => {
    setPreview(null);
    setError(undefined);
    void ask('forecast.closeFile', {});
  };
  const close = (): void => {
    void ask('forecast.closeFile', {});
    onClose();
  };
  usePageKeys(inside, { F5: () => void choose(), 'Ctrl+Enter': () => void (preview ? start() : paste()) });
  return (
    <Dialog title={IMPORT.title} size="all" stage={preview ? 'preview' : 'choose'} onClose={close}>
      <div className="dialog-body forecast-import" ref={inside}>
        <div className="row">
          <TextField
            type="date"
            label={IMPORT.date}
            value={about.date}
            error={error?.fields?.date}
            onChange={(event) => change({ date: event.target.value })}
          />
          <SelectField
            label={IMPORT.channel}
            value={about.channel}
            onChange={(event) => change({ channel: event.target.value as ForecastChannel })}
          >
            {FORECAST_CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {FORECAST_CHANNEL_NAMES[channel]}
              </option>
            ))}
          </SelectField>
          <div className="forecast-import-act">
            <Button
              kind={preview ? 'plain' : 'primary'}
              hint="F5"
              data-autofocus={preview ? undefined : true}
              onClick={() => void choose()}
            >
              {preview ? IMPORT.another : IMPORT.choose}
            </Button>
          </div>
        </div>
        {error && <ErrorNotice error={error} />}
        <p role="status" className="tone-quiet">
          {busy && IMPORT.reading}
        </p>
        {preview ? (
          <ImportPreview preview={preview} onChange={(choice) => void map({ ...about, ...choice })} />
        ) : (
          <TextArea label={IMPORT.or} note={IMPORT.pasteNote} rows={12} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </div>
      <div className="dialog-foot">
        <Button hint={preview ? undefined : 'Esc'} onClick={preview ? letGo : close}>
          {IMPORT.back}
        </Button>
        {preview ? (
          <Button kind="primary" hint="Ctrl+Enter" data-autofocus={comes ? true : undefined} disabled={!ready} onClick={() => void start()}>
            {IMPORT.start(preview.good)}
          </Button>
        ) : (
          <Button hint="Ctrl+Enter" disabled={busy || text.trim() === ''} onClick={() => void paste()}>
            {IMPORT.read}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

const choiceOf = ({ sheet, headRow, headRows, mapping }: ForecastPreview): Pick<Choice, 'sheet' | 'head' | 'mapping'> => ({
  ...{ sheet, mapping },
  head: headRow > 0 ? { row: headRow, rows: headRows } : undefined,
});
