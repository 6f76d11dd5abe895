import '../failure/failure.css';
import './backup.css';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** A backup stands ready beside a damaged profile: the next start puts it in place. */
export function RestoredScreen() {
  const restart = useRequest('program.restart');
  return (
    <main className="failure">
      <div className="failure-sheet backup-ready" role="status">
        <h1>{TEXTS.ready}</h1>
        <p>{TEXTS.readyText}</p>
        <Button kind="primary" autoFocus disabled={restart.busy} onClick={() => void restart.run({})}>
          {TEXTS.restart}
        </Button>
        {restart.error && <ErrorNotice error={restart.error} />}
      </div>
    </main>
  );
}
