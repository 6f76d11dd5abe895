import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InputOf } from '../../shared/contract';
import { AskForm } from '../components/ask-form';
import { PinField, SelectField, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { useAnswer, useRequest } from '../hooks/use-request';
import { useSession } from '../stores/session';
import { TEXTS } from './texts';

interface Approval {
  requestId: string;
  reason: string;
  approverId: string;
  code: string;
}
type Destroying = 'keeping.destroy' | 'privacy.erase' | 'recording.destroy';

interface Props<N extends Destroying> {
  request: N;
  input(approval: Approval): InputOf<N>;
  title: string;
  /** What it is about, before the warning. */
  about: string;
  /** What is lost, where it is something else than what the hall keeps under a term. */
  warning?: string;
  onDone(): void;
  onClose(): void;
}

/** Two people destroy: one gives the reason, another one's PIN approves it. */
export function TwoPeople<N extends Destroying>(props: Props<N>) {
  const { request, input: inputOf, title, about, warning = TEXTS.destroyWarning, onDone, onClose } = props;
  const { run, busy, error } = useRequest(request);
  const people = useAnswer('interview.people', {});
  const me = useSession((store) => store.session?.staff?.id);
  const [requestId] = useState(() => uuid());
  const [input, setInput] = useState({ reason: '', approverId: '', code: '' });
  const fields = error?.fields ?? {};
  const submit = async (): Promise<boolean> => {
    const result = await run(inputOf({ requestId, ...input }));
    if (result.ok) onDone();
    return result.ok;
  };
  return (
    <AskForm title={title} button={TEXTS.doDestroy} busy={busy} error={error ?? people.error} onSubmit={submit} onClose={onClose}>
      <Notice level="warning">
        {about}：{warning}
      </Notice>
      <TextField
        label={TEXTS.destroyReason}
        data-autofocus
        maxLength={200}
        note={TEXTS.destroyReasonNote}
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
          <StaffOptions people={(people.value ?? []).filter((each) => each.mayApprove && each.id !== me)} apart={() => ''} />
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
