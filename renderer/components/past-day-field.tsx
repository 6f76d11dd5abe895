import { dayOf } from '../../shared/rules/time';
import { programNow } from '../stores/session';
import { TextField } from './field';

interface Props {
  label: string;
  value: string;
  error: string | undefined;
  onDay(day: string): void;
}

/** Today or a day before, of which something is told; where a dialog's keyboard begins. */
export function PastDayField({ label, value, error, onDay }: Props) {
  return (
    <TextField
      label={label}
      type="date"
      data-autofocus
      value={value}
      max={dayOf(programNow())}
      error={error}
      onChange={(event) => onDay(event.target.value)}
    />
  );
}
