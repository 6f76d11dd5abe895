import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { InterviewView } from '../../../shared/contract/interviews';
import { type DisposalInput, RESULT_NAMES, RESULTS, type ResultKind } from '../../../shared/domain/disposal';
import type { Settings } from '../../../shared/domain/settings';
import type { AppError } from '../../../shared/result';
import { RESULT_RULES } from '../../../shared/rules/disposal';
import { Button } from '../../components/button';
import { SelectField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { saveTypedText } from '../../stores/screen';
import { TEXTS } from '../texts';
import { DisposalText } from './disposal-text';
import { Promises } from './promises';
import { ResultFields } from './result-fields';

interface Props {
  interview: InterviewView;
  settings: Settings;
  /** What was refused, for the fields that stand elsewhere. */
  onRefused(error: AppError | undefined): void;
}

const FOCUS = 'focus.';

/** One result (forms 5.5), what it needs, what it promises; then the talk is ended. */
export function ResultPanel({ interview, settings, onRefused }: Props) {
  const ending = useRequest('interview.end');
  const [result, setResult] = useState<ResultKind | ''>('');
  const [more, setMore] = useState<Omit<DisposalInput, 'result'>>({});
  const [requestId] = useState(() => uuid());
  const fields = ending.error?.fields ?? {};

  const end = async (): Promise<void> => {
    if (ending.busy || result === '') return;
    await saveTypedText();
    const ended = await ending.run({ requestId, id: interview.id, disposal: { ...more, result } });
    onRefused(ended.ok ? undefined : ended.error);
  };
  useHotkeys({ 'Ctrl+Enter': () => void end() }, { enabled: interview.disposal === null });

  if (interview.disposal) {
    return (
      <Panel title={TEXTS.result} className="talk-result">
        <DisposalText disposal={interview.disposal} promises={interview.promises} />
      </Panel>
    );
  }
  const beside = Object.keys(fields).every((path) => path.startsWith(FOCUS));
  return (
    <Panel title={TEXTS.result} className="talk-result">
      <div className="result-body">
        <SelectField
          label={TEXTS.result}
          labelHidden
          dense
          value={result}
          onChange={(event) => {
            setResult(event.target.value as ResultKind | '');
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
        {result !== '' && (
          <>
            <ResultFields
              rule={RESULT_RULES[result]}
              interview={interview}
              settings={settings}
              value={more}
              errors={fields}
              onChange={(change) => setMore((was) => ({ ...was, ...change }))}
            />
            <Promises result={result} acceptedOn={more.acceptedOn ?? ''} simple={more.simple ?? false} settings={settings} />
          </>
        )}
        {ending.error && (Object.keys(fields).length === 0 || beside) && <ErrorNotice error={ending.error} />}
      </div>
      <div className="result-foot">
        <Button kind="primary" hint="Ctrl+Enter" disabled={result === '' || ending.busy} onClick={() => void end()}>
          {TEXTS.end}
        </Button>
      </div>
    </Panel>
  );
}
