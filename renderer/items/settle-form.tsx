import { type KeyboardEvent, useState } from 'react';
import type { DepositView } from '../../shared/domain/hall';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { isComposing } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** Given back, or to the police with a name. Not a form of its own: it stands inside dialogs that are one. */
export function SettleForm({ item, onDone, onBack }: { item: DepositView; onDone(): void; onBack(): void }) {
  const settle = useRequest('item.settle');
  const [how, setHow] = useState<'returned' | 'handed-over'>(item.dangerous ? 'handed-over' : 'returned');
  const [takenBy, setTakenBy] = useState('');
  const run = async (): Promise<void> => {
    if (!settle.busy && (await settle.run({ id: item.id, how, takenBy })).ok) onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void run();
  };
  const beside = settle.error?.fields?.takenBy;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in its fields does what its button does
    <div className="settle" onKeyDown={onKeyDown}>
      <SelectField label={TEXTS.how} dense value={how} onChange={(event) => setHow(event.target.value as typeof how)}>
        <option value="returned">{TEXTS.returned}</option>
        <option value="handed-over">{TEXTS.handedOver}</option>
      </SelectField>
      <TextField
        label={how === 'returned' ? TEXTS.takenBy : TEXTS.takenByPolice}
        dense
        autoFocus
        required
        maxLength={60}
        value={takenBy}
        error={beside}
        onChange={(event) => setTakenBy(event.target.value)}
      />
      {settle.error && !beside && <ErrorNotice error={settle.error} />}
      <span className="settle-acts">
        <Button onClick={onBack}>{TEXTS.back}</Button>
        <Button kind="primary" disabled={settle.busy} onClick={() => void run()}>
          {TEXTS.save}
        </Button>
      </span>
    </div>
  );
}
