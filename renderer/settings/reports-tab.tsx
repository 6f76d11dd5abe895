import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { ReportSettings } from '../../shared/domain/report-settings';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

/** 专报和日终: which desk numbers, who may review, what a new 专报 begins with, and how a day ends. */
export function ReportsTab() {
  const settings = useLive('settings.all', {}).value;
  const form = useForm<z.input<typeof ReportSettings>, unknown, ReportSettings>({
    resolver: zodResolver(ReportSettings),
    values: settings?.reports,
  });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'reports', value })));
  const { errors } = form.formState;
  const t = TEXTS.reports;
  return (
    <SettingForm title={TEXTS.tabs.reports} saving={saving} fieldsShown dirty={form.formState.isDirty} onSave={() => void save()}>
      <div className="setting-grid">
        <SelectField
          label={t.briefingDesk}
          note={t.briefingDeskNote}
          error={saving.error?.fields?.briefingDesk}
          {...form.register('briefingDesk')}
        >
          <option value="">{t.firstDesk}</option>
          {settings?.hall.desks.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField label={t.to} maxLength={200} error={errors.to?.message} {...form.register('to')} />
        <TextField label={t.secrecy} maxLength={20} error={errors.secrecy?.message} {...form.register('secrecy')} />
        <TextField label={t.term} note={t.termNote} maxLength={20} error={errors.term?.message} {...form.register('term')} />
      </div>
      <CheckBox label={t.otherReviewer} {...form.register('otherReviewer')} />
      <CheckBox label={t.quitAsks} {...form.register('quitAsks')} />
    </SettingForm>
  );
}
