import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { UnitSettings } from '../../shared/domain/settings';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';
import { UnitEditor, type UnitInput } from './unit-editor';

export function UnitTab() {
  const unit = useLive('settings.all', {}).value?.unit;
  const form = useForm<UnitInput, unknown, UnitSettings>({ resolver: zodResolver(UnitSettings), values: unit });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'unit', value })));
  return (
    <FormProvider {...form}>
      <SettingForm title={TEXTS.tabs.unit} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
        <UnitEditor />
      </SettingForm>
    </FormProvider>
  );
}
