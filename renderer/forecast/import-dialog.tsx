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
import { choiceOf } from '../table-import/table-columns';
import { TABLE } from '../table-import/texts';
import { useNewest } from '../table-import/use-newest';
import { ImportPreview } from './import-preview';
import { IMPORT } from './import-texts';

type Choice = InputOf<'forecast.mapFile'>;
type About = Pick<Choice, 'date' | 'channel'>;

/** A channel's list, from a file or the clipboard: seen before anything is written, then written whole. */
export function ImportDialog({ day, onDone, onClose }: { day: string; onDone(sentence: string): void; onClose(): void }) {
  const [about, setAbout] = useState<About>({ date: day, channel: 'system' });
  /** With the day and channel that it was judged by. */
  const [shown, setShown] = useState<{ preview: ForecastPreview; about: About } | null>(null);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const [requestId] = useState(() => uuid());
  const inside = useRef<HTMLDivElement>(null);
  const latest = useRef(about);
  const preview = shown?.preview ?? null;

  const run = async <T,>(asked: Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    setError(undefined);
    const result = await asked;
    setBusy(false);
    if (!result.ok) setError(result.error);
    return result.ok ? result.value : null;
  };
  const { wanted, choose: judge } = useNewest<Choice>(async (choice) => {
    const { date, channel } = choice;
    const found = await run(ask('forecast.mapFile', choice));
    if (found) setShown({ preview: found, about: { date, channel } });
  });
  const read = async (asked: (by: About) => Promise<Result<OutputOf<'forecast.openFile'>>>): Promise<void> => {
    if (busy) return;
    const by = latest.current;
    const found = await run(asked(by));
    if (!found) return;
    setShown({ preview: found, about: by });
    // Day or channel was changed while the list was read.
    if (!same(by, latest.current)) judge({ ...latest.current, ...choiceOf(found) });
  };
  const choose = (): Promise<void> => read((by) => ask('forecast.openFile', by));
  const paste = async (): Promise<void> => {
    if (text.trim() !== '') await read((by) => ask('forecast.paste', { ...by, text }));
  };
  const change = (some: Partial<About>): void => {
    const changed = { ...about, ...some };
    latest.current = changed;
    setAbout(changed);
    if (preview && (wanted || !busy)) judge({ ...(wanted ?? choiceOf(preview)), ...changed });
  };
  const comes = preview !== null && preview.missing.length === 0 && preview.good > 0;
  // What is seen is what is written: a day that was refused leaves the list judged by the one before.
  const ready = comes && !busy && wanted === null && shown !== null && same(shown.about, about);
  const start = async (): Promise<void> => {
    if (!ready) return;
    const done = await run(ask('forecast.import', { requestId }));
    if (!done) return;
    onDone(TABLE.done(done.imported, done.duplicates, done.refused));
    onClose();
  };
  const letGo = (): void => {
    setShown(null);
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
          <ImportPreview preview={preview} wanted={wanted} onChange={(choice) => judge({ ...about, ...choice })} />
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

const same = (a: About, b: About): boolean => a.date === b.date && a.channel === b.channel;
