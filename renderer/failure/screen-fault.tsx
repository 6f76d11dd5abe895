import './failure.css';
import { Button } from '../components/button';
import { CopyDetail } from '../components/notice';
import { TEXTS } from './texts';

/** Only where in our code it happened is offered for copying: an error's message may quote what was typed. */
export function ScreenFault({ error }: { error: Error }) {
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s*at /.test(line));
  const detail = [error.name, ...where].join('\n');
  return (
    <main className="failure">
      <div className="failure-sheet" role="alert">
        <h1>{TEXTS.faultTitle}</h1>
        <p>{TEXTS.faultText}</p>
        <div className="failure-acts">
          <Button kind="primary" autoFocus onClick={() => window.location.reload()}>
            {TEXTS.reopen}
          </Button>
          <CopyDetail error={{ code: 'internal', message: TEXTS.faultTitle, detail }} />
        </div>
      </div>
    </main>
  );
}
