import { useState } from 'react';
import type { LedgerState } from '../../shared/contract/ledger';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { useHotkeys } from '../hooks/use-hotkeys';
import { LedgerQuestion } from './ledger-question';
import { LEDGER } from './ledger-texts';

/** How far it is, and the way out: a reading is stopped at once, an import only after a question. */
export function LedgerProgress({ state }: { state: LedgerState }) {
  const [asking, setAsking] = useState(false);
  const { phase, done, total, fileName } = state;
  const cancel = (): void => {
    setAsking(false);
    void ask('ledger.cancel', {});
  };
  const reading = phase === 'reading';
  const importing = phase === 'importing';
  const wish = reading ? cancel : () => setAsking(true);
  useHotkeys({ Escape: wish }, { enabled: reading || importing });
  const text = reading
    ? total > 0
      ? LEDGER.comparing(done, total)
      : LEDGER.reading(fileName, done)
    : importing
      ? LEDGER.importing(done, total)
      : LEDGER.takingBack(done, total);
  return (
    <div className="ledger-progress">
      <p role="status">{text}</p>
      <progress aria-label={reading ? LEDGER.readingBar : LEDGER.progress} {...(total > 0 ? { value: done, max: total } : {})} />
      {(reading || importing) && (
        <Button hint="Esc" onClick={wish}>
          {reading ? LEDGER.stopReading : LEDGER.cancel}
        </Button>
      )}
      {asking && importing && (
        <LedgerQuestion
          title={LEDGER.cancelTitle}
          text={LEDGER.cancelText}
          yes={LEDGER.cancel}
          no={LEDGER.goOn}
          onYes={cancel}
          onNo={() => setAsking(false)}
        />
      )}
    </div>
  );
}
