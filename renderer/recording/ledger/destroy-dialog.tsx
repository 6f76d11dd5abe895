import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { RecordingRow } from '../../../shared/domain/recordings';
import { AskForm } from '../../components/ask-form';
import { PinField, SelectField, TextField } from '../../components/field';
import { Notice } from '../../components/notice';
import { StaffOptions } from '../../components/staff-options';
import { useAnswer, useRequest } from '../../hooks/use-request';
import { useSession } from '../../stores/session';
import { TEXTS } from '../texts';

/** Two people destroy: one gives the reason, another one's PIN approves it. */
export function DestroyDialog({ row, onDone, onClose }: { row: RecordingRow; onDone(): void; onClose(): void }) {
  const destroying = useRequest('recording.destroy');
  const people = useAnswer('interview.people', {}).value ?? [];
  const me = useSession((store) => store.session?.staff?.id);
  const [requestId] = useState(() => uuid());
  const [input, setInput] = useState({ reason: '', approverId: '', code: '' });
  const fields = destroying.error?.fields ?? {};
  const destroy = async (): Promise<boolean> => {
    const result = await destroying.run({ requestId, id: row.id, ...input });
    if (result.ok) onDone();
    return result.ok;
  };
  return (
    <AskForm
      title={TEXTS.destroyTitle}
      button={TEXTS.doDestroy}
      busy={destroying.busy}
      error={destroying.error}
      onSubmit={destroy}
      onClose={onClose}
    >
      <Notice level="warning">
        {row.number} {row.maskedName}：{TEXTS.destroyWarning}
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
