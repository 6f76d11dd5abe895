import { useState } from 'react';
import type { StepView } from '../../shared/domain/preparation';
import { AskForm } from '../components/ask-form';
import { TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

interface Props {
  itemId: string;
  step: StepView;
  act: 'done' | 'omitted' | 'reopened';
  onClose(): void;
}

const TITLES = { done: TEXTS.doTitle, omitted: TEXTS.omitTitle, reopened: TEXTS.reopenTitle };
const BUTTONS = { done: TEXTS.do, omitted: TEXTS.omit, reopened: TEXTS.reopen };

/** A plain step done, one left out with a reason, or either taken back. */
export function StepDialog({ itemId, step, act, onClose }: Props) {
  const saving = useRequest('preparation.step');
  const [note, setNote] = useState('');
  return (
    <AskForm
      title={TITLES[act](step.name)}
      button={BUTTONS[act]}
      busy={saving.busy}
      error={saving.error}
      onSubmit={async () => (await saving.run({ itemId, step: step.key, act, note })).ok}
      onClose={onClose}
    >
      <TextField
        label={act === 'omitted' ? TEXTS.omitReason : TEXTS.note}
        required={act === 'omitted'}
        maxLength={200}
        data-autofocus
        value={note}
        error={saving.error?.fields?.note}
        onChange={({ target }) => setNote(target.value)}
      />
    </AskForm>
  );
}
