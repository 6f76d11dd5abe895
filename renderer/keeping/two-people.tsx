import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { AppError, Result } from '../../shared/result';
import { AskForm } from '../components/ask-form';
import { PinField, SelectField, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { useAnswer } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

export interface Approval {
  requestId: string;
  reason: string;
  approverId: string;
  code: string;
}
interface Props {
  title: string;
  /** What it is about, before the warning. */
  about: string;
  busy: boolean;
  error: AppError | undefined;
  run(approval: Approval): Promise<Result<unknown>>;
  onDone(): void;
  onClose(): void;
}

/** Two people destroy: one gives the reason, another one's PIN approves it. */
export function TwoPeople({ title, about, busy, error, run, onDone, onClose }: Props) {
  const people = useAnswer('interview.people', {}).value ?? [];
  const me = useSession((store) => store.session?.staff?.id);
  const [requestId] = useState(() => uuid());
  const [input, setInput] = useState({ reason: '', approverId: '', code: '' });
  const fields = error?.fields ?? {};
  const submit = async (): Promise<boolean> => {
    const result = await run({ requestId, ...input });
    if (result.ok) onDone();
    return result.ok;
  };
  return (
    <AskForm title={title} button={TEXTS.destroy} busy={busy} error={error} onSubmit={submit} onClose={onClose}>
      <Notice level="warning">
        {about}：{TEXTS.destroyWarning}
      </Notice>
      <TextField
        label={TEXTS.destroyReason}
        data-autofocus
        maxLength={200}
        value={input.reason}
        error={fields.reason}
        onChange={(event) => setInput({ ...input, reason: event.target.value })}
      />
      <div className="row">
        <SelectField
          label={TEXTS.approver}
          value={input.approverId}
          error={fields.approverId}
          onChange={(event) => setInput({ ...input, approverId: event.target.value })}
        >
          <option value="">{TEXTS.nobodyYet}</option>
          <StaffOptions people={people.filter((each) => each.mayApprove && each.id !== me)} apart={() => ''} />
        </SelectField>
        <PinField
          label={TEXTS.code}
          value={input.code}
          error={fields.code}
          onChange={(event) => setInput({ ...input, code: event.target.value })}
        />
      </div>
    </AskForm>
  );
}
