import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { BriefingView } from '../../shared/domain/briefing';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { DecideDialog } from './decide-dialog';
import { InstructDialog } from './instruct-dialog';
import { redrafted } from './redraft';
import { TEXTS } from './texts';
import type { BriefingWriting } from './use-briefing-text';
import { WordsDialog } from './words-dialog';

interface Props {
  briefing: BriefingView;
  writing: BriefingWriting;
  /** Saves what was typed. @returns the edition that stands then; null: it was not saved */
  save(): Promise<number | null>;
  saving: boolean;
  onSaid(said: string): void;
  onOpen(id: string): void;
}

/** What may be done with it as it stands, each with its key. */
export function BriefingActs({ briefing, writing, save, saving, onSaid, onOpen }: Props) {
  const { id, state, issuing } = briefing;
  const [asking, setAsking] = useState<'decide' | 'withdraw' | 'instruct' | null>(null);
  const submitting = useRequest('briefing.submit');
  const withdrawing = useRequest('briefing.withdraw');
  const correcting = useRequest('briefing.correct');
  const redrafting = useRequest('briefing.redraft');
  const printing = useRequest('briefing.print');
  const exporting = useRequest('briefing.export');
  const draft = state === 'draft';
  const step = state === 'submitted' ? 'review' : state === 'reviewed' ? 'sign' : null;

  const beginWithdrawing = (): void => {
    withdrawing.clear();
    setAsking('withdraw');
  };
  const submit = async (): Promise<void> => {
    if (submitting.busy) return;
    const edition = writing.edited ? await save() : briefing.edition;
    if (edition !== null && (await submitting.run({ requestId: uuid(), id, edition })).ok) onSaid(TEXTS.submitted);
  };
  const redraft = async (): Promise<void> => {
    const fresh = await redrafting.run({ id });
    if (!fresh.ok) return;
    writing.change(redrafted(writing.text, fresh.value.sections));
    onSaid(TEXTS.redrafted);
  };
  const correct = async (): Promise<void> => {
    const result = await correcting.run({ requestId: uuid(), id });
    if (!result.ok) return;
    onOpen(result.value.id);
    onSaid(TEXTS.correctedNow);
  };
  const print = async (): Promise<void> => {
    if ((await printing.run({ requestId: uuid(), id })).ok) onSaid(TEXTS.printed);
  };
  const take = async (format: 'pdf' | 'docx'): Promise<void> => {
    const result = await exporting.run({ id, format });
    if (result.ok && result.value.saved) onSaid(TEXTS.exported(result.value.fileName));
  };
  useHotkeys({
    'Alt+P': () => void print(),
    'Alt+F': () => void take('pdf'),
    'Alt+W': () => void take('docx'),
    ...(draft && { 'Ctrl+S': () => void save(), 'Ctrl+Enter': () => void submit(), 'Alt+R': () => void redraft() }),
    ...(step && { 'Ctrl+Enter': () => setAsking('decide') }),
    ...(state === 'issued' && { 'Alt+I': () => setAsking('instruct'), 'Alt+G': () => void correct() }),
  });
  const error = [submitting, correcting, redrafting, printing, exporting].find((each) => each.error);
  return (
    <>
      {error?.error && <ErrorNotice error={error.error} onDismiss={error.clear} />}
      <div className="briefing-acts">
        <Button kind="quiet" hint="Alt+P" disabled={printing.busy} onClick={() => void print()}>
          {TEXTS.print}
        </Button>
        <Button kind="quiet" hint="Alt+F" disabled={exporting.busy} onClick={() => void take('pdf')}>
          {TEXTS.pdf}
        </Button>
        <Button kind="quiet" hint="Alt+W" disabled={exporting.busy} onClick={() => void take('docx')}>
          {TEXTS.word}
        </Button>
        <span className="grow" />
        {draft && (
          <>
            <Button kind="quiet" onClick={beginWithdrawing}>
              {TEXTS.withdraw}
            </Button>
            <Button kind="quiet" hint="Alt+R" disabled={redrafting.busy} onClick={() => void redraft()}>
              {TEXTS.redraft}
            </Button>
            <Button hint="Ctrl+S" disabled={saving || !writing.edited} onClick={() => void save()}>
              {TEXTS.save}
            </Button>
            <Button kind="primary" hint="Ctrl+Enter" disabled={submitting.busy || saving} onClick={() => void submit()}>
              {TEXTS.submit}
            </Button>
          </>
        )}
        {step && (
          <Button kind="primary" hint="Ctrl+Enter" onClick={() => setAsking('decide')}>
            {step === 'review' ? TEXTS.review : TEXTS.sign}
          </Button>
        )}
        {state === 'issued' && (
          <>
            <Button hint="Alt+G" disabled={correcting.busy} onClick={() => void correct()}>
              {TEXTS.correct}
            </Button>
            <Button kind="primary" hint="Alt+I" onClick={() => setAsking('instruct')}>
              {TEXTS.instruct}
            </Button>
          </>
        )}
      </div>
      {state === 'reviewed' && !issuing.here && (
        <p className="tone-quiet briefing-elsewhere">{TEXTS.numberedElsewhere(issuing.deskName)}</p>
      )}
      {asking === 'decide' && step && <DecideDialog briefing={briefing} step={step} onDone={onSaid} onClose={() => setAsking(null)} />}
      {asking === 'instruct' && <InstructDialog briefing={briefing} onDone={onSaid} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && (
        <WordsDialog
          title={TEXTS.withdraw}
          label={TEXTS.withdrawReason}
          draft={`briefing-withdraw:${id}`}
          field="reason"
          most={200}
          busy={withdrawing.busy}
          error={withdrawing.error}
          onSubmit={async (reason) => {
            const result = await withdrawing.run({ requestId: uuid(), id, reason });
            if (result.ok) onSaid(TEXTS.withdrawn);
            return result.ok;
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
