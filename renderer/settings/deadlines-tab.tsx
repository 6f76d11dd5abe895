import { useState } from 'react';
import { DEADLINE_CODES, type DeadlineCode, START_EVENT_NAMES } from '../../shared/domain/deadlines';
import { DEADLINE_KINDS } from '../../shared/rules/deadline-kinds';
import { lengthOf } from '../../shared/rules/deadlines';
import { useLive } from '../hooks/use-live';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

const MOST = 400;
/** How long something is kept is no period of a matter: the recordings' figure stands under 「规则」, and on the cards. */
const CODES = DEADLINE_CODES.filter((code) => DEADLINE_KINDS[code].unit !== 'years');

/** 办理期限: the plan's periods are the unit's own, the law's may only be kept tighter. */
export function DeadlinesTab() {
  const saved = useLive('settings.all', {}).value?.deadlines ?? { lengths: {} };
  const [typed, setTyped] = useState<Partial<Record<DeadlineCode, string>>>({});
  const saving = useSaving();
  const t = TEXTS.deadlines;
  const bounds = (code: DeadlineCode): { min: number; max: number } => {
    const { bound, length } = DEADLINE_KINDS[code];
    return { min: bound === 'at-least' ? length : 1, max: bound === 'at-most' ? length : MOST };
  };
  const wrong = (code: DeadlineCode): string => {
    const text = typed[code];
    const { min, max } = bounds(code);
    const value = Number(text);
    return text === undefined || (Number.isInteger(value) && value >= min && value <= max) ? '' : TEXTS.outOfBounds(min, max);
  };
  const save = (): void => {
    if (CODES.some(wrong)) return;
    const lengths = { ...saved.lengths, ...Object.fromEntries(Object.entries(typed).map(([code, text]) => [code, Number(text)])) };
    void saving.put({ key: 'deadlines', value: { lengths } }).then((done) => done && setTyped({}));
  };
  return (
    <SettingForm title={TEXTS.tabs.deadlines} saving={saving} dirty={Object.keys(typed).length > 0} onSave={save}>
      <table className="table setting-table">
        <thead>
          <tr>
            {t.head.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CODES.map((code) => {
            const { name, start, unit, basis, who } = DEADLINE_KINDS[code];
            return (
              <tr key={code}>
                <td>{name}</td>
                <td>{START_EVENT_NAMES[start]}</td>
                <td>
                  <input
                    className="control"
                    type="number"
                    aria-label={t.length(name)}
                    aria-invalid={wrong(code) ? true : undefined}
                    value={typed[code] ?? String(lengthOf(code, saved))}
                    onChange={(event) => setTyped({ ...typed, [code]: event.target.value })}
                  />
                  {wrong(code) && <span className="tone-bad">{wrong(code)}</span>}
                </td>
                <td>{t.units[unit]}</td>
                <td>{basis}</td>
                <td>{who}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="tone-quiet">{t.elsewhere}</p>
    </SettingForm>
  );
}
