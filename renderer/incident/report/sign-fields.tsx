import { type KeyboardEvent, useEffect } from 'react';
import type { AppError } from '../../../shared/result';
import { PinField, SelectField } from '../../components/field';
import { StaffOptions } from '../../components/staff-options';
import { isComposing } from '../../hooks/use-hotkeys';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS } from './texts';

export interface Signature {
  signerId: string;
  code: string;
}

interface Props {
  label: string;
  value: Signature;
  error: AppError | undefined;
  /** Said beside the fields before anything is asked. */
  missing: Partial<Record<keyof Signature, string>>;
  onChange(value: Signature): void;
  /** Enter in the PIN, the last thing that is typed. */
  onEnter(): void;
}

/** What is wrong with a signature before the program is asked: an empty one is never sent. */
export const missingOf = ({ signerId, code }: Signature, choose: string): Props['missing'] => ({
  ...(signerId === '' && { signerId: choose }),
  ...(!/^\d{4,12}$/.test(code) && { code: TEXTS.typePin }),
});

/** A leader and their own PIN, whoever is signed in at the desk. With one leader there is nothing to choose. */
export function SignFields({ label, value, error, missing, onChange, onEnter }: Props) {
  const leaders = useAnswer('incident.signers', {}).value;
  const only = leaders?.length === 1 ? leaders[0]?.id : undefined;
  useEffect(() => {
    if (only && value.signerId === '') onChange({ ...value, signerId: only });
  }, [only, value, onChange]);
  const aboutPin = error?.code === 'wrong-pin' || error?.code === 'wait' ? error.message : error?.fields?.code;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className="sign-fields">
      <SelectField
        label={label}
        value={value.signerId}
        error={missing.signerId ?? error?.fields?.signerId ?? (leaders?.length === 0 ? TEXTS.noLeader : undefined)}
        onChange={(event) => onChange({ ...value, signerId: event.target.value })}
      >
        <option value="">{TEXTS.nobodyYet}</option>
        <StaffOptions people={leaders ?? []} apart={({ id }) => id.slice(-4)} />
      </SelectField>
      <PinField
        label={TEXTS.pin}
        value={value.code}
        error={missing.code ?? aboutPin}
        onKeyDown={onKeyDown}
        onChange={(event) => onChange({ ...value, code: event.target.value })}
      />
    </div>
  );
}

/** Whether the fields above say all there is to say. */
export const saidBeside = (error: AppError | undefined): boolean =>
  error !== undefined && (error.code === 'wrong-pin' || error.code === 'wait' || Object.keys(error.fields ?? {}).length > 0);
