import type { RegisteredVisit } from '../../shared/contract/visits';
import { PRINT_STATE_NAMES } from '../../shared/domain/printing';
import { Button } from '../components/button';
import { useLive } from '../hooks/use-live';
import { waitingNote } from '../print/waiting-note';
import { useScreen } from '../stores/screen';
import { TEXTS } from './texts';

interface Props {
  saved: RegisteredVisit | null;
  /** The next visitor is being typed: what was saved steps back. */
  small: boolean;
  onDismiss(): void;
}

/** 「已登记」: the number as large as the panel allows; without a printer this is what is copied onto the card by hand. */
export function SavedCard({ saved, small, onDismiss }: Props) {
  const jobs = useLive('print.jobs', {}).value;
  const openVisit = useScreen((s) => s.openVisit);
  const byHand = saved !== null && !saved.printJobId && !saved.backfilled;
  const job = jobs?.find((j) => j.id === saved?.printJobId);
  const note = job && waitingNote(job, jobs ?? []);
  const said = (): string => {
    if (saved?.backfilled) return TEXTS.backfilledNote;
    if (byHand) return TEXTS.writeByHand;
    return `${TEXTS.cardState}：${PRINT_STATE_NAMES[job?.state ?? 'queued']}${note ? ` · ${note}` : ''}`;
  };
  return (
    <section className={`saved ${saved ? 'saved-shown' : ''} ${small ? 'saved-small' : ''} ${byHand ? 'saved-by-hand' : ''}`}>
      <div role="status">
        {saved && (
          <>
            <p className="saved-line">
              <span className="saved-sign" aria-hidden="true">
                ✓
              </span>
              {saved.backfilled ? TEXTS.backfilled : TEXTS.registered} <b>{saved.number}</b>
            </p>
            <p className="saved-number">
              <span className="only-heard"> {TEXTS.queueNumber} </span>
              {saved.queueNumber}
            </p>
          </>
        )}
      </div>
      {saved && (
        <div className="saved-foot">
          <span className={job?.state === 'failed' || job?.state === 'unknown' ? 'tone-bad' : 'tone-quiet'}>{said()}</span>
          <span className="saved-acts">
            <Button kind="quiet" onClick={() => openVisit(saved.visitId)}>
              {TEXTS.open}
            </Button>
            <Button kind="quiet" hint="Esc" onClick={onDismiss}>
              {TEXTS.dismiss}
            </Button>
          </span>
        </div>
      )}
    </section>
  );
}
