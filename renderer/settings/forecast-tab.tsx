import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { ForecastSettings } from '../../shared/domain/forecast';
import { CheckBox } from '../components/check';
import { NumberField, TextField } from '../components/field';
import { useLive } from '../hooks/use-live';
import { FORECAST } from './forecast-texts';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

type NumberKey = keyof typeof FORECAST.numbers;
type SwitchKey = keyof typeof FORECAST.switches;
const NUMBERS = Object.keys(FORECAST.numbers) as NumberKey[];
const SWITCHES = Object.keys(FORECAST.switches) as SwitchKey[];

/** From the schema's own bounds, so that the sentence and the check cannot disagree. */
const bounds = (key: NumberKey): { min: number; max: number } => {
  const { minValue, maxValue } = ForecastSettings.shape[key].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
};

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
        {NUMBERS.map((key) => {
          const [label, note] = FORECAST.numbers[key];
          const { min, max } = bounds(key);
          return (
            <NumberField
              key={key}
              label={label}
              note={`${note}（${min}–${max}）`}
              min={min}
              max={max}
              error={formState.errors[key] && TEXTS.outOfBounds(min, max)}
              {...register(key, { valueAsNumber: true })}
            />
          );
        })}
      </div>
      {SWITCHES.map((key) => (
        <CheckBox key={key} label={FORECAST.switches[key]} {...register(key)} />
      ))}
    </SettingForm>
  );
}
