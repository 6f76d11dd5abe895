import { useState } from 'react';
import type { PreparationItem } from '../../shared/domain/preparation';
import { AskForm } from '../components/ask-form';
import { SelectField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.team;
const ROLES = ['lead', 'recorder', 'observer'] as const;

/** 主谈, 记录, 观察: three different people (plan S41). */
export function TeamDialog({ item, onClose }: { item: PreparationItem; onClose(): void }) {
  const saving = useRequest('preparation.team');
  const staff = useAnswer('session.staff', {}).value?.filter(({ onDuty }) => onDuty) ?? [];
  const [team, setTeam] = useState(item.team);
  return (
    <AskForm
      title={T.title(item.who)}
      button={TEXTS.save}
      size="wide"
      busy={saving.busy}
      error={saving.error}
      onSubmit={async () => (await saving.run({ itemId: item.id, ...team })).ok}
      onClose={onClose}
    >
      <div className="row">
        {ROLES.map((role, i) => (
          <SelectField
            key={role}
            label={T.roles[role]}
            required
            data-autofocus={i === 0 ? true : undefined}
            value={team[role]}
            error={saving.error?.fields?.[role]}
            onChange={({ target }) => setTeam({ ...team, [role]: target.value })}
          >
            <option value="">{T.choose}</option>
            <StaffOptions people={staff} apart={() => ''} />
          </SelectField>
        ))}
      </div>
    </AskForm>
  );
}
