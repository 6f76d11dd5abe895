import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { RegisteredVisit } from '../../shared/contract/visits';
import { showsDocument } from '../../shared/rules/identity';
import { stampOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { Panel } from '../components/panel';
import type { Draft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import type { Attempt, Checked } from './attempt';
import { useDesk } from './desk-context';
import { enterMovesOn } from './enter-moves-on';
import type { CheckInForm } from './form-values';
import { KindSwitch } from './kind-switch';
import { MatterFields } from './matter-fields';
import { PaperSwitch } from './paper-switch';
import { asksBirthDate } from './person-facts';
import { TEXTS } from './texts';
import { useRegister } from './use-register';
import { VerifyDialog } from './verify-dialog';
import { VisitorFields } from './visitor-fields';

interface Props {
  draft: Draft;
  attempt: Attempt;
  documentKey: string;
  onChecked(checked: Checked | null): void;
  onBegin(): void;
  onSaved(visit: RegisteredVisit): void;
  onClear(): void;
  /** Present after 清空, until the next registration. */
  onUndo?: () => void;
}

export function CheckInPanel({ draft, attempt, documentKey, onChecked, onBegin, onSaved, onClear, onUndo }: Props) {
  const desk = useDesk();
  const { trigger, setValue } = useFormContext<CheckInForm>();
  const [verifying, setVerifying] = useState(false);
  const verifyButton = useRef<HTMLButtonElement>(null);
  const { register, busy, refusal, clearRefusal } = useRegister({
    attempt,
    onBegin,
    onSaved,
    onNotVerified: () => verifyButton.current?.focus(),
    onCheckRefused: () => onChecked(null),
  });

  // More is asked than usual: then empty lines below the fields give up their room.
  const tight = desk.kind === 'collective' || desk.facts.guardian || desk.paper || asksBirthDate(desk.person, desk.facts);

  const verify = async (): Promise<void> => {
    // A checker compares a number with a document: there must be a number that stands.
    if (showsDocument(desk.person.docType) && !desk.facts.numberStands)
      return void (await trigger('people.0.docNumber', { shouldFocus: true }));
    setVerifying(true);
  };
  useHotkeys({ F6: () => void verify(), 'Ctrl+Enter': () => void register() }, { enabled: desk.active });

  return (
    <Panel
      title={TEXTS.title}
      className="check-in-panel"
      aside={
        <>
          <KindSwitch />
          <PaperSwitch />
          <DraftLine draft={draft} />
        </>
      }
    >
      <form
        className={`check-in-form ${tight ? 'check-in-tight' : ''}`}
        noValidate
        onKeyDown={enterMovesOn}
        onSubmit={(event) => event.preventDefault()}
      >
        <VisitorFields />
        <MatterFields />
      </form>
      <div className="check-in-said">{refusal && <ErrorNotice error={refusal.error} more={refusal.more} onDismiss={clearRefusal} />}</div>
      <footer className="check-in-foot">
        <Button onClick={onClear}>{TEXTS.clear}</Button>
        {onUndo && (
          <Button kind="quiet" onClick={onUndo}>
            {TEXTS.undo}
          </Button>
        )}
        <PrinterLine />
        <Button ref={verifyButton} className="check-in-verify" hint="F6" onClick={() => void verify()}>
          {TEXTS.verify}
        </Button>
        <Button kind="primary" hint="Ctrl+Enter" aria-disabled={busy} onClick={() => void register()}>
          {desk.paper ? TEXTS.backfill : TEXTS.register}
        </Button>
      </footer>
      {verifying && (
        <VerifyDialog
          person={desk.person}
          docNumber={showsDocument(desk.person.docType) ? (desk.facts.check?.normalized ?? '') : ''}
          onClose={() => setVerifying(false)}
          onConfirmed={(verification, reason) => {
            setVerifying(false);
            clearRefusal();
            if (desk.person.docType === 'none' && !desk.person.noDocumentReason) setValue('people.0.noDocumentReason', reason);
            onChecked({ ...verification, documentKey });
          }}
        />
      )}
    </Panel>
  );
}

function DraftLine({ draft }: { draft: Draft }) {
  const text = draft.failed ? TEXTS.draftFailed : draft.savedAt !== null ? TEXTS.draftSaved(stampOf(draft.savedAt).slice(11)) : '';
  return (
    <span className={`panel-end check-in-draft ${draft.failed ? 'tone-bad' : ''}`}>
      {draft.restored && `${TEXTS.draftRestored} · `}
      {text}
    </span>
  );
}

const WAITING: ReadonlySet<string> = new Set(['queued', 'rendering', 'ready', 'spooling', 'spooled']);

function PrinterLine() {
  const { settings } = useDesk();
  const jobs = useLive('print.jobs', {}).value ?? [];
  const waiting = jobs.filter((job) => WAITING.has(job.state)).length;
  return (
    <span className="check-in-printer tone-quiet">
      {settings.printing.mode === 'none' ? TEXTS.noPrinter : TEXTS.printerLine(settings.printing.cardPrinter, waiting)}
    </span>
  );
}
