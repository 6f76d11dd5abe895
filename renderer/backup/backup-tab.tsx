import './backup.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { BackupFigures } from '../../shared/domain/backup';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { FigureFields } from '../settings/figure-fields';
import { SettingForm, useSaving } from '../settings/setting-form';
import { TEXTS as SETTINGS } from '../settings/texts';
import { BackupFacts } from './backup-facts';
import { PhraseForm } from './phrase-form';
import { Rehearse } from './rehearse';
import { RunButton } from './run-button';
import { TEXTS } from './texts';

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
            <FigureFields
              texts={TEXTS.figures}
              shape={BackupFigures.shape}
              wrong={(key) => form.formState.errors[key] !== undefined}
              field={(key) => form.register(key, { valueAsNumber: true })}
            />
          </div>
        </fieldset>
        <p className="tone-quiet">{TEXTS.sealed}</p>
      </SettingForm>
      {!off && <div className="backup-below">{state.trouble === 'phrase' ? <PhraseForm /> : <Rehearse madeAt={state.lastGoodAt} />}</div>}
    </div>
  );
}
