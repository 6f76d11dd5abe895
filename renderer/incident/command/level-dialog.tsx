import { useState } from 'react';
import type { IncidentView } from '../../../shared/contract/incidents';
import { LEVELS, type Level, levelName } from '../../../shared/domain/emergency';
import { AskForm } from '../../components/ask-form';
import { SelectField, TextField } from '../../components/field';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** Only a person changes the level, and says why. */
export function LevelDialog({ incident, onClose }: { incident: IncidentView; onClose(): void }) {
  const adding = useAdding(incident.id);
  const [level, setLevel] = useState<Level>(incident.level === 1 ? 2 : ((incident.level - 1) as Level));
  const [reason, setReason] = useState('');
  const errors = adding.error?.fields ?? {};
  return (
    <AskForm
      title={TEXTS.level}
      busy={adding.busy}
      error={adding.error}
      onSubmit={() => adding.add({ kind: 'level', level, reason })}
      onClose={onClose}
    >
      <SelectField
        label={TEXTS.level}
        data-autofocus
        value={level}
        error={errors.level}
        onChange={(event) => setLevel(Number(event.target.value) as Level)}
      >
        {LEVELS.map((each) => (
          <option key={each} value={each}>
            {levelName(each)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={TEXTS.reason}
        maxLength={200}
        value={reason}
        error={errors['entry.reason'] ?? errors.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
