import { useState } from 'react';
import type { IncidentView } from '../../../shared/contract/incidents';
import type { IncidentCode } from '../../../shared/domain/incident-plan';
import { usePlanMenu } from '../../alarm/use-plan-menu';
import { AskForm } from '../../components/ask-form';
import { SelectField, TextField } from '../../components/field';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** The wrong type was chosen, or none: what was done so far stays in the timeline, the steps are those of the new plan. */
export function TypeDialog({ incident, onClose }: { incident: IncidentView; onClose(): void }) {
  const adding = useAdding(incident.id);
  const menu = usePlanMenu();
  const [code, setCode] = useState<IncidentCode>(incident.code === 'E01' ? 'E02' : 'E01');
  const [reason, setReason] = useState('');
  const errors = adding.error?.fields ?? {};
  return (
    <AskForm
      title={TEXTS.type}
      busy={adding.busy}
      error={adding.error}
      onSubmit={() => adding.add({ kind: 'type', code, reason })}
      onClose={onClose}
    >
      <SelectField
        label={TEXTS.type}
        data-autofocus
        value={code}
        error={errors.code}
        onChange={(event) => setCode(event.target.value as IncidentCode)}
      >
        {menu.map((each) => (
          <option key={each.code} value={each.code}>{`${each.code} ${each.name}`}</option>
        ))}
      </SelectField>
      {incident.code !== '' && (
        <TextField
          label={TEXTS.reason}
          maxLength={200}
          value={reason}
          error={errors['entry.reason'] ?? errors.reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </AskForm>
  );
}
