import './backup.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { BackupFigures } from '../../shared/domain/backup';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { NumberField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { SettingForm, useSaving } from '../settings/setting-form';
import { TEXTS as SETTINGS } from '../settings/texts';
import { BackupFacts } from './backup-facts';
import { PhraseForm } from './phrase-form';
import { Rehearse } from './rehearse';
import { RunButton } from './run-button';
import { TEXTS } from './texts';

const KEYS = Object.keys(TEXTS.figures) as (keyof BackupFigures)[];
/** From the schema's own bounds, so that the sentence and the check cannot disagree. */
const bounds = (key: keyof BackupFigures): { min: number; max: number } => {
  const { minValue, maxValue } = BackupFigures.shape[key].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
};

/** 设置 · 备份: where to and how often, how the last one went, and the proof that it opens. */
export function BackupTab() {
  const state = useLive('backup.state', {}).value;
  const stored = useLive('settings.all', {}).value?.backup;
  const values = stored && BackupFigures.parse(stored);
  const form = useForm<z.input<typeof BackupFigures>, unknown, BackupFigures>({ resolver: zodResolver(BackupFigures), values });
  const saving = useSaving();
  const choose = useRequest('backup.choose');
  const save = form.handleSubmit(async (figures) => void (await saving.run(() => ask('settings.backup', figures))));
  if (!state) return null;
  const off = state.phase === 'off';
  return (
    <div className={off ? 'setting' : 'setting backup'}>
      <SettingForm title={SETTINGS.tabs.backup} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
        {off ? <p>{TEXTS.none}</p> : <BackupFacts state={state} place />}
        <div className="backup-acts">
          {!off && <RunButton />}
          <Button kind={off ? 'primary' : 'plain'} disabled={choose.busy} onClick={() => void choose.run({})}>
            {off ? TEXTS.choose : TEXTS.change}
          </Button>
        </div>
        {choose.error && <ErrorNotice error={choose.error} />}
        <fieldset className="setting-group">
          <legend>{TEXTS.figuresTitle}</legend>
          <div className="setting-grid">
            {KEYS.map((key) => {
              const [label, note] = TEXTS.figures[key];
              const { min, max } = bounds(key);
              return (
                <NumberField
                  key={key}
                  label={label ?? key}
                  note={`${note}（${min}–${max}）`}
                  min={min}
                  max={max}
                  error={form.formState.errors[key] && SETTINGS.outOfBounds(min, max)}
                  {...form.register(key, { valueAsNumber: true })}
                />
              );
            })}
          </div>
        </fieldset>
        <p className="tone-quiet">{TEXTS.sealed}</p>
      </SettingForm>
      {!off && <div className="backup-below">{state.trouble === 'phrase' ? <PhraseForm /> : <Rehearse madeAt={state.lastGoodAt} />}</div>}
    </div>
  );
}
