import { type FormEvent, useState } from 'react';
import type { InputOf } from '../../shared/contract';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

export type WithReason =
  | 'visit.void'
  | 'print.reprint'
  | 'print.cancel'
  | 'appointment.cancel'
  | 'day.cancel'
  | 'attachment.void'
  | 'policy.retire'
  | 'certificate.remove'
  | 'supply.remove'
  | 'forecast.withdraw'
  | 'statistics.reopen'
  | 'keeping.hold'
  | 'recording.hold';

export interface ReasonFormProps<N extends WithReason> {
  request: N;
  input(reason: string): InputOf<N>;
  title: string;
  button: string;
  danger?: boolean;
  onDone(): void;
  onBack(): void;
}

/** An act that needs a reason: says what it does, takes the reason, does it. */
export function ReasonForm<N extends WithReason>({ request, input, title, button, danger, onDone, onBack }: ReasonFormProps<N>) {
  const act = useRequest(request);
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!act.busy && (await act.run(input(reason))).ok) onDone();
  };
  const beside = act.error?.fields?.reason;
  return (
    <form className="reason" onSubmit={(event) => void submit(event)} noValidate>
      <Notice level={danger ? 'warning' : 'info'}>{title}</Notice>
      <TextField
        label={TEXTS.reason}
        required
        maxLength={100}
        data-autofocus
        value={reason}
        error={beside}
        onChange={(event) => setReason(event.target.value)}
      />
      {act.error && !beside && <ErrorNotice error={act.error} />}
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind={danger ? 'danger' : 'primary'} hint="Enter" disabled={act.busy}>
          {button}
        </Button>
      </div>
    </form>
  );
}
