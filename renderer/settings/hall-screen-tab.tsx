import { useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { CallSound, HallScreenSettings, type HallScreenStatus } from '../../shared/domain/hall-screen';
import { chooseVoice, mandarinVoices } from '../../shared/rules/spoken-call';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { SelectField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { HALL_SCREEN } from './hall-screen-texts';
import { useSystemVoices } from './hall-screen-voices';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

type Form = UseFormReturn<HallScreenSettings>;

/** The second display of this desk. */
export function HallScreenTab() {
  const settings = useLive('settings.all', {}).value;
  const status = useLive('hallScreen.status', {}).value;
  const form = useForm<HallScreenSettings>({ values: settings?.hallScreen });
  const { register, handleSubmit, formState } = form;
  const saving = useSaving();
  const test = useRequest('hallScreen.test');
  const [shown, setShown] = useState<boolean>();

  const save = handleSubmit(async (values) => {
    setShown(undefined);
    const display = status?.displays.find((one) => one.id === values.displayId);
    const displayLabel = values.displayId === '' ? '' : (display?.label ?? values.displayLabel);
    // A field that is greyed out has no value of its own and keeps what was set.
    const voiceName = values.voiceName ?? settings?.hallScreen.voiceName;
    await saving.run(() => ask('settings.hallScreen', HallScreenSettings.parse({ ...values, displayLabel, voiceName })));
  });
  const tryIt = async (): Promise<void> => {
    const result = await test.run({});
    setShown(result.ok ? result.value.shown : undefined);
  };
  return (
    <SettingForm title={TEXTS.tabs.hallScreen} saving={saving} dirty={formState.isDirty} onSave={() => void save()}>
      {status && <Notice level={status.state === 'waiting' ? 'warning' : 'info'}>{HALL_SCREEN.states[status.state]}</Notice>}
      <CheckBox label={HALL_SCREEN.on} {...register('on')} />
      <div className="row">
        <SelectField label={HALL_SCREEN.display} note={HALL_SCREEN.displayNote} {...register('displayId')}>
          <DisplayOptions displays={status?.displays ?? []} keep={settings?.hallScreen} />
        </SelectField>
      </div>
      <CheckBox label={HALL_SCREEN.windowed} {...register('windowed')} />
      <SoundFields form={form} />
      <div className="setting-acts">
        <Button disabled={formState.isDirty || test.busy} onClick={() => void tryIt()}>
          {HALL_SCREEN.test}
        </Button>
        <span className="tone-quiet">{formState.isDirty ? HALL_SCREEN.testNote : HALL_SCREEN.key}</span>
      </div>
      {test.error && <ErrorNotice error={test.error} />}
      {shown !== undefined && <Notice level={shown ? 'good' : 'warning'}>{shown ? HALL_SCREEN.tested : HALL_SCREEN.notShown}</Notice>}
      <section className="setting-group">
        <h3>{HALL_SCREEN.notice}</h3>
        <p className="tone-quiet">{HALL_SCREEN.noticeNote}</p>
      </section>
    </SettingForm>
  );
}

/** A display that is away keeps its place in the list, and the window waits for it. */
function DisplayOptions({ displays, keep }: { displays: HallScreenStatus['displays']; keep?: HallScreenSettings }) {
  const away = keep && keep.displayId !== '' && !displays.some((display) => display.id === keep.displayId);
  return (
    <>
      <option value="">{HALL_SCREEN.automatic}</option>
      {displays.map(({ id, label, width, height, desk }, i) => (
        <option key={id} value={id}>
          {HALL_SCREEN.displayName(i + 1, label, width, height, desk)}
        </option>
      ))}
      {away && <option value={keep.displayId}>{HALL_SCREEN.away(keep.displayLabel)}</option>}
    </>
  );
}

function SoundFields({ form: { control, register } }: { form: Form }) {
  const voices = useSystemVoices();
  const [sound, voiceName = ''] = useWatch({ control, name: ['sound', 'voiceName'] });
  const spoken = mandarinVoices(voices);
  const used = chooseVoice(voices, voiceName);
  return (
    <>
      <div className="row">
        <SelectField label={HALL_SCREEN.sound} note={HALL_SCREEN.soundNote} {...register('sound')}>
          {CallSound.options.map((value) => (
            <option key={value} value={value}>
              {HALL_SCREEN.sounds[value]}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={HALL_SCREEN.voice}
          note={used && voiceName === '' ? HALL_SCREEN.voiceNote(used.name) : undefined}
          disabled={sound !== 'voice' || spoken.length === 0}
          {...register('voiceName')}
          value={voiceName}
        >
          <option value="">{HALL_SCREEN.automaticVoice}</option>
          {spoken.map((voice) => (
            <option key={voice.voiceURI} value={voice.name}>
              {voice.name}
            </option>
          ))}
          {voiceName !== '' && !spoken.some((voice) => voice.name === voiceName) && (
            <option value={voiceName}>{HALL_SCREEN.voiceAway(voiceName)}</option>
          )}
        </SelectField>
      </div>
      {sound === 'voice' && spoken.length === 0 && <Notice level="warning">{HALL_SCREEN.noVoice}</Notice>}
    </>
  );
}
