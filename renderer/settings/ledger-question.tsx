import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';

interface Props {
  title: string;
  text: string;
  yes: string;
  no: string;
  onYes(): void;
  onNo(): void;
}

/** Before something is taken back. An Enter too many does nothing: the keyboard begins at the way out. */
export function LedgerQuestion({ title, text, yes, no, onYes, onNo }: Props) {
  return (
    <Dialog title={title} onClose={onNo}>
      <div className="dialog-body">
        <Notice level="warning">{text}</Notice>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" data-autofocus onClick={onNo}>
          {no}
        </Button>
        <Button kind="danger" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Dialog>
  );
}
