import { useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** On the lock and sign-in screens: the list on paper, by masked names. In a fire nobody looks for a PIN. */
export function PrintLocked() {
  const print = useRequest('evacuation.print');
  const [printed, setPrinted] = useState('');
  const doPrint = async (): Promise<void> => {
    if (print.busy) return;
    const result = await print.run({});
    setPrinted(result.ok ? TEXTS.printed(result.value.printer, result.value.heads) : '');
  };
  useHotkeys({ F10: () => void doPrint() }, { inDialog: true });
  return (
    <>
      <Button kind="quiet" hint="F10" disabled={print.busy} onClick={() => void doPrint()}>
        {TEXTS.locked}
      </Button>
      <div role="status">{printed && <Notice level="good">{printed}</Notice>}</div>
      {print.error && <ErrorNotice error={print.error} />}
    </>
  );
}
