import { useState } from 'react';
import { FACILITY_STATE_NAMES, FACILITY_STATES, type FacilityState } from '../../shared/domain/duty';
import type { PatrolPoint } from '../../shared/domain/preparation';
import { roundGaps } from '../../shared/rules/preparation-settled';
import { AskForm } from '../components/ask-form';
import { SelectField, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.patrol;

/** One round: each point looked at or not; ways out are asked for every time (plan S36). */
export function PatrolDialog({ points, onClose }: { points: readonly PatrolPoint[]; onClose(): void }) {
  const saving = useRequest('patrol.add');
  const [states, setStates] = useState<Record<string, FacilityState>>({});
  const [note, setNote] = useState('');
  const gaps = roundGaps(states, points);
  const set = (id: string, state: string): void => {
    const { [id]: _, ...others } = states;
    setStates(state === '' ? others : { ...others, [id]: state as FacilityState });
  };
  return (
    <AskForm
      title={T.title}
      button={TEXTS.save}
      size="wide"
      busy={saving.busy}
      error={saving.error}
      onSubmit={async () => (await saving.run({ points: states, note })).ok}
      onClose={onClose}
    >
      <div className="prep-points">
        {points.map(({ id, name, mandatory }, i) => (
          <SelectField
            key={id}
            label={mandatory ? `${name}（${T.mandatory}）` : name}
            dense
            data-autofocus={i === 0 ? true : undefined}
            value={states[id] ?? ''}
            onChange={({ target }) => set(id, target.value)}
          >
            <option value="">{T.notSeen}</option>
            {FACILITY_STATES.map((state) => (
              <option key={state} value={state}>
                {FACILITY_STATE_NAMES[state]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      {gaps !== '' && Object.keys(states).length > 0 && <Notice level="info">{gaps}</Notice>}
      <TextField
        label={T.note}
        maxLength={200}
        value={note}
        error={saving.error?.fields?.note}
        onChange={({ target }) => setNote(target.value)}
      />
    </AskForm>
  );
}
