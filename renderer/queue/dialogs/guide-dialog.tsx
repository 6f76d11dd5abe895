import { useState } from 'react';
import { SelectField } from '../../components/field';
import { StaffOptions } from '../../components/staff-options';
import { useAnswer } from '../../hooks/use-request';
import { useSession } from '../../stores/session';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** Whoever guided last guides the next one, too, until somebody else is chosen. */
let lastGuide: string | null = null;

/** plan S46: handed over to the waiting area, with the name of who brought them. */
export function GuideDialog({ row, settings, runner, onClose }: ActDialogProps) {
  const self = useSession((s) => s.session?.staff?.id ?? '');
  const staff = useAnswer('session.staff', {}).value?.filter((person) => person.onDuty) ?? [];
  const [areaId, setAreaId] = useState(row.areaId || (settings.hall.areas[0]?.id ?? ''));
  const [guide, setGuide] = useState<string | null>(null);
  const offered = guide ?? lastGuide ?? self;
  const guideId = staff.some((person) => person.id === offered) ? offered : '';
  return (
    <ActForm
      row={row}
      title={`${TEXTS.confirm.guide} ${row.queueNumber}`}
      button={TEXTS.confirm.guide}
      runner={runner}
      act={{ act: 'guide', areaId, guideId }}
      onClose={() => {
        lastGuide = guideId || null;
        onClose();
      }}
    >
      {(fields) => (
        <>
          <SelectField
            label={TEXTS.area}
            data-autofocus
            value={areaId}
            error={fields.areaId}
            onChange={(event) => setAreaId(event.target.value)}
          >
            {settings.hall.areas.map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
          </SelectField>
          <SelectField label={TEXTS.guide} value={guideId} onChange={(event) => setGuide(event.target.value)}>
            <option value="">{TEXTS.noGuide}</option>
            <StaffOptions people={staff} apart={(person) => person.id.slice(-4)} />
          </SelectField>
        </>
      )}
    </ActForm>
  );
}
