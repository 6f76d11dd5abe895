import type { TeamOption } from '../../shared/contract/interviews';
import type { TeamOverride } from '../../shared/domain/interview';
import { PinField, SelectField, TextField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

export const NO_OVERRIDE: TeamOverride = { reason: '', approverId: '', code: '' };

interface Props {
  people: readonly TeamOption[];
  value: TeamOverride;
  errors: Readonly<Record<string, string>>;
  onChange(value: TeamOverride): void;
}

/** 变通: why a team that falls short is allowed, by whom, with their own PIN. */
export function OverrideFields({ people, value, errors, onChange }: Props) {
  const me = useSession((s) => s.session?.staff?.id ?? '');
  return (
    <fieldset className="talk-override">
      <legend>{TEXTS.overrideTitle}</legend>
      <TextField
        label={TEXTS.overrideReason}
        value={value.reason}
        maxLength={200}
        error={errors['override.reason']}
        onChange={(event) => onChange({ ...value, reason: event.target.value })}
      />
      <div className="row">
        <SelectField
          label={TEXTS.approver}
          value={value.approverId}
          error={errors.approverId ?? errors['override.approverId']}
          onChange={(event) => onChange({ ...value, approverId: event.target.value })}
        >
          <option value="">{TEXTS.nobodyYet}</option>
          <StaffOptions people={people.filter((each) => each.mayApprove && each.id !== me)} apart={() => ''} />
        </SelectField>
        <PinField
          label={TEXTS.code}
          value={value.code}
          error={errors['override.code']}
          onChange={(event) => onChange({ ...value, code: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
