import { useState } from 'react';
import type { IncidentStep } from '../../../shared/domain/incident-plan';
import { AskForm } from '../../components/ask-form';
import { CheckBox } from '../../components/check';
import { TextField } from '../../components/field';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

interface Props {
  id: string;
  step: IncidentStep;
  outcome: 'done' | 'left-out';
  onClose(): void;
}

/** A step that needs a word: why it is left out, or what the danger is that lets control come before persuasion (plan S42). */
export function StepDialog({ id, step, outcome, onClose }: Props) {
  const adding = useAdding(id);
  const [reason, setReason] = useState('');
  const [danger, setDanger] = useState(false);
  const early = outcome === 'done';
  const save = (): Promise<boolean> => adding.add({ kind: 'step', stepId: step.id, outcome, reason, danger: early && danger });
  const errors = adding.error?.fields ?? {};
  return (
    <AskForm
      title={`${early ? TEXTS.done : TEXTS.leaveOut}：${step.text}`}
      busy={adding.busy}
      error={adding.error}
      onSubmit={save}
      onClose={onClose}
    >
      {early && (
        <>
          <p className="tone-quiet">{TEXTS.dangerNote}</p>
          <CheckBox
            label={TEXTS.danger}
            data-autofocus
            checked={danger}
            error={errors.danger}
            onChange={(event) => setDanger(event.target.checked)}
          />
        </>
      )}
      <TextField
        label={TEXTS.reason}
        data-autofocus={!early || undefined}
        maxLength={200}
        value={reason}
        error={errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
