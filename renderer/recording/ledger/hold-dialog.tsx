import { useState } from 'react';
import type { RecordingRow } from '../../../shared/domain/recordings';
import { AskForm } from '../../components/ask-form';
import { TextField } from '../../components/field';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';

export function HoldDialog({ row, onDone, onClose }: { row: RecordingRow; onDone(): void; onClose(): void }) {
  const holding = useRequest('recording.hold');
  const [reason, setReason] = useState('');
  const title = row.hold ? TEXTS.release : TEXTS.hold;
  const save = async (): Promise<boolean> => {
    const result = await holding.run({ id: row.id, hold: !row.hold, reason });
    if (result.ok) onDone();
    return result.ok;
  };
  return (
    <AskForm title={title} button={title} busy={holding.busy} error={holding.error} onSubmit={save} onClose={onClose}>
      <TextField
        label={TEXTS.holdReason}
        data-autofocus
        maxLength={200}
        value={reason}
        error={holding.error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
