import { useEffect, useRef } from 'react';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { TEXTS } from './texts';
import { usePrintEvacuation } from './use-print-evacuation';

/** F10 of those who see no visitor: the list goes to paper at once, by masked names, as it does from a locked screen. */
export function EvacuationPrintDialog({ onClose }: { onClose(): void }) {
  const { print, busy, printed, error } = usePrintEvacuation();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void print();
  });
  useHotkeys({ F10: () => void print(), F7: () => void print() }, { inDialog: true, whileComposing: true });
  return (
    <Dialog title={TEXTS.title} onClose={onClose}>
      <div className="dialog-body">
        <div role="status">
          {busy && <p>{TEXTS.printing}</p>}
          {printed && <Notice level="good">{printed}</Notice>}
        </div>
        {error && <ErrorNotice error={error} />}
        <p className="tone-quiet">{TEXTS.masked}</p>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" data-autofocus onClick={onClose}>
          {TEXTS.close}
        </Button>
        <Button kind="primary" hint="F7" disabled={busy} onClick={() => void print()}>
          {TEXTS.again}
        </Button>
      </div>
    </Dialog>
  );
}
