import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { IncidentCode } from '../../shared/domain/incident-plan';
import { usePlanMenu } from '../alarm/use-plan-menu';
import { AskForm } from '../components/ask-form';
import { SelectField, TextArea, TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** A drill is begun on purpose, with its plan and who takes part; F9 is always real. */
export function DrillDialog({ onBegun, onClose }: { onBegun(id: string): void; onClose(): void }) {
  const request = useRequest('incident.drill');
  const [requestId] = useState(() => uuid());
  const menu = usePlanMenu();
  const [code, setCode] = useState<IncidentCode>('E15');
  const [plan, setPlan] = useState('');
  const [participants, setParticipants] = useState('');
  const begin = async (): Promise<boolean> => {
    const result = await request.run({ requestId, code, plan, participants });
    if (result.ok) onBegun(result.value.id);
    return result.ok;
  };
  const errors = request.error?.fields ?? {};
  return (
    <AskForm title={TEXTS.startDrill} button={TEXTS.begin} busy={request.busy} error={request.error} onSubmit={begin} onClose={onClose}>
      <SelectField label={TEXTS.type} data-autofocus value={code} onChange={(event) => setCode(event.target.value as IncidentCode)}>
        {menu.map((each) => (
          <option key={each.code} value={each.code}>{`${each.code} ${each.name}`}</option>
        ))}
      </SelectField>
      <TextArea
        label={TEXTS.drillPlan}
        rows={3}
        maxLength={500}
        value={plan}
        error={errors.plan}
        onChange={(event) => setPlan(event.target.value)}
      />
      <TextField
        label={TEXTS.participants}
        maxLength={500}
        value={participants}
        error={errors.participants}
        onChange={(event) => setParticipants(event.target.value)}
      />
    </AskForm>
  );
}
