import { useState } from 'react';
import type { KeptRow } from '../../shared/domain/keeping';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

export function HoldForm({ row, onDone, onClose }: { row: KeptRow; onDone(): void; onClose(): void }) {
  const holding = useRequest('keeping.hold');
  const [reason, setReason] = useState('');
  const title = row.hold ? TEXTS.release : TEXTS.hold;
  const save = async (): Promise<boolean> => {
    const { ok } = await holding.run({ kind: row.kind, id: row.id, hold: row.hold === '', reason });
    if (ok) onDone();
    return ok;
  };
  return (
    <AskForm title={title} button={title} busy={holding.busy} error={holding.error} onSubmit={save} onClose={onClose}>
      <TextField
        label={TEXTS.reason}
        data-autofocus
        maxLength={200}
        value={reason}
        error={holding.error?.fields?.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
