import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { DESK_WAIT_MS, ReaderSettings } from '../../shared/domain/reader';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { classifyScan } from '../../shared/rules/reader-scan';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { useScanner } from '../hooks/use-scanner';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const KINDS = ReaderSettings.shape.kind.unwrap().options;

/** How documents are read at this desk, and a trial that says whether it works without saying whose card lay there. */
export function ReaderTab() {
  const stored = useLive('settings.all', {}).value?.reader;
  const form = useForm<{ kind: ReaderSettings['kind']; port: string }>({ values: stored && { ...stored, port: String(stored.port) } });
  const { control, register, handleSubmit, setError, formState } = form;
  const [kind, port] = useWatch({ control, name: ['kind', 'port'] });
  const saving = useSaving();
  const checkedPort = ReaderSettings.shape.port.safeParse(Number((port ?? '').normalize('NFKC')));

  const save = handleSubmit(async (values) => {
    if (!checkedPort.success) return setError('port', { message: TEXTS.portWrong }, { shouldFocus: true });
    await saving.run(() => ask('settings.reader', { kind: values.kind, port: checkedPort.data }));
  });
  return (
    <SettingForm title={TEXTS.tabs.reader} saving={saving} dirty={formState.isDirty} onSave={() => void save()}>
      <div className="row">
        <SelectField label={TEXTS.readerKind} {...register('kind')}>
          {KINDS.map((value) => (
            <option key={value} value={value}>
              {TEXTS.readerKinds[value]}
            </option>
          ))}
        </SelectField>
        {kind === 'http' && (
          <TextField
            label={TEXTS.port}
            inputMode="numeric"
            maxLength={5}
            note={TEXTS.portNote}
            error={formState.errors.port?.message}
            {...register('port')}
          />
        )}
      </div>
      <p className="tone-quiet">{kind && TEXTS.readerNotes[kind]}</p>
      {kind === 'http' && <ServiceTrial port={checkedPort.success ? checkedPort.data : null} />}
      {kind === 'wedge' && <ScanTrial />}
    </SettingForm>
  );
}

/** Reads once with the port as it stands in the form. */
function ServiceTrial({ port }: { port: number | null }) {
  const trial = useRequest('reader.test');
  const [said, setSaid] = useState<readonly string[]>([]);
  const run = async (): Promise<void> => {
    setSaid([]);
    if (port === null) return;
    const result = await trial.run({ port });
    if (!result.ok) return;
    const { docType, nameMasked, docMasked, elapsedMs, notes } = result.value;
    setSaid([TEXTS.trialGood(DOCUMENT_NAMES[docType], nameMasked, docMasked, elapsedMs / 1000), ...notes]);
  };
  return (
    <>
      <Button className="setting-add" disabled={trial.busy || port === null} onClick={() => void run()}>
        {trial.busy ? TEXTS.trialRuns(DESK_WAIT_MS / 1000) : TEXTS.trial}
      </Button>
      {trial.error && <ErrorNotice error={trial.error} />}
      {said.map((sentence, n) => (
        <Notice key={sentence} level={n === 0 ? 'good' : 'warning'}>
          {sentence}
        </Notice>
      ))}
    </>
  );
}

/** Takes whatever a scanner types here and says how it was understood; nothing of it is shown or kept. */
function ScanTrial() {
  const [said, setSaid] = useState<{ good: boolean; sentence: string } | null>(null);
  useScanner((text) => {
    const { kind } = classifyScan(text);
    setSaid({ good: kind !== 'incomplete' && kind !== 'unknown', sentence: TEXTS.scans[kind] });
    return true;
  }, true);
  return <Notice level={said && !said.good ? 'warning' : 'good'}>{said?.sentence ?? TEXTS.scanNow}</Notice>;
}
