import { useState } from 'react';
import type { FlowAct } from '../../../shared/domain/hall';
import { maskNameByLength } from '../../../shared/rules/mask';
import { kindFor } from '../../../shared/rules/registration';
import { CheckChips, RadioChips } from '../../components/check';
import { NumberField, SelectField } from '../../components/field';
import { useAnswer } from '../../hooks/use-request';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** A visit that grows or shrinks: who came later, who left early. */
export function HeadsDialog({ row, settings, runner, onClose }: ActDialogProps) {
  const [what, setWhat] = useState<'arrive' | 'depart'>('arrive');
  const [typed, setTyped] = useState('1');
  const rest = settings.hall.areas.find((area) => area.kind === 'rest') ?? settings.hall.areas[0];
  const [othersAreaId, setOthersAreaId] = useState(row.othersAreaId || (rest?.id ?? ''));
  const heads = Number(typed);
  const right = Number.isInteger(heads) && heads >= 1 && heads <= 9999;
  const collective = what === 'arrive' && right && kindFor(row.heads + heads, settings.rules) === 'collective';
  const [personIds, setPersonIds] = useState<string[]>([]);
  // Who of them left is asked where somebody could be missed by name: the evacuation list then looks for those who are left.
  const visit = useAnswer('visit.get', what === 'depart' ? { id: row.id } : null).value;
  const named = (visit?.people ?? []).map((person, n) => ({ ...person, n: n + 1 })).filter(({ id }) => !visit?.goneIds.includes(id));
  const choose = (ids: string[]): void => {
    setPersonIds(ids);
    if (ids.length > heads) setTyped(String(ids.length));
  };
  const act: FlowAct | null = !right
    ? null
    : what === 'arrive'
      ? { act: 'arrive', heads, othersAreaId }
      : { act: 'depart', heads, personIds };
  return (
    <ActForm
      row={row}
      title={`${TEXTS.headsWhat} ${row.queueNumber}`}
      button={TEXTS.confirm.heads}
      runner={runner}
      act={act}
      onClose={onClose}
    >
      {(fields) => (
        <>
          <RadioChips<'arrive' | 'depart'>
            label={TEXTS.headsWhat}
            options={[
              { value: 'arrive', label: TEXTS.arrived },
              { value: 'depart', label: TEXTS.departed },
            ]}
            value={what}
            onChange={setWhat}
          />
          <NumberField
            label={TEXTS.headsHowMany}
            data-autofocus
            min={1}
            value={typed}
            error={fields.heads}
            note={TEXTS.heads(row.present, row.heads)}
            onChange={(event) => setTyped(event.target.value)}
          />
          {what === 'depart' && named.length > 0 && (
            <>
              <CheckChips
                label={TEXTS.whoLeft}
                options={named.map(({ id, n, name }) => ({ value: id, label: `${n} ${maskNameByLength(name)}` }))}
                value={personIds}
                onChange={choose}
              />
              {fields.personIds && <p className="field-line tone-bad">{fields.personIds}</p>}
              <p className="tone-quiet">{TEXTS.whoLeftNote}</p>
            </>
          )}
          {collective && (
            <SelectField
              label={TEXTS.othersArea}
              value={othersAreaId}
              error={fields.othersAreaId}
              onChange={(event) => setOthersAreaId(event.target.value)}
            >
              {settings.hall.areas.map((area) => (
                <option key={area.id} value={area.id}>
                  {area.name}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
    </ActForm>
  );
}
