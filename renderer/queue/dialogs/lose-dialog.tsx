import { useState } from 'react';
import { RadioChips } from '../../components/check';
import { Notice } from '../../components/notice';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** A lost card: its holder is still counted while they are here. */
export function LoseDialog({ row, runner, onClose }: ActDialogProps) {
  const [where, setWhere] = useState<'here' | 'left'>(row.cardLost || row.state === 'ended' ? 'left' : 'here');
  return (
    <ActForm
      row={row}
      title={`${TEXTS.confirm.lose} ${row.queueNumber}`}
      button={TEXTS.confirm.lose}
      danger
      runner={runner}
      act={{ act: 'lose', present: where === 'here' }}
      onClose={onClose}
    >
      {() => (
        <>
          <RadioChips<'here' | 'left'>
            label={TEXTS.loseWho}
            begins
            options={[
              { value: 'here', label: TEXTS.here },
              { value: 'left', label: TEXTS.left },
            ]}
            value={where}
            onChange={setWhere}
          />
          <Notice level="info">{TEXTS.loseNote}</Notice>
        </>
      )}
    </ActForm>
  );
}
