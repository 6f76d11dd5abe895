import { useState } from 'react';
import type { FacilityRow } from '../../shared/domain/duty';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.opening;

/** What is wrong with an item, or what was done about it. */
export function FacilityNoteDialog({ row, state, onClose }: { row: FacilityRow; state: 'fault' | 'mended'; onClose(): void }) {
  const answering = useRequest('facility.answer');
  const [note, setNote] = useState('');
  return (
    <AskForm
      title={state === 'fault' ? T.faultTitle(row.name) : T.mendedTitle(row.name)}
      busy={answering.busy}
      error={answering.error}
      onSubmit={async () => (await answering.run({ itemId: row.id, state, note })).ok}
      onClose={onClose}
    >
      <TextField
        label={T.note}
        required
        maxLength={100}
        data-autofocus
        value={note}
        error={answering.error?.fields?.note}
        onChange={({ target }) => setNote(target.value)}
      />
    </AskForm>
  );
}
