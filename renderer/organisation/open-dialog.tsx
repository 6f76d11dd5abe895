import { useState } from 'react';
import type { FacilityRow } from '../../shared/domain/duty';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.opening;

/** The day is opened although something that must be in order is not: with a reason (plan S20). */
export function OpenDialog({ held, onClose }: { held: readonly FacilityRow[]; onClose(): void }) {
  const opening = useRequest('facility.open');
  const [reason, setReason] = useState('');
  return (
    <AskForm
      title={T.openTitle}
      button={T.openAnyway}
      busy={opening.busy}
      error={opening.error}
      onSubmit={async () => (await opening.run({ reason })).ok}
      onClose={onClose}
    >
      <Notice level="warning">{T.openHeld(held.map(({ name }) => name).join('、'))}</Notice>
      <TextField
        label={T.reason}
        required
        maxLength={200}
        data-autofocus
        value={reason}
        error={opening.error?.fields?.reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </AskForm>
  );
}
