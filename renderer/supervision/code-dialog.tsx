import { type FormEvent, useState } from 'react';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** A visitor asks how it stands: by the card's number and the code on their paper (条例 21 条). */
export function CodeDialog({ onFound, onClose }: { onFound(matterId: string): void; onClose(): void }) {
  const asking = useRequest('supervision.byCode');
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [none, setNone] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const result = await asking.run({ number, code });
    if (!result.ok) return;
    setNone(result.value === null);
    if (!result.value) return;
    onFound(result.value.matterId);
    onClose();
  };
  return (
    <Dialog title={TEXTS.byCode} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <TextField
            label={TEXTS.number}
            data-autofocus
            maxLength={40}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
          <TextField label={TEXTS.code} maxLength={12} value={code} onChange={(event) => setCode(event.target.value)} />
          {none && <Notice level="warning">{TEXTS.notFound}</Notice>}
          {asking.error && <ErrorNotice error={asking.error} />}
        </div>
        <div className="dialog-foot">
          <Button type="submit" kind="primary" hint="Enter" disabled={asking.busy}>
            {TEXTS.find}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
