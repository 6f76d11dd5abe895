import { Notice } from '../../components/notice';
import { ItemsPanel } from '../../items/items-panel';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';
import { ActForm } from './act-form';

/** The card back although nothing was talked about, or although things are still held: each is seen before it is done. */
export function LeaveDialog({ row, runner, onClose }: ActDialogProps) {
  return (
    <ActForm
      row={row}
      title={`${TEXTS.confirm.return} ${row.queueNumber}`}
      button={TEXTS.confirm.return}
      runner={runner}
      act={row.heldItems === 0 ? { act: 'return' } : null}
      onClose={onClose}
    >
      {() => (
        <>
          {row.state !== 'ended' && row.state !== 'lost' && <Notice level="warning">{TEXTS.leaveEarly}</Notice>}
          <ItemsPanel visitId={row.id} onlyHeld />
        </>
      )}
    </ActForm>
  );
}
