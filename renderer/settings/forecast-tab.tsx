import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { ForecastSettings } from '../../shared/domain/forecast';
import { CheckBox } from '../components/check';
import { TextField } from '../components/field';
import { useLive } from '../hooks/use-live';
import { FigureFields } from './figure-fields';
import { FORECAST } from './forecast-texts';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

type SwitchKey = keyof typeof FORECAST.switches;
const SWITCHES = Object.keys(FORECAST.switches) as SwitchKey[];

/** 预判与研判: when the channels close, how long the analysis may take, what makes an item grave. */
export function ForecastTab() {
  const values = useLive('settings.all', {}).value?.forecast;
  const { register, handleSubmit, formState } = useForm<z.input<typeof ForecastSettings>, unknown, ForecastSettings>({
    resolver: zodResolver(ForecastSettings),
    values,
  });
  const saving = useSaving();
  const save = handleSubmit(async (value) => void (await saving.put({ key: 'forecast', value })));
  const [closeLabel, closeNote] = FORECAST.closeAt;
  return (
    <SettingForm title={TEXTS.tabs.forecast} saving={saving} dirty={formState.isDirty} onSave={() => void save()}>
      <p className="tone-quiet">{FORECAST.note}</p>
      <div className="setting-grid">
        <TextField
          label={closeLabel}
          note={closeNote}
          maxLength={5}
          error={formState.errors.closeAt && FORECAST.closeAtWrong}
          {...register('closeAt')}
        />
        <FigureFields
          texts={FORECAST.numbers}
          shape={ForecastSettings.shape}
          wrong={(key) => formState.errors[key] !== undefined}
          field={(key) => register(key, { valueAsNumber: true })}
        />
      </div>
      {SWITCHES.map((key) => (
        <CheckBox key={key} label={FORECAST.switches[key]} {...register(key)} />
      ))}
    </SettingForm>
  );
}
