import './first-start.css';
import type { ProgramState } from '../../shared/contract/session';
import type { SyncView } from '../../shared/domain/sync';
import { durationWords } from '../../shared/rules/sync-words';
import { Notice } from '../components/notice';
import { PlaceLine } from '../components/place-line';
import { useNow } from '../hooks/use-now';
import { SyncLight } from '../sync/sync-light';
import { SyncProgress } from '../sync/sync-progress';
import { TEXTS } from './texts';

/** A desk that has just joined knows nobody yet: how far it is, and what to do where it does not go on. */
export function JoinWaiting({ program, view }: { program: ProgramState; view: SyncView }) {
  const now = useNow(1000);
  const { link, since, hub, progress, findings } = view;
  return (
    <div className="sign-in-sheet">
      <PlaceLine program={program} />
      <SyncLight />
      <h1>{TEXTS.waitTitle}</h1>
      {link === 'offline' ? (
        <>
          <Notice level="warning">{TEXTS.waitOffline(hub.join('、'), durationWords(Math.max(0, now - since)))}</Notice>
          <ol className="wizard-checks">
            {TEXTS.waitChecks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ol>
        </>
      ) : progress ? (
        <SyncProgress progress={progress} first />
      ) : (
        <p role="status">{TEXTS.waitBegins}</p>
      )}
      {findings.map((finding) => (
        <Notice key={finding} level="warning">
          {finding}
        </Notice>
      ))}
      <p className="tone-quiet">{TEXTS.waitThen}</p>
    </div>
  );
}
