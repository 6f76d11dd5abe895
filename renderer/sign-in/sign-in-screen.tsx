import './sign-in.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ProgramState } from '../../shared/contract/session';
import { ROLE_NAMES } from '../../shared/domain/basics';
import { RunningLocked } from '../alarm/running-locked';
import { Button } from '../components/button';
import { PinField, SelectField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { PlaceLine } from '../components/place-line';
import { StaffOptions } from '../components/staff-options';
import { PrintLocked } from '../evacuation/print-locked';
import { JoinWaiting } from '../first-start/join-waiting';
import { useCountdown } from '../hooks/use-countdown';
import { useAnswer, useRequest } from '../hooks/use-request';
import { SyncLight } from '../sync/sync-light';
import { useSyncView } from '../sync/use-sync-view';
import { TEXTS } from './texts';

/** Who may sign in is a question, not a live query. */
const ASKED_EVERY_MS = 2000;

export function SignInScreen({ program }: { program: ProgramState }) {
  const staff = useAnswer('session.staff', {});
  const signIn = useRequest('session.signIn');
  const delay = useCountdown();
  const [staffId, setStaffId] = useState('');
  const [pin, setPin] = useState('');
  const [missing, setMissing] = useState<'who' | 'pin' | null>(null);
  const who = useRef<HTMLSelectElement>(null);
  const pinField = useRef<HTMLInputElement>(null);
  const people = staff.value ?? [];
  const chosen = people.find((person) => person.id === staffId);

  // Just joined: who works here comes with the first records.
  const view = useSyncView();
  const joining = staff.value?.length === 0 && view !== undefined ? view : null;
  const awaited = joining !== null;
  const { reload } = staff;
  useEffect(() => {
    if (!awaited) return;
    const timer = setInterval(reload, ASKED_EVERY_MS);
    return () => clearInterval(timer);
  }, [awaited, reload]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is there once nobody is awaited any more
  useEffect(() => who.current?.focus(), [awaited]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (signIn.busy || delay.left > 0) return;
    const lack = !staffId ? 'who' : !pin ? 'pin' : null;
    setMissing(lack);
    if (lack) return (lack === 'who' ? who : pinField).current?.focus();
    const result = await signIn.run({ staffId, pin });
    if (result.ok) return;
    setPin('');
    if (result.error.waitSeconds) delay.begin(result.error.waitSeconds);
    pinField.current?.focus();
  };

  const spoken = signIn.error?.code === 'wrong-pin' || signIn.error?.code === 'wait' ? signIn.error : undefined;
  const pinError =
    delay.left > 0 ? TEXTS.wait(delay.left) : missing === 'pin' ? TEXTS.typePin : spoken?.code === 'wrong-pin' ? spoken.message : undefined;
  if (joining) {
    return (
      <main className="sign-in">
        <JoinWaiting program={program} view={joining} onImported={reload} />
        <RunningLocked />
      </main>
    );
  }
  return (
    <main className="sign-in">
      <form className="sign-in-sheet" onSubmit={(event) => void submit(event)} noValidate>
        <PlaceLine program={program} />
        <SyncLight />
        <h1>{TEXTS.product}</h1>
        {staff.error && <ErrorNotice error={staff.error} />}
        <SelectField
          ref={who}
          label={TEXTS.who}
          value={staffId}
          error={missing === 'who' ? TEXTS.chooseFirst : undefined}
          note={chosen && `${chosen.roles.map((role) => ROLE_NAMES[role]).join('、')}${chosen.onDuty ? '' : ` · ${TEXTS.offDuty}`}`}
          onChange={(event) => {
            setStaffId(event.target.value);
            setPin('');
            setMissing(null);
            signIn.clear();
            delay.begin(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !staffId) return;
            event.preventDefault();
            pinField.current?.focus();
          }}
        >
          <option value="">{TEXTS.choose}</option>
          <StaffOptions people={people} apart={(person) => person.roles.map((role) => ROLE_NAMES[role]).join('、')} />
        </SelectField>
        <PinField
          ref={pinField}
          label={TEXTS.pin}
          value={pin}
          error={pinError}
          onChange={(event) => {
            setPin(event.target.value);
            setMissing(null);
          }}
        />
        {signIn.error && !spoken && <ErrorNotice error={signIn.error} />}
        <Button kind="primary" type="submit" hint="Enter" aria-disabled={signIn.busy || delay.left > 0}>
          {TEXTS.signIn}
        </Button>
        <PrintLocked />
      </form>
      <RunningLocked />
    </main>
  );
}
