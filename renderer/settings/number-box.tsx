import { NumberField, type TextFieldProps } from '../components/field';

interface Props extends Omit<TextFieldProps, 'value' | 'onChange'> {
  value: number | null;
  /** Left empty: NaN where a number must be, null where there may be none. */
  optional?: boolean;
  onNumber(value: number): void;
  onNone?(): void;
}

/** A number of a value that is edited whole. */
export function NumberBox({ value, onNumber, onNone, optional, ...rest }: Props) {
  const shown = value === null || Number.isNaN(value) ? '' : value;
  return (
    <NumberField
      {...rest}
      value={shown}
      onChange={({ target }) => {
        if (target.value === '' && optional) onNone?.();
        else onNumber(target.value === '' ? Number.NaN : Number(target.value));
      }}
    />
  );
}
