import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { RuleSettings } from '../../shared/domain/settings';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { TEXTS as MANAGED_TEXTS } from '../updates/texts';
import { useManaged } from '../updates/use-managed';
import { FigureFields } from './figure-fields';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

/** Figures of the rules; the unit may change every one within what the law allows. */
export function RulesTab() {
  const rules = useLive('settings.all', {}).value?.rules;
  const form = useForm<z.input<typeof RuleSettings>, unknown, RuleSettings>({ resolver: zodResolver(RuleSettings), values: rules });
  const { lockMinutes } = useManaged();
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'rules', value })));
  return (
    <SettingForm title={TEXTS.tabs.rules} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      {lockMinutes !== undefined && <Notice level="info">{MANAGED_TEXTS.lock(lockMinutes)}</Notice>}
      <div className="setting-grid">
        <FigureFields
          texts={TEXTS.rules}
          shape={RuleSettings.shape}
          wrong={(key) => form.formState.errors[key] !== undefined}
          held={(key) => key === 'idleLockSeconds' && lockMinutes !== undefined}
          field={(key) => form.register(key, { valueAsNumber: true })}
        />
      </div>
    </SettingForm>
  );
}
