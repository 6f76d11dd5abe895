import { useEffect, useState } from 'react';
import type { UpdateState } from '../../shared/domain/update';
import { Button } from '../components/button';
import { copyText } from '../components/copy-text';
import { ErrorNotice, Notice } from '../components/notice';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const ASK_AGAIN_MS = 3000;

/** What is new, how far it is, and whether the hall is quiet enough for it. */
export function FoundUpdate({ state }: { state: UpdateState }) {
  const { found, progress, phase } = state;
  if (!found) return null;
  return (
    <section className="setting-group updates-part" aria-label={TEXTS.found(found.version, found.date)}>
      <h3>{TEXTS.found(found.version, found.date)}</h3>
      {found.notes.length > 0 ? (
        <ul className="updates-notes" aria-label={TEXTS.news}>
          {found.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : (
        <p className="tone-quiet">{TEXTS.noNews}</p>
      )}
      {progress && (
        <div role="status">
          <p className="tone-quiet">{TEXTS.downloading(progress.done, progress.total)}</p>
          <progress className="backup-progress" aria-label={TEXTS.checking} max={progress.total} value={progress.done} />
        </div>
      )}
      {(phase === 'ready' || phase === 'installing') && <WhenToInstall state={state} />}
      {phase === 'handed' && <ByHand command={state.command} />}
    </section>
  );
}

function WhenToInstall({ state: { phase, form } }: { state: UpdateState }) {
  const blockers = useAnswer('update.blockers', {});
  const install = useRequest('update.install');
  const { reload } = blockers;
  useEffect(() => {
    const timer = setInterval(reload, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const why = blockers.value;
  const busy = phase === 'installing' || install.busy;
  return (
    <>
      <Notice level="good">{TEXTS.ready}</Notice>
      <h3>{TEXTS.whenTitle}</h3>
      {why && why.length > 0 && !busy && (
        <div role="status">
          <p>{TEXTS.notNow}</p>
          <ul className="updates-notes">
            {why.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="tone-quiet">{why?.length === 0 ? TEXTS.now : TEXTS.whenNote}</p>
      <p className="tone-quiet">{form === 'folder' ? TEXTS.restarts : form === 'nsis' ? TEXTS.windows : TEXTS.byHand}</p>
      <div className="setting-acts">
        <Button kind="primary" disabled={busy || why?.length !== 0} onClick={() => void install.run({})}>
          {TEXTS.install}
        </Button>
        {busy && <span role="status">{TEXTS.installing}</span>}
      </div>
      {install.error && <ErrorNotice error={install.error} />}
      {blockers.error && <ErrorNotice error={blockers.error} />}
    </>
  );
}

function ByHand({ command }: { command: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <Notice level="info">{TEXTS.handed}</Notice>
      <code className="updates-command">{command}</code>
      <div className="setting-acts">
        <Button onClick={() => setCopied(copyText(command))}>{copied ? TEXTS.copied : TEXTS.copy}</Button>
      </div>
    </>
  );
}
