import { useFormContext, useWatch } from 'react-hook-form';
import { PURPOSE_NAMES, PURPOSES, SPECIAL_NEED_NAMES, SPECIAL_NEEDS, VERIFICATION_NAMES, VISIT_MARKS } from '../../shared/domain/visit';
import { isPriority } from '../../shared/rules/registration';
import { timeOf } from '../../shared/rules/time';
import { KeyHint } from '../components/button';
import { CheckBox, CheckChips } from '../components/check';
import { SelectField, TextArea } from '../components/field';
import { Tag } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useDesk } from './desk-context';
import { FieldOptions } from './field-options';
import type { CheckInForm } from './form-values';
import { RepeatField } from './repeat-field';
import { TEXTS } from './texts';
import { useField } from './use-field';

const NEED_OPTIONS = SPECIAL_NEEDS.map((value) => ({ value, label: SPECIAL_NEED_NAMES[value] }));

/** What they come for, what they need, where they wait. */
export function MatterFields() {
  const { settings } = useDesk();
  const summary = useField('summary');
  const purpose = useField('purpose');
  const field = useField('fieldCode');
  return (
    <>
      <TextArea label={TEXTS.summary} required className="grow summary" maxLength={2000} {...summary} />
      <div className="row">
        <SelectField label={TEXTS.field} required {...field}>
          <option value="">{TEXTS.notChosen}</option>
          <FieldOptions entries={settings.fields.entries} />
        </SelectField>
        <SelectField label={TEXTS.purpose} {...purpose}>
          {PURPOSES.map((value) => (
            <option key={value} value={value}>
              {PURPOSE_NAMES[value]}
            </option>
          ))}
        </SelectField>
        <RepeatField />
      </div>
      <Needs />
      <div className="row">
        <VerificationState />
        <NoticeField />
        <AreaField />
      </div>
    </>
  );
}

/** On the line of the needs' label, behind them: ticked for few, and on nobody's way from field to field. */
function Marks() {
  const { control, setValue } = useFormContext<CheckInForm>();
  const marks = useWatch({ control, name: 'marks' });
  return (
    <fieldset className="marks" aria-label={TEXTS.marks}>
      {VISIT_MARKS.map((mark) => (
        <CheckBox
          key={mark}
          label={TEXTS.mark[mark]}
          checked={marks.includes(mark)}
          onChange={({ target }) =>
            setValue('marks', target.checked ? [...marks, mark] : marks.filter((each) => each !== mark), { shouldDirty: true })
          }
        />
      ))}
    </fieldset>
  );
}

function Needs() {
  const { control, setValue } = useFormContext<CheckInForm>();
  const needs = useWatch({ control, name: 'needs' });
  return (
    <div className="needs">
      <CheckChips
        label={TEXTS.needs}
        options={NEED_OPTIONS}
        value={needs}
        onChange={(value) => setValue('needs', value, { shouldDirty: true })}
      />
      <Marks />
    </div>
  );
}

function VerificationState() {
  const { checked, checkedStale } = useDesk();
  const text = checked && TEXTS.verified(checked.checkerName, timeOf(checked.at), VERIFICATION_NAMES[checked.result]);
  return (
    <div className="field">
      <span className="field-label">{TEXTS.verification}</span>
      <div className={`shown ${checked ? 'shown-good' : ''} ${checkedStale ? 'tone-bad' : ''}`}>
        {text ? `✓ ${text}` : checkedStale ? TEXTS.verifiedStale : TEXTS.notVerified}
      </div>
    </div>
  );
}

function NoticeField() {
  const { active } = useDesk();
  const { getValues, setValue } = useFormContext<CheckInForm>();
  const { error, ...field } = useField('noticeAcknowledged');
  // Said to everybody: one key, or eleven fields lie between the matter and this box.
  const turn = (): void =>
    setValue('noticeAcknowledged', !getValues('noticeAcknowledged'), { shouldDirty: true, shouldValidate: error !== undefined });
  useHotkeys({ 'Alt+N': turn }, { enabled: active });
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">
        {TEXTS.noticeLabel} <KeyHint keys="Alt+N" />
      </span>
      <CheckBox label={TEXTS.notice} error={error} {...field} />
    </div>
  );
}

function AreaField() {
  const { settings } = useDesk();
  const { control } = useFormContext<CheckInForm>();
  const needs = useWatch({ control, name: 'needs' });
  const area = useField('areaId');
  return (
    <div className="area">
      <SelectField label={TEXTS.area} {...area}>
        {settings.hall.areas
          .filter((a) => a.kind === 'waiting')
          .map((a) => (
            <option key={a.id} value={a.id}>
              {a.name}
            </option>
          ))}
      </SelectField>
      {isPriority(needs) && <Tag tone="blue">{TEXTS.priority}</Tag>}
    </div>
  );
}
