import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { REPEAT_RULE_NAMES, REPEAT_RULES, StatisticsSettings } from '../../shared/domain/statistics';
import { NumberField, SelectField } from '../components/field';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const { minValue, maxValue } = StatisticsSettings.shape.collectiveFrom.unwrap();
const [MIN, MAX] = [minValue ?? 0, maxValue ?? 0];

/** 统计口径: how 集体访 and 重访 are counted; the past is counted anew by it, no record changes. */
export function StatisticsTab() {
  const stored = useLive('settings.all', {}).value?.statistics;
  const form = useForm<z.input<typeof StatisticsSettings>, unknown, StatisticsSettings>({
    resolver: zodResolver(StatisticsSettings),
    values: stored,
  });
  const saving = useSaving();
  const t = TEXTS.statistics;
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'statistics', value })));
  return (
    <SettingForm title={TEXTS.tabs.statistics} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      <div className="setting-grid">
        <NumberField
          label={t.collectiveFrom}
          note={t.collectiveNote(MIN, MAX)}
          min={MIN}
          max={MAX}
          error={form.formState.errors.collectiveFrom && TEXTS.outOfBounds(MIN, MAX)}
          {...form.register('collectiveFrom', { valueAsNumber: true })}
        />
        <SelectField label={t.repeatBy} {...form.register('repeatBy')}>
          {REPEAT_RULES.map((rule) => (
            <option key={rule} value={rule}>
              {REPEAT_RULE_NAMES[rule]}
            </option>
          ))}
        </SelectField>
      </div>
      <p className="tone-quiet">{t.note}</p>
    </SettingForm>
  );
}
