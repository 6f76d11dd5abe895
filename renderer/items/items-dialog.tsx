import { useState } from 'react';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useAnswer, useRequest } from '../hooks/use-request';
import { CheckForm } from './check-form';
import { DepositForm } from './deposit-form';
import { ItemsTable } from './items-table';
import { TEXTS } from './texts';

type Act = 'look' | 'check' | 'deposit';

/** What was looked at with consent, and what is held for the visitor until they leave. */
export function ItemsDialog({ visitId, queueNumber, onClose }: { visitId: string; queueNumber: string; onClose(): void }) {
  const [act, setAct] = useState<Act>('look');
  const [done, setDone] = useState('');
  const things = useAnswer('item.ofVisit', { visitId });
  const receipt = useRequest('print.receipt');
  const finish = (sentence: string): void => {
    setAct('look');
    setDone(sentence);
    things.reload();
  };
  const print = async (): Promise<void> => {
    if ((await receipt.run({ visitId })).ok) setDone(TEXTS.printed);
  };
  const held = things.value?.items.some((item) => item.state === 'held') ?? false;
  useHotkeys(
    act === 'look' ? { F4: () => setAct('check'), F6: () => setAct('deposit'), ...(held ? { F7: () => void print() } : {}) } : {},
    { inDialog: true },
  );
  return (
    <Dialog title={TEXTS.title(queueNumber)} size="wide" stage={act} onClose={act === 'look' ? onClose : () => setAct('look')}>
      {act === 'look' && (
        <>
          <div className="dialog-body">
            {things.error && <ErrorNotice error={things.error} />}
            {receipt.error && <ErrorNotice error={receipt.error} />}
            {done && (
              <div role="status">
                <Notice level="good">{done}</Notice>
              </div>
            )}
            {things.value && <ItemsTable {...things.value} onSettled={() => finish(TEXTS.settled)} />}
          </div>
          <div className="dialog-foot">
            {held && (
              <Button hint="F7" onClick={() => void print()}>
                {TEXTS.print}
              </Button>
            )}
            <Button hint="F4" onClick={() => setAct('check')}>
              {TEXTS.act.check}
            </Button>
            <Button kind="primary" hint="F6" onClick={() => setAct('deposit')}>
              {TEXTS.act.deposit}
            </Button>
          </div>
        </>
      )}
      {act === 'check' && <CheckForm visitId={visitId} onDone={() => finish(TEXTS.checked)} onBack={() => setAct('look')} />}
      {act === 'deposit' && (
        <DepositForm visitId={visitId} onDone={(receiptNo) => finish(TEXTS.deposited(receiptNo))} onBack={() => setAct('look')} />
      )}
    </Dialog>
  );
}
