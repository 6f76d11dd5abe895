import { type InputHTMLAttributes, type Ref, useId } from 'react';
import { KeyHint } from './button';

export interface CheckBoxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: string;
  error?: string;
  ref?: Ref<HTMLInputElement>;
}

/** One yes or no; its whole frame can be clicked. */
export function CheckBox({ label, error, className, ...rest }: CheckBoxProps) {
  const id = useId();
  return (
    <div className={`check ${error ? 'check-bad' : ''} ${className ?? ''}`}>
      <label className="check-box">
        <input type="checkbox" aria-describedby={error ? id : undefined} aria-invalid={error ? true : undefined} {...rest} />
        <span>{label}</span>
      </label>
      {error && (
        <div id={id} className="field-line tone-bad">
          {error}
        </div>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly { value: T; label: string; hint?: string }[];
}

interface SeveralProps<T extends string> extends ChoiceProps<T> {
  value: readonly T[];
  onChange(value: T[]): void;
  error?: string | undefined;
  /** The keyboard begins here in its dialog. */
  begins?: boolean;
}

/** Several of a few. */
export function CheckChips<T extends string>({ label, options, value, onChange, error, begins }: SeveralProps<T>) {
  const id = useId();
  const toggle = (one: T): void => onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one]);
  return (
    <fieldset className="chips">
      <legend className="field-label">{label}</legend>
      {options.map((option, i) => (
        <label key={option.value} className="chip">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? id : undefined}
            data-autofocus={begins && i === 0 ? true : undefined}
            onChange={() => toggle(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
      {error && (
        <div id={id} className="field-line tone-bad">
          {error}
        </div>
      )}
    </fieldset>
  );
}

/** One of a few. `begins`: the keyboard begins here in its dialog. */
export function RadioChips<T extends string>({
  label,
  options,
  value,
  onChange,
  begins,
}: ChoiceProps<T> & { value: T; onChange(value: T): void; begins?: boolean }) {
  const name = useId();
  return (
    <fieldset className="chips">
      <legend className="field-label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="chip">
          <input
            type="radio"
            name={name}
            checked={value === option.value}
            data-autofocus={begins && value === option.value ? true : undefined}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
          {option.hint && <KeyHint keys={option.hint} />}
        </label>
      ))}
    </fieldset>
  );
}
