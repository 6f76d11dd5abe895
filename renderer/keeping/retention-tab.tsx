import { RETENTION_CODES, RETENTION_YEARS, type RetentionSettings, type RetentionYears } from '../../shared/domain/keeping';
import { basisOf, RECORDING_BASIS, RETENTION_NAMES, yearsOf } from '../../shared/rules/retention';
import { useLive } from '../hooks/use-live';
import { NumberBox } from '../settings/number-box';
import { SettingForm, useSaving } from '../settings/setting-form';
import { TEXTS as SETTINGS } from '../settings/texts';
import { useEdited } from '../settings/use-edited';
import { TEXTS } from './texts';

const MOST_DAYS = 60;

/** 设置 · 保存期限: how long each class is kept, as the unit's own list says. */
export function RetentionTab() {
  const settings = useLive('settings.all', {}).value;
  const edited = useEdited<RetentionSettings>(settings?.retention);
  const saving = useSaving();
  const { value } = edited;
  if (!value || !settings) return null;
  const wrong =
    Number.isInteger(value.requestDays) && value.requestDays >= 1 && value.requestDays <= MOST_DAYS
      ? ''
      : SETTINGS.outOfBounds(1, MOST_DAYS);
  const save = (): void => {
    if (!wrong) void saving.put({ key: 'retention', value }).then((done) => done && edited.forget());
  };
  return (
    <SettingForm title={TEXTS.retention} saving={saving} dirty={edited.dirty} onSave={save}>
      <p className="tone-quiet">{TEXTS.retentionWhy}</p>
      <table className="table">
        <thead>
          <tr>
            {TEXTS.retentionHead.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RETENTION_CODES.map((code) => (
            <tr key={code}>
              <td>{RETENTION_NAMES[code]}</td>
              <td>
                <select
                  className="control"
                  aria-label={TEXTS.yearsOf(RETENTION_NAMES[code])}
                  value={yearsOf(code, value)}
                  onChange={(event) =>
                    edited.set({ ...value, years: { ...value.years, [code]: Number(event.target.value) as RetentionYears } })
                  }
                >
                  {RETENTION_YEARS.map((years) => (
                    <option key={years} value={years}>
                      {TEXTS.years[years]}
                    </option>
                  ))}
                </select>
              </td>
              <td>{basisOf(code)}</td>
            </tr>
          ))}
          <tr>
            <td>{TEXTS.recordings}</td>
            <td>{TEXTS.recordingYears(settings.rules.recordingYears)}</td>
            <td>{RECORDING_BASIS}</td>
          </tr>
        </tbody>
      </table>
      <div className="row">
        <NumberBox
          label={TEXTS.requestDays}
          note={TEXTS.requestDaysNote}
          min={1}
          max={MOST_DAYS}
          value={value.requestDays}
          className="w-kind"
          error={wrong || undefined}
          onNumber={(requestDays) => edited.set({ ...value, requestDays })}
        />
      </div>
    </SettingForm>
  );
}
