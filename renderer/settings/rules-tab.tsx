import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { RuleSettings } from '../../shared/domain/settings';
import { NumberField } from '../components/field';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

/** From the schema's own bounds, so that the sentence and the check cannot disagree. */
const bounds = (key: keyof RuleSettings): { min: number; max: number } => {
  const { minValue, maxValue } = RuleSettings.shape[key].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
};
const KEYS = Object.keys(TEXTS.rules) as (keyof RuleSettings)[];

/** Figures of the rules; the unit may change every one within what the law allows. */
export function RulesTab() {
  const rules = useLive('settings.all', {}).value?.rules;
  const form = useForm<z.input<typeof RuleSettings>, unknown, RuleSettings>({ resolver: zodResolver(RuleSettings), values: rules });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'rules', value })));
  return (
    <SettingForm title={TEXTS.tabs.rules} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      <div className="setting-grid">
        {KEYS.map((key) => {
          const [label, note] = TEXTS.rules[key];
          const { min, max } = bounds(key);
          return (
            <NumberField
              key={key}
              label={label ?? key}
              note={`${note}（${min}–${max}）`}
              min={min}
              max={max}
              error={form.formState.errors[key] && TEXTS.outOfBounds(min, max)}
              {...form.register(key, { valueAsNumber: true })}
            />
          );
        })}
      </div>
    </SettingForm>
  );
}
