import { type FormEvent, useState } from 'react';
import { type CheckFinding, FINDING_NAMES } from '../../shared/domain/hall';
import { Button } from '../components/button';
import { CheckBox, RadioChips } from '../components/check';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** 安检 (plan S18, S42): with consent, or not at all. */
export function CheckForm({ visitId, onDone, onBack }: { visitId: string; onDone(): void; onBack(): void }) {
  const check = useRequest('item.check');
  const [consent, setConsent] = useState(false);
  const [finding, setFinding] = useState<CheckFinding>('nothing');
  const [note, setNote] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!check.busy && (await check.run({ visitId, consent, finding, note })).ok) onDone();
  };
  const beside = check.error?.fields?.finding;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        <CheckBox label={TEXTS.consent} data-autofocus checked={consent} onChange={(event) => setConsent(event.target.checked)} />
        <p className="tone-quiet">{TEXTS.consentNote}</p>
        <RadioChips<CheckFinding>
          label={TEXTS.finding}
          options={(Object.keys(FINDING_NAMES) as CheckFinding[]).map((value) => ({ value, label: FINDING_NAMES[value] }))}
          value={finding}
          onChange={setFinding}
        />
        {beside && <p className="field-line tone-bad">{beside}</p>}
        <TextField label={TEXTS.note} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        {check.error && !beside && <ErrorNotice error={check.error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={check.busy}>
          {TEXTS.save}
        </Button>
      </div>
    </form>
  );
}
