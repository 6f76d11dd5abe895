import { type FormEvent, useState } from 'react';
import type { MergeCandidate, PersonPage } from '../../shared/contract/people';
import { needsOwnReason, WARNING_TEXTS, WHY_TEXTS } from '../../shared/rules/merge-reason';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { Changed } from './changed';
import { CompareTable } from './compare-table';
import { TEXTS } from './texts';

interface Props {
  page: PersonPage;
  candidates: readonly MergeCandidate[];
  onDone(sentence: string): void;
  onBack(): void;
}

const idOf = (candidate: MergeCandidate | undefined): string => candidate?.records[0]?.id ?? '';

/** Both records side by side, what speaks for it and against it, what will be one; then a reason. */
export function MergeForm({ page, candidates, onDone, onBack }: Props) {
  const merge = useRequest('person.merge');
  const apart = useRequest('person.notDuplicate');
  const [chosen, setChosen] = useState(idOf(candidates[0]));
  const [reason, setReason] = useState('');
  useHotkeys({ 'Alt+N': () => void tellApart() }, { inDialog: true });
  const candidate = candidates.find((each) => idOf(each) === chosen);
  const [into] = page.records;
  const from = candidate?.records[0];
  const busy = merge.busy || apart.busy;

  async function tellApart(): Promise<void> {
    if (!into || !from || busy) return;
    if ((await apart.run({ personId: into.id, otherId: from.id })).ok) onDone(TEXTS.apartDone);
  }

  // Another one must not slip under the finger when a colleague was quicker with this one.
  if (!candidate || !into || !from) return <Changed onBack={onBack} />;
  const doubtful = needsOwnReason(candidate);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // The versions shown: whoever changed one of the records meanwhile is not overruled.
    const expected = { from: from.version, into: into.version };
    if (!busy && (await merge.run({ from: from.id, into: into.id, reason, expected })).ok) onDone(TEXTS.merged);
  };
  const beside = merge.error?.fields?.reason;
  const error = beside ? apart.error : (merge.error ?? apart.error);
  return (
    <form className="person-form" aria-label={TEXTS.mergeTitle} onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        {candidates.length > 1 && (
          <SelectField label={TEXTS.which} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {candidates.map((each) => (
              <option key={idOf(each)} value={idOf(each)}>
                {TEXTS.candidate(each)}
              </option>
            ))}
          </SelectField>
        )}
        {candidate.warnings.map((warning) => (
          <Notice key={warning} level="warning">
            {WARNING_TEXTS[warning]}
          </Notice>
        ))}
        <Notice level="info">{candidate.why.map((why) => WHY_TEXTS[why]).join('；') || TEXTS.nothingFor}</Notice>
        <CompareTable mine={page.records} theirs={candidate.records} />
        <p className="tone-quiet">
          {TEXTS.becomes(page.records.length + candidate.records.length, page.visitCount + candidate.visitCount)}
        </p>
        <TextField
          label={TEXTS.mergeReason}
          required
          maxLength={100}
          data-autofocus
          value={reason}
          error={beside}
          note={doubtful ? TEXTS.doubtNote : TEXTS.mergeNote}
          noteTone={doubtful ? 'warn' : 'quiet'}
          onChange={(event) => setReason(event.target.value)}
        />
        {error && <ErrorNotice error={error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button hint="Alt+N" disabled={busy} onClick={() => void tellApart()}>
          {TEXTS.apart}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={busy}>
          {TEXTS.doMerge}
        </Button>
      </div>
    </form>
  );
}
