import { zodResolver } from '@hookform/resolvers/zod';
import { useFieldArray, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { FieldSettings } from '../../shared/domain/settings';
import { checkFields } from '../../shared/rules/fields';
import { Button } from '../components/button';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

type Input = z.input<typeof FieldSettings>;
const COLUMNS = [
  ['code', TEXTS.fieldCode, 20],
  ['name', TEXTS.fieldName, 30],
  ['parent', TEXTS.fieldParent, 20],
  ['department', TEXTS.fieldDepartment, 30],
] as const;

/** The dictionary of 诉求领域. An entry in use is switched off rather than removed: old visits keep its name. */
export function FieldsTab() {
  const saved = useLive('settings.all', {}).value?.fields;
  const form = useForm<Input, unknown, FieldSettings>({ resolver: zodResolver(FieldSettings), values: saved });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'entries' });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => {
    const wrong = Object.entries(checkFields(value));
    for (const [path, message] of wrong) form.setError(path as `entries.${number}.code`, { type: 'rule', message });
    if (wrong.length === 0) await saving.put({ key: 'fields', value });
  });
  const errors = form.formState.errors.entries;
  const known = new Set(saved?.entries.map((entry) => entry.code));
  const sentence = (i: number): string | undefined => COLUMNS.map(([key]) => errors?.[i]?.[key]?.message).find(Boolean);
  return (
    <SettingForm title={TEXTS.tabs.fields} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      <table className="table setting-table">
        <thead>
          <tr>
            {COLUMNS.map(([key, label]) => (
              <th key={key}>{label}</th>
            ))}
            <th>{TEXTS.fieldActive}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {fields.map((field, i) => (
            <tr key={field.id}>
              {COLUMNS.map(([key, label, maxLength]) => (
                <td key={key}>
                  <input
                    className="control"
                    aria-label={`${label} ${i + 1}`}
                    aria-invalid={errors?.[i]?.[key] ? true : undefined}
                    maxLength={maxLength}
                    autoComplete="off"
                    spellCheck={false}
                    {...form.register(`entries.${i}.${key}`)}
                  />
                </td>
              ))}
              <td>
                <input type="checkbox" aria-label={`${TEXTS.fieldActive} ${i + 1}`} {...form.register(`entries.${i}.active`)} />
              </td>
              <td className="tone-bad">
                {sentence(i)}
                {!known.has(field.code) && (
                  <Button kind="quiet" onClick={() => remove(i)}>
                    {TEXTS.remove('')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button className="setting-add" onClick={() => append({ code: '', name: '', parent: '', department: '', active: true })}>
        {TEXTS.fieldNew}
      </Button>
    </SettingForm>
  );
}
