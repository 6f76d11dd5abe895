import { zodResolver } from '@hookform/resolvers/zod';
import { useFieldArray, useForm } from 'react-hook-form';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { ROUTE_NAMES, TargetSettings } from '../../shared/domain/disposal';
import { Button } from '../components/button';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

type Input = z.input<typeof TargetSettings>;
const COLUMNS = [
  ['demand', 60],
  ['name', 60],
  ['address', 120],
  ['phone', 30],
  ['basis', 200],
] as const;

/** 受理机关: what a matter of which kind is told to go to (依法分类处理诉求清单). An entry is switched off, not removed. */
export function TargetsTab() {
  const saved = useLive('settings.all', {}).value?.targets;
  const form = useForm<Input, unknown, TargetSettings>({ resolver: zodResolver(TargetSettings), values: saved });
  const { fields, append } = useFieldArray({ control: form.control, name: 'entries', keyName: 'key' });
  const saving = useSaving();
  const save = form.handleSubmit(async (value) => void (await saving.put({ key: 'targets', value })));
  const errors = form.formState.errors.entries;
  const t = TEXTS.targets;
  return (
    <SettingForm title={TEXTS.tabs.targets} saving={saving} dirty={form.formState.isDirty} onSave={() => void save()}>
      <p className="tone-quiet">{t.intro}</p>
      <table className="table setting-table">
        <thead>
          <tr>
            <th>{t.route}</th>
            {COLUMNS.map(([key]) => (
              <th key={key}>{t[key]}</th>
            ))}
            <th>{TEXTS.fieldActive}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, i) => (
            <tr key={field.key}>
              <td>
                <select className="control" aria-label={`${t.route} ${i + 1}`} {...form.register(`entries.${i}.route`)}>
                  {Object.entries(ROUTE_NAMES).map(([route, name]) => (
                    <option key={route} value={route}>
                      {name}
                    </option>
                  ))}
                </select>
              </td>
              {COLUMNS.map(([key, maxLength]) => (
                <td key={key}>
                  <input
                    className="control"
                    aria-label={`${t[key]} ${i + 1}`}
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
            </tr>
          ))}
        </tbody>
      </table>
      <Button
        className="setting-add"
        onClick={() =>
          append({ id: uuid(), route: 'other', demand: '', name: '', address: '', phone: '', basis: '', limit: '', active: true })
        }
      >
        {t.add}
      </Button>
    </SettingForm>
  );
}
