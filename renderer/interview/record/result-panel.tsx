import { useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import { RESULT_NAMES, RESULTS, type ResultKind } from '../../../shared/domain/disposal';
import type { Settings } from '../../../shared/domain/settings';
import type { AppError } from '../../../shared/result';
import { RESULT_RULES } from '../../../shared/rules/disposal';
import { Button } from '../../components/button';
import { SelectField } from '../../components/field';
import { ErrorNotice, Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useDraft } from '../../hooks/use-draft';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { saveTypedText } from '../../stores/screen';
import { TEXTS } from '../texts';
import type { BeforeEnd } from './before-end';
import { DisposalText } from './disposal-text';
import { fromKept, type KeptResult, NO_RESULT, toKept } from './kept-result';
import { Promises } from './promises';
import { fieldsOf, withoutField } from './result-errors';
import { ResultFields } from './result-fields';

interface Props {
  interview: InterviewView;
  settings: Settings;
  beforeEnd: BeforeEnd;
  /** What was refused, for the fields that stand elsewhere. */
  onRefused(error: AppError | undefined): void;
}

/** One result (forms 5.5), what it needs, what it promises; then the talk is ended. */
export function ResultPanel(props: Props) {
  const { disposal, promises } = props.interview;
  return (
    <Panel title={TEXTS.result} className="talk-result">
      {disposal ? <DisposalText disposal={disposal} promises={promises} /> : <ResultForm {...props} />}
    </Panel>
  );
}

/** What is typed here is kept as a draft: another screen, a lock or a kill takes at most a second of it. */
function ResultForm({ interview, settings, beforeEnd, onRefused }: Props) {
  const ending = useRequest('interview.end');
  const [kept, setKept] = useState<KeptResult>(NO_RESULT);
  const latest = useRef(kept);
  const [requestId] = useState(() => uuid());
  /** Why the end was not even asked for. */
  const [open, setOpen] = useState<AppError | null>(null);
  const settling = useRef(false);
  const show = (next: KeptResult): void => {
    latest.current = next;
    setKept(next);
  };
  const draft = useDraft(
    `result:${interview.id}`,
    () => toKept(latest.current),
    (stored) => show(fromKept(stored) ?? NO_RESULT),
  );
  const change = (part: Partial<KeptResult>): void => {
    show({ ...latest.current, ...part });
    draft.changed();
  };

  const end = async (): Promise<void> => {
    const { result, more } = latest.current;
    if (ending.busy || settling.current || result === '') return;
    settling.current = true;
    try {
      const left = await beforeEnd.settle();
      setOpen(left);
      if (left) return ending.clear();
      await saveTypedText();
      const ended = await ending.run({ requestId, id: interview.id, disposal: { ...more, result } });
      onRefused(ended.ok ? undefined : ended.error);
      if (ended.ok) await draft.discard();
    } finally {
      settling.current = false;
    }
  };
  useHotkeys({ 'Ctrl+Enter': () => void end() });

  // To what is missing, wherever it stands.
  const { error } = ending;
  useEffect(() => {
    if (error?.fields) document.querySelector<HTMLElement>('.talk-side [aria-invalid="true"]')?.focus();
  }, [error]);

  const { result, more } = kept;
  const rule = result === '' ? undefined : RESULT_RULES[result];
  const fields = fieldsOf(ending.error?.fields);
  return (
    <>
      <div className="result-body">
        <SelectField
          label={TEXTS.result}
          labelHidden
          dense
          value={result}
          onChange={(event) => {
            change({ result: event.target.value as ResultKind | '' });
            setOpen(null);
            ending.clear();
            onRefused(undefined);
          }}
        >
          <option value="">{TEXTS.chooseResult}</option>
          {RESULTS.map((each) => (
            <option key={each} value={each}>
              {RESULT_NAMES[each]}
            </option>
          ))}
        </SelectField>
        {result !== '' && rule && (
          <>
            <ResultFields rule={rule} interview={interview} settings={settings} kept={kept} errors={fields} onChange={change} />
            <Promises result={result} acceptedOn={more.acceptedOn ?? ''} simple={more.simple ?? false} settings={settings} />
          </>
        )}
      </div>
      <div className="result-foot">
        {open && <Notice level="error">{TEXTS.notEnded(Object.values(open.fields ?? {})[0] ?? open.message)}</Notice>}
        {ending.error && <EndRefused error={ending.error} more={withoutField(fields, rule, kept, interview.citations)} />}
        {draft.failed && <span className="tone-warn">{draft.refused ? TEXTS.resultTooLong : TEXTS.notSaved}</span>}
        <Button kind="primary" hint="Ctrl+Enter" disabled={result === '' || ending.busy} onClick={() => void end()}>
          {TEXTS.end}
        </Button>
      </div>
    </>
  );
}

/** What a rule asks for says all there is to say; only of the unexpected somebody may want the detail. */
function EndRefused({ error, more }: { error: AppError; more: readonly string[] }) {
  if (error.code !== 'refused' && error.code !== 'malformed') return <ErrorNotice error={error} more={more} />;
  return (
    <Notice level="error">
      {error.message}
      {more.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Notice>
  );
}
