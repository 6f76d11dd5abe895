import { type FormEvent, useState } from 'react';
import type { DeskSeen } from '../../shared/domain/sync';
import { deskWords } from '../../shared/rules/sync-words';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { Dialog } from '../components/dialog';
import { SYNC } from './sync-texts';

interface Props {
  desk: DeskSeen;
  code: string;
  file: string;
  onClose(): void;
}

/** The code is nowhere else: neither Escape nor a click beside it closes this, only that it was written down. */
export function InvitedDialog({ desk, code, file, onClose }: Props) {
  const [kept, setKept] = useState(false);
  const [asked, setAsked] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (kept) onClose();
  };
  return (
    <Dialog title={SYNC.inviteTitle(deskWords(desk))} size="wide">
      <form onSubmit={submit} noValidate>
        <div className="dialog-body">
          <p className="tone-quiet">{SYNC.inviteCode}</p>
          <p className="sync-code">{code}</p>
          <ol className="sync-steps">
            {SYNC.inviteSteps(file, deskWords(desk)).map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <CheckBox
            label={SYNC.inviteKept}
            data-autofocus
            checked={kept}
            error={asked && !kept ? SYNC.inviteTick : undefined}
            onChange={(event) => setKept(event.target.checked)}
          />
        </div>
        <div className="dialog-foot">
          <Button kind="primary" type="submit" hint="Enter">
            {SYNC.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
