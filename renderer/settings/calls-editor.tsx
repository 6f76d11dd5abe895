import type { Contact } from '../../shared/domain/emergency';
import type { PlanCall } from '../../shared/domain/incident-plan';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { CALLS_TEXTS as t } from './calls-texts';
import { NumberBox } from './number-box';
import type { Wrong } from './use-edited';

interface Props {
  calls: readonly PlanCall[];
  contacts: readonly Contact[];
  /** Path of the calls in the value that is edited. */
  path: string;
  wrong: Wrong;
  onChange(calls: PlanCall[]): void;
}

/** Who is told, within how many minutes, and under which condition: of a plan and of a level. */
export function CallsEditor({ calls, contacts, path, wrong, onChange }: Props) {
  const change = (i: number, more: Partial<PlanCall>): void => onChange(calls.map((call, n) => (n === i ? { ...call, ...more } : call)));
  const free = contacts.find(({ key }) => !calls.some(({ to }) => to === key));
  return (
    <fieldset className="setting-group">
      <legend>{t.title}</legend>
      <table className="calls-table">
        <thead>
          <tr>
            <th>{t.to}</th>
            <th>{t.within}</th>
            <th>{t.when}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {calls.map((call, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a call is nothing but its place and what is typed there
            <tr key={i}>
              <td>
                <SelectField
                  label={`${t.to} ${i + 1}`}
                  labelHidden
                  dense
                  value={call.to}
                  error={wrong[`${path}.${i}.to`]}
                  onChange={({ target }) => change(i, { to: target.value })}
                >
                  {!contacts.some(({ key }) => key === call.to) && <option value={call.to}>{t.gone}</option>}
                  {contacts.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </SelectField>
              </td>
              <td>
                <NumberBox
                  label={`${t.within} ${i + 1}`}
                  labelHidden
                  dense
                  min={0}
                  value={call.within}
                  error={wrong[`${path}.${i}.within`]}
                  onNumber={(within) => change(i, { within })}
                />
              </td>
              <td>
                <TextField
                  label={`${t.when} ${i + 1}`}
                  labelHidden
                  dense
                  maxLength={40}
                  placeholder={t.always}
                  value={call.when}
                  error={wrong[`${path}.${i}.when`]}
                  onChange={({ target }) => change(i, { when: target.value })}
                />
              </td>
              <td>
                <Button kind="quiet" aria-label={t.removeAt(i + 1)} onClick={() => onChange(calls.toSpliced(i, 1))}>
                  {t.remove}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {wrong[path] && <p className="tone-bad">{wrong[path]}</p>}
      <Button className="setting-add" onClick={() => onChange([...calls, { to: free?.key ?? '', within: 0, when: '' }])}>
        {t.add}
      </Button>
    </fieldset>
  );
}
