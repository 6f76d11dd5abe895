import { type FormEvent, useState } from 'react';
import type { InterviewView } from '../../../shared/contract/interviews';
import { LETTER_NAMES, type LetterKind } from '../../../shared/domain/letters';
import { lettersFor } from '../../../shared/rules/letters-of-result';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { SelectField, TextArea } from '../../components/field';
import { ErrorNotice, Notice } from '../../components/notice';
import { Paper } from '../../components/paper';
import { enterSubmits } from '../../hooks/enter-submits';
import { useAnswer, useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';

/** 文书: which paper, what only this one says, how it will look; Ctrl+Enter prints it. */
export function LettersDialog({ interview, onClose }: { interview: InterviewView; onClose(): void }) {
  const { proposed, others } = lettersFor(interview.disposal?.result ?? '');
  const [kind, setKind] = useState<LetterKind>(proposed[1] ?? 'record');
  const [more, setMore] = useState<Record<string, string>>({});
  const [printed, setPrinted] = useState('');
  const printing = useRequest('print.letter');
  const preview = useAnswer('letter.preview', { kind, interviewId: interview.id, more });
  const asked = useAnswer('letter.asked', { kind, interviewId: interview.id }).value ?? [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (printing.busy) return;
    const result = await printing.run({ kind, interviewId: interview.id, more });
    setPrinted(result.ok ? LETTER_NAMES[kind] : '');
  };
  const option = (each: LetterKind) => (
    <option key={each} value={each}>
      {LETTER_NAMES[each]}
    </option>
  );
  return (
    <Dialog title={TEXTS.letters} size="wide" onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body letters">
          <div>
            <SelectField
              label={TEXTS.letter}
              data-autofocus
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as LetterKind);
                setPrinted('');
              }}
            >
              <optgroup label={TEXTS.proposed}>{proposed.map(option)}</optgroup>
              <optgroup label={TEXTS.otherLetters}>{others.map(option)}</optgroup>
            </SelectField>
            {asked.map((place) => (
              <TextArea
                key={place}
                label={place}
                rows={2}
                maxLength={20_000}
                value={more[place] ?? ''}
                onChange={(event) => setMore({ ...more, [place]: event.target.value })}
              />
            ))}
            {printing.error && <ErrorNotice error={printing.error} />}
            {printed && <Notice level="good">{TEXTS.letterSent(printed)}</Notice>}
          </div>
          {preview.error && <ErrorNotice error={preview.error} />}
          {preview.value && <Paper title={preview.value.title} blocks={preview.value.blocks} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" disabled={printing.busy}>
            {TEXTS.print}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
