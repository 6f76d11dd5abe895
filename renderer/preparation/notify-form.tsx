import { type FormEvent, useState } from 'react';
import { type PreparationItem, SUMMONS_METHOD_NAMES, SUMMONS_METHODS, type SummonsMethod } from '../../shared/domain/preparation';
import type { Settings } from '../../shared/domain/settings';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterSubmits } from '../hooks/enter-submits';
import { useRequest } from '../hooks/use-request';
import { NumberBox } from '../settings/number-box';
import { TEXTS } from './texts';

const T = TEXTS.summons;

/** A department told to come: the one of the matter's field is proposed, with its contact and limit. */
export function NotifyForm({ item, settings, onSaved }: { item: PreparationItem; settings: Settings; onSaved(): void }) {
  const { departments, arrivalMinutes } = settings.preparation;
  const saving = useRequest('summons.notify');
  const ofField = settings.fields.entries.find(({ code }) => code === item.field)?.department ?? '';
  const first = departments.find(({ name }) => name === ofField) ?? departments[0];
  const [chosen, setChosen] = useState(first?.id ?? '');
  const [form, setForm] = useState({
    ...{ department: first?.name ?? ofField, contact: first?.contact ?? '', phone: first?.phone ?? '' },
    ...{ method: 'phone' as SummonsMethod, limitMinutes: first?.arrivalMinutes ?? arrivalMinutes },
  });
  const set = (more: Partial<typeof form>): void => setForm((was) => ({ ...was, ...more }));
  const choose = (id: string): void => {
    const found = departments.find((each) => each.id === id);
    setChosen(id);
    set(
      found
        ? { department: found.name, contact: found.contact, phone: found.phone, limitMinutes: found.arrivalMinutes }
        : { department: '', contact: '', phone: '', limitMinutes: arrivalMinutes },
    );
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!saving.busy && (await saving.run({ itemId: item.id, ...form })).ok) onSaved();
  };
  const said = saving.error?.fields ?? {};
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
      <div className="dialog-body">
        <div className="row">
          {departments.length > 0 && (
            <SelectField label={T.department} data-autofocus value={chosen} onChange={({ target }) => choose(target.value)}>
              {departments.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value="">{T.other}</option>
            </SelectField>
          )}
          {chosen === '' && (
            <TextField
              label={T.name}
              required
              maxLength={30}
              data-autofocus={departments.length === 0 ? true : undefined}
              value={form.department}
              error={said.department}
              onChange={({ target }) => set({ department: target.value })}
            />
          )}
          <TextField label={T.contact} maxLength={30} value={form.contact} onChange={({ target }) => set({ contact: target.value })} />
          <TextField label={T.phone} maxLength={30} value={form.phone} onChange={({ target }) => set({ phone: target.value })} />
        </div>
        <div className="row">
          <SelectField label={T.method} value={form.method} onChange={({ target }) => set({ method: target.value as SummonsMethod })}>
            {SUMMONS_METHODS.map((method) => (
              <option key={method} value={method}>
                {SUMMONS_METHOD_NAMES[method]}
              </option>
            ))}
          </SelectField>
          <NumberBox
            label={T.limit}
            required
            min={1}
            value={form.limitMinutes}
            error={said.limitMinutes}
            onNumber={(limitMinutes) => set({ limitMinutes })}
          />
        </div>
        {saving.error && <ErrorNotice error={saving.error} />}
      </div>
      <div className="dialog-foot">
        <Button type="submit" kind="primary" hint="Enter" disabled={saving.busy}>
          {T.notify}
        </Button>
      </div>
    </form>
  );
}
