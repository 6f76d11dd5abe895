import { useState } from 'react';
import type { InterviewView } from '../../../shared/contract/interviews';
import { SIGNED_HOW_NAMES } from '../../../shared/domain/interview';
import { stampOf } from '../../../shared/rules/time';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice, Notice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** Below an ended record: that it is signed, and how; or that it still has to be. */
export function SignedNotice({ interview, onSign }: { interview: InterviewView; onSign(): void }) {
  const [looking, setLooking] = useState(false);
  const { signing } = interview;
  const onScreen = signing?.how === 'screen';
  useHotkeys({ 'Alt+N': () => (signing ? onScreen && setLooking(true) : onSign()) });
  if (!signing)
    return (
      <Notice level="info">
        {TEXTS.endedRecord}{' '}
        <Button hint="Alt+N" onClick={onSign}>
          {TEXTS.sign}
        </Button>
      </Notice>
    );
  const { how, at, reason, witness, readBack } = signing;
  return (
    <Notice level={how === 'refused' ? 'warning' : 'good'}>
      {TEXTS.signed(SIGNED_HOW_NAMES[how], stampOf(at).slice(0, 16))}
      {how === 'refused' && TEXTS.refusal(reason, witness)}
      {readBack && TEXTS.wasReadBack}{' '}
      {onScreen && (
        <Button kind="quiet" hint="Alt+N" onClick={() => setLooking(true)}>
          {TEXTS.showSignature}
        </Button>
      )}
      {looking && <Signature id={interview.id} onClose={() => setLooking(false)} />}
    </Notice>
  );
}

function Signature({ id, onClose }: { id: string; onClose(): void }) {
  const { value, error } = useAnswer('interview.signature', { id });
  return (
    <Dialog title={TEXTS.signature} onClose={onClose}>
      <div className="dialog-body">
        {error && <ErrorNotice error={error} />}
        {value && <img className="signature-shown" src={`data:image/png;base64,${value.image}`} alt={TEXTS.signature} />}
      </div>
    </Dialog>
  );
}
