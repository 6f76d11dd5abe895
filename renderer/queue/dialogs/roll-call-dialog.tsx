import { useState } from 'react';
import { NumberField } from '../../components/field';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** 点名: all are here unless another number is typed. */
export function RollCallDialog({ row, runner, onClose }: ActDialogProps) {
  const [present, setPresent] = useState(String(row.present));
  const count = Number(present);
  return (
    <ActForm
      row={row}
      title={`${TEXTS.confirm['roll-call']} ${row.queueNumber}`}
      button={TEXTS.confirm['roll-call']}
      runner={runner}
      act={present !== '' && Number.isInteger(count) && count >= 0 ? { act: 'roll-call', present: count } : null}
      onClose={onClose}
    >
      {(fields) => (
        <NumberField
          label={TEXTS.present}
          data-autofocus
          min={0}
          value={present}
          error={fields.present}
          note={TEXTS.presentNote(row.present)}
          onChange={(event) => setPresent(event.target.value)}
        />
      )}
    </ActForm>
  );
}
