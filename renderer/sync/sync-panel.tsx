import type { SyncView } from '../../shared/domain/sync';
import { durationWords, hubWords, LINK_MEANINGS, LINK_NAMES, lastWords, momentWords, waitingWords } from '../../shared/rules/sync-words';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Notice } from '../components/notice';
import { Facts } from '../components/panel';
import { useNow } from '../hooks/use-now';
import { DesksTable } from './desks-table';
import { QuarantinePart } from './quarantine-part';
import { SyncProgress } from './sync-progress';
import { TEXTS } from './texts';

/** What is behind the light: where the hub is, what waits, who was heard, what is odd. */
export function SyncPanel({ view, onClose }: { view: SyncView; onClose(): void }) {
  const now = useNow(1000);
  const { link, since, hub, lastSent, lastReceived, progress, desks, findings } = view;
  const apart = link === 'alone';
  return (
    <Dialog title={TEXTS.title} size="wide" onClose={onClose}>
      <div className="dialog-body sync-panel">
        <p className={`sync-state light-${link}`}>
          <span className="light-shape" aria-hidden="true" />
          <b>{LINK_NAMES[link]}</b>
          <span>{LINK_MEANINGS[link]}</span>
        </p>
        {progress && (
          <>
            <SyncProgress progress={progress} first={lastReceived === null} />
            <p className="tone-quiet">{TEXTS.progressNote}</p>
          </>
        )}
        {findings.map((finding) => (
          <Notice key={finding} level="warning">
            {finding}
          </Notice>
        ))}
        <Facts
          items={[
            [TEXTS.hub, hubWords(hub) || TEXTS.noHub],
            ...(apart
              ? []
              : ([
                  [TEXTS.since, TEXTS.sinceWords(momentWords(since, now), durationWords(Math.max(0, now - since)))],
                  [TEXTS.waiting, waitingWords(view, now)],
                  [TEXTS.lastSent, lastWords(lastSent, now)],
                  [TEXTS.lastReceived, lastWords(lastReceived, now)],
                ] as const)),
          ]}
        />
        <section className="sync-part">
          <h3>{TEXTS.desks}</h3>
          <DesksTable desks={desks} link={link} now={now} />
        </section>
        <QuarantinePart count={view.quarantined} now={now} />
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.close}
        </Button>
      </div>
    </Dialog>
  );
}
