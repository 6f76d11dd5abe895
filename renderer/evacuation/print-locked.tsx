import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { TEXTS } from './texts';
import { usePrintEvacuation } from './use-print-evacuation';

/** On the lock and sign-in screens: the list on paper, by masked names. In a fire nobody looks for a PIN. */
export function PrintLocked() {
  const { print, busy, printed, error } = usePrintEvacuation();
  useHotkeys({ F10: () => void print() }, { inDialog: true, whileComposing: true });
  return (
    <>
      <Button kind="quiet" hint="F10" disabled={busy} onClick={() => void print()}>
        {TEXTS.locked}
      </Button>
      <div role="status">{printed && <Notice level="good">{printed}</Notice>}</div>
      {error && <ErrorNotice error={error} />}
    </>
  );
}
