import { useState } from 'react';
import { DOCUMENT_KIND_NAMES, PRINT_STATE_NAMES, type PrintJobView, type PrintState } from '../../shared/domain/printing';
import type { AppError } from '../../shared/result';
import { stampOf } from '../../shared/rules/time';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { RadioChips } from '../components/check';
import { Dialog } from '../components/dialog';
import { ErrorNotice } from '../components/notice';
import { Panel, Tag, type TagTone } from '../components/panel';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { ReasonForm } from '../visit/reason-form';
import { PaperCardsDialog } from './paper-cards-dialog';
import { TEXTS } from './texts';
import { waitingNote } from './waiting-note';

const TONES: Record<PrintState, TagTone> = {
  queued: 'blue',
  rendering: 'blue',
  ready: 'blue',
  spooling: 'blue',
  spooled: 'blue',
  printed: 'good',
  failed: 'bad',
  cancelled: 'plain',
  unknown: 'warn',
};
const DONE: ReadonlySet<PrintState> = new Set(['printed', 'cancelled']);
/** What 「重试」 is called: for `unknown` the spooler is only asked again, nothing is printed a second time by itself. */
const RETRY: Partial<Record<PrintState, string>> = {
  failed: TEXTS.retry,
  ready: TEXTS.tryNow,
  queued: TEXTS.tryNow,
  unknown: TEXTS.lookAgain,
};
const CANCELLABLE: ReadonlySet<PrintState> = new Set(['queued', 'rendering', 'ready', 'spooled', 'unknown', 'failed']);
const FILTERS = (['open', 'all'] as const).map((value) => ({ value, label: TEXTS.filters[value] }));

export function QueuePanel() {
  const jobs = useLive('print.jobs', {});
  const [filter, setFilter] = useState<'open' | 'all'>('all');
  const [cancelling, setCancelling] = useState<PrintJobView | null>(null);
  const [error, setError] = useState<AppError>();
  const [making, setMaking] = useState(false);
  const may = useMayAsk('print.paperCards');
  const settings = useLive('settings.all', {}).value;
  const paperFrom = may ? settings?.rules.paperFrom : undefined;
  useHotkeys({ F4: () => setMaking(true) }, { enabled: paperFrom !== undefined });
  const retry = async (id: string): Promise<void> => {
    const result = await ask('print.retry', { id });
    setError(result.ok ? undefined : result.error);
  };
  const all = [...(jobs.value ?? [])].sort((a, b) => b.createdAt - a.createdAt);
  const shown = filter === 'all' ? all : all.filter((job) => !DONE.has(job.state));
  return (
    <Panel
      title={TEXTS.title}
      className="print-panel"
      aside={
        <>
          <RadioChips<'open' | 'all'> label={TEXTS.filter} options={FILTERS} value={filter} onChange={setFilter} />
          {paperFrom !== undefined && (
            <Button className="panel-end" hint="F4" onClick={() => setMaking(true)}>
              {TEXTS.paperCards}
            </Button>
          )}
        </>
      }
    >
      {making && paperFrom !== undefined && <PaperCardsDialog first={paperFrom} onClose={() => setMaking(false)} />}
      {jobs.error && <ErrorNotice error={jobs.error} />}
      {error && <ErrorNotice error={error} onDismiss={() => setError(undefined)} />}
      {shown.length === 0 && <p className="empty">{filter === 'all' ? TEXTS.emptyQueue : TEXTS.emptyOpen}</p>}
      {shown.length > 0 && (
        <div className="print-scroll">
          <table className="table">
            <thead>
              <tr>
                {TEXTS.queueHead.map((head) => (
                  <th key={head}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((job) => (
                <Row
                  key={job.id}
                  job={job}
                  note={waitingNote(job, all)}
                  onRetry={() => void retry(job.id)}
                  onCancel={() => setCancelling(job)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cancelling && (
        <Dialog title={TEXTS.cancelTitle(cancelling.label)} onClose={() => setCancelling(null)}>
          <div className="dialog-body">
            <ReasonForm
              request="print.cancel"
              input={(reason) => ({ id: cancelling.id, reason })}
              title={TEXTS.cancelNote}
              button={TEXTS.doCancel}
              danger
              onDone={() => setCancelling(null)}
              onBack={() => setCancelling(null)}
            />
          </div>
        </Dialog>
      )}
    </Panel>
  );
}

function Row({ job, note, onRetry, onCancel }: { job: PrintJobView; note: string; onRetry(): void; onCancel(): void }) {
  return (
    <tr>
      <td>
        <b>{job.label}</b> <span className="tone-quiet">{DOCUMENT_KIND_NAMES[job.kind]}</span>{' '}
        {job.reprint > 0 && <Tag>{TEXTS.reprint(job.reprint)}</Tag>}
      </td>
      <td>{job.printer || TEXTS.noPrinter}</td>
      <td>
        <Tag tone={TONES[job.state]}>{PRINT_STATE_NAMES[job.state]}</Tag>
      </td>
      <td className="print-note">{note}</td>
      <td className="tone-quiet print-time">{stampOf(job.changedAt)}</td>
      <td className="print-acts">
        {RETRY[job.state] && (
          <Button className="button-small" onClick={onRetry}>
            {RETRY[job.state]}
          </Button>
        )}
        {CANCELLABLE.has(job.state) && (
          <Button kind="quiet" onClick={onCancel}>
            {TEXTS.cancel}
          </Button>
        )}
      </td>
    </tr>
  );
}
