import './first-start.css';
import type { ProgramState } from '../../shared/contract/session';
import type { SyncView } from '../../shared/domain/sync';
import { durationWords, hubWords } from '../../shared/rules/sync-words';
import { Notice } from '../components/notice';
import { PlaceLine } from '../components/place-line';
import { useNow } from '../hooks/use-now';
import { SyncLight } from '../sync/sync-light';
import { SyncProgress } from '../sync/sync-progress';
import { FirstImport } from './first-import';
import { TEXTS } from './texts';

interface Props {
  program: ProgramState;
  view: SyncView;
  onImported(): void;
}

/** A desk that has just joined knows nobody yet: how far it is, and what to do where it does not go on. */
export function JoinWaiting({ program, view, onImported }: Props) {
  const { link, progress, findings } = view;
  return (
    <div className="sign-in-sheet">
      <PlaceLine program={program} />
      <SyncLight />
      <h1>{TEXTS.waitTitle}</h1>
      {link === 'alone' ? (
        <>
          <p>{TEXTS.waitAlone}</p>
          <Steps steps={TEXTS.waitStick} />
          <FirstImport primary onImported={onImported} />
        </>
      ) : link === 'offline' ? (
        <>
          <Waited view={view} />
          <Steps steps={TEXTS.waitChecks} />
          <FirstImport primary={false} onImported={onImported} />
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
      {link !== 'alone' && <p className="tone-quiet">{TEXTS.waitThen}</p>}
    </div>
  );
}

function Waited({ view: { hub, since } }: { view: SyncView }) {
  const waited = useNow(1000) - since;
  return <Notice level="warning">{TEXTS.waitOffline(hubWords(hub), waited < 60_000 ? '' : durationWords(waited))}</Notice>;
}

function Steps({ steps }: { steps: readonly string[] }) {
  return (
    <ol className="wizard-checks">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}
