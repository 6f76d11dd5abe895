import './failure.css';
import { useState } from 'react';
import type { ProgramState } from '../../shared/contract/session';
import { RestoreHall } from '../backup/restore-hall';
import { Button } from '../components/button';
import { CopyDetail } from '../components/notice';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

/** The program could not start: what happened, what was kept, what to do. */
export function FailureScreen({ failure }: { failure: ProgramState['failure'] }) {
  const [restoring, setRestoring] = useState(false);
  const { title, text, detail, restorable } = failure ?? { title: TEXTS.fallbackTitle, text: TEXTS.fallbackText, detail: '' };
  const options = useAnswer('setup.options', restorable ? {} : null).value;
  if (restoring && options) return <RestoreHall offered={options.protections} onBack={() => setRestoring(false)} />;
  return (
    <main className="failure">
      <div className="failure-sheet" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <div className="failure-acts">
          {/* Once it can be pressed: a disabled button takes no focus. */}
          {options && (
            <Button kind="primary" autoFocus onClick={() => setRestoring(true)}>
              {TEXTS.restore}
            </Button>
          )}
          <CopyDetail error={{ code: 'internal', message: title, detail }} />
        </div>
      </div>
    </main>
  );
}
