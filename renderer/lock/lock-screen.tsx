import '../sign-in/sign-in.css';
import './lock.css';
import { type FormEvent, useRef, useState } from 'react';
import type { ProgramState } from '../../shared/contract/session';
import { RunningLocked } from '../alarm/running-locked';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { PinField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { PlaceLine } from '../components/place-line';
import { PrintLocked } from '../evacuation/print-locked';
import { useCountdown } from '../hooks/use-countdown';
import { useRequest } from '../hooks/use-request';
import { SyncLight } from '../sync/sync-light';
import { TEXTS } from './texts';

/** Over everything, also over open dialogs; the screen beneath keeps what was typed and cannot be reached or read. */
export function LockScreen({ name, program }: { name: string; program: ProgramState }) {
  const unlock = useRequest('session.unlock');
  const delay = useCountdown();
  const [pin, setPin] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unlock.busy || delay.left > 0) return;
    setEmpty(!pin);
    if (!pin) return;
    const result = await unlock.run({ pin });
    if (result.ok) return;
    setPin('');
    if (result.error.waitSeconds) delay.begin(result.error.waitSeconds);
    field.current?.focus();
  };

  const code = unlock.error?.code;
  const error = delay.left > 0 ? TEXTS.wait(delay.left) : empty ? TEXTS.typePin : code === 'wrong-pin' ? unlock.error?.message : undefined;
  return (
    <Dialog title={TEXTS.title} size="full">
      <div className="lock">
        <form className="sign-in-sheet" onSubmit={(event) => void submit(event)} noValidate>
          <PlaceLine program={program} />
          <SyncLight />
          <h1>{TEXTS.title}</h1>
          <p>
            {name} · {TEXTS.kept}
          </p>
          <PinField
            ref={field}
            data-autofocus
            label={TEXTS.pin}
            value={pin}
            error={error}
            onChange={(event) => {
              setPin(event.target.value);
              setEmpty(false);
            }}
          />
          {unlock.error && code !== 'wrong-pin' && code !== 'wait' && <ErrorNotice error={unlock.error} />}
          <Button kind="primary" type="submit" hint="Enter" aria-disabled={unlock.busy || delay.left > 0}>
            {TEXTS.unlock}
          </Button>
          <Button kind="quiet" onClick={() => void ask('session.signOut', {})}>
            {TEXTS.switchPerson}
          </Button>
          <PrintLocked />
        </form>
        <RunningLocked />
      </div>
    </Dialog>
  );
}
