import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { PlanEdition } from '../../shared/domain/incident-plan';
import { AskForm } from '../components/ask-form';
import { PinField, SelectField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS as t } from './plans-texts';

interface Props {
  draft: PlanEdition;
  onApproved(edition: number): void;
  onClose(): void;
}

/** 审定: a leader reads the draft on this screen and signs it with their own PIN, whoever is signed in. */
export function PlanApprove({ draft, onApproved, onClose }: Props) {
  const people = useAnswer('session.staff', {}).value ?? [];
  const leaders = people.filter(({ roles, name }) => roles.includes('leader') && name !== draft.byName);
  const approving = useRequest('plan.approve');
  const [requestId] = useState(() => uuid());
  const [chosen, choose] = useState('');
  const [code, setCode] = useState('');
  const fields = approving.error?.fields ?? {};
  const approverId = chosen || (leaders.length === 1 ? (leaders[0]?.id ?? '') : '');
  const submit = async (): Promise<boolean> => {
    const result = await approving.run({ requestId, id: draft.id, approverId, code });
    if (result.ok) onApproved(result.value.edition);
    else setCode('');
    return result.ok;
  };
  return (
    <AskForm
      title={t.approveTitle(draft.code, draft.edition)}
      button={t.approve}
      busy={approving.busy}
      error={approving.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="tone-quiet">{t.approveIntro(draft.byName)}</p>
      <SelectField
        label={t.approver}
        data-autofocus
        value={approverId}
        error={fields.approverId}
        note={leaders.length === 0 ? t.noLeader : undefined}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{t.choose}</option>
        <StaffOptions people={leaders} apart={() => ''} />
      </SelectField>
      <PinField label={t.pin} value={code} error={fields.code} onChange={({ target }) => setCode(target.value)} />
    </AskForm>
  );
}
