import type { QueueRow } from '../../shared/domain/hall';
import type { Settings } from '../../shared/domain/settings';
import { ItemsDialog } from '../items/items-dialog';
import type { Offered } from './acts';
import { CallDialog } from './dialogs/call-dialog';
import { GuideDialog } from './dialogs/guide-dialog';
import { HeadsDialog } from './dialogs/heads-dialog';
import { LeaveDialog } from './dialogs/leave-dialog';
import { LoseDialog } from './dialogs/lose-dialog';
import { RollCallDialog } from './dialogs/roll-call-dialog';
import { SplitDialog } from './dialogs/split-dialog';
import { TransferDialog } from './dialogs/transfer-dialog';
import type { ActRunner } from './use-act';

export interface ActDialogProps {
  row: QueueRow;
  rows: readonly QueueRow[];
  settings: Settings;
  runner: ActRunner;
  onClose(): void;
}

/** Acts that ask something before they are done. */
export function ActDialog({ act, ...props }: ActDialogProps & { act: Offered['act'] }) {
  switch (act) {
    case 'guide':
      return <GuideDialog {...props} />;
    case 'call':
      return <CallDialog {...props} />;
    case 'transfer':
      return <TransferDialog {...props} />;
    case 'return':
      return <LeaveDialog {...props} />;
    case 'lose':
      return <LoseDialog {...props} />;
    case 'roll-call':
      return <RollCallDialog {...props} />;
    case 'arrive':
    case 'depart':
      return <HeadsDialog {...props} />;
    case 'split':
      return <SplitDialog {...props} />;
    case 'items':
      return <ItemsDialog visitId={props.row.id} queueNumber={props.row.queueNumber} onClose={props.onClose} />;
    default:
      return null;
  }
}
