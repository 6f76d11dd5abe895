import './failure.css';
import type { ProgramState } from '../../shared/contract/session';
import { CopyDetail } from '../components/notice';
import { TEXTS } from './texts';

/** The program could not start: what happened, what was kept, what to do. */
export function FailureScreen({ failure }: { failure: ProgramState['failure'] }) {
  const { title, text, detail } = failure ?? { title: TEXTS.fallbackTitle, text: TEXTS.fallbackText, detail: '' };
  return (
    <main className="failure">
      <div className="failure-sheet" role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <CopyDetail error={{ code: 'internal', message: title, detail }} />
      </div>
    </main>
  );
}
