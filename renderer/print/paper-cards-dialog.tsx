import { type FormEvent, useState } from 'react';
import { LAST_CARD } from '../../shared/rules/card-number';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const MOST = 100;
const numberIn = (text: string): number => Number(text.normalize('NFKC').trim() || Number.NaN);

/** Blank cards for the drawer: from which number, and how many. */
export function PaperCardsDialog({ first, onClose }: { first: number; onClose(): void }) {
  const [from, setFrom] = useState(String(first));
  const [count, setCount] = useState('20');
  const [tried, setTried] = useState(false);
  const print = useRequest('print.paperCards');
  const begin = numberIn(from);
  const many = numberIn(count);
  const wrongFrom = Number.isInteger(begin) && begin >= first && begin <= LAST_CARD ? '' : TEXTS.paperFromWrong(first, LAST_CARD);
  const wrongCount = Number.isInteger(many) && many >= 1 && many <= MOST ? '' : TEXTS.paperCountWrong(MOST);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (print.busy || wrongFrom || wrongCount) return;
    if ((await print.run({ from: begin, count: many })).ok) onClose();
  };
  return (
    <Dialog title={TEXTS.paperCards} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <p>{TEXTS.paperCardsNote}</p>
          <div className="row">
            <TextField
              data-autofocus
              label={TEXTS.paperFrom}
              inputMode="numeric"
              maxLength={4}
              value={from}
              onFocus={(event) => event.target.select()}
              error={tried ? wrongFrom || print.error?.fields?.from : undefined}
              onChange={(event) => setFrom(event.target.value)}
            />
            <TextField
              label={TEXTS.paperCount}
              inputMode="numeric"
              maxLength={3}
              value={count}
              onFocus={(event) => event.target.select()}
              error={tried ? wrongCount : undefined}
              onChange={(event) => setCount(event.target.value)}
            />
          </div>
          {print.error && <ErrorNotice error={print.error} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" kind="primary" hint="Enter" disabled={print.busy}>
            {TEXTS.doPrint}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
