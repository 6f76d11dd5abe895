import { zodResolver } from '@hookform/resolvers/zod';
import { FormProvider, useForm } from 'react-hook-form';
import { HallSettings } from '../../shared/domain/settings';
import { useLive } from '../hooks/use-live';
import { DesksEditor } from './desks-editor';
import type { HallInput } from './hall-input';
import { PlacesEditor } from './places-editor';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

export function HallTab() {
  const hall = useLive('settings.all', {}).value?.hall;
  const form = useForm<HallInput, unknown, HallSettings>({ resolver: zodResolver(HallSettings), values: hall });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'hall', value })));
  return (
    <FormProvider {...form}>
      <SettingForm title={TEXTS.tabs.hall} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
        <DesksEditor />
        <PlacesEditor />
      </SettingForm>
    </FormProvider>
  );
}
