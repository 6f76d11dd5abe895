import { type FormEvent, useState } from 'react';
import type { PersonPage, PersonRecord } from '../../shared/contract/people';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { Changed } from './changed';
import { recordName, TEXTS } from './texts';

/** Records that were put under another; in a ring of two desks' making the head is one, too. */
export const linkedOf = ({ records }: PersonPage): PersonRecord[] => records.filter((record) => record.mergedInto !== '');

/** The record and all that were put under it leave together. */
function visitsWith(records: readonly PersonRecord[], id: string): number {
  const branch = new Set([id]);
  for (const found of branch) for (const record of records) if (record.mergedInto === found) branch.add(record.id);
  return records.filter((record) => branch.has(record.id)).reduce((sum, record) => sum + record.visits, 0);
}

export function SplitForm({ page, onDone, onBack }: { page: PersonPage; onDone(sentence: string): void; onBack(): void }) {
  const split = useRequest('person.split');
  const linked = linkedOf(page);
  const [chosen, setChosen] = useState(linked.at(-1)?.id ?? '');
  const [reason, setReason] = useState('');
  const record = linked.find((each) => each.id === chosen);
  if (!record) return <Changed onBack={onBack} />;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!split.busy && (await split.run({ id: record.id, reason, expected: record.version })).ok) onDone(TEXTS.splitDone);
  };
  const beside = split.error?.fields?.reason;
  return (
    <form className="person-form" aria-label={TEXTS.splitTitle} onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        {linked.length > 1 && (
          <SelectField label={TEXTS.splitWhich} value={record.id} onChange={(event) => setChosen(event.target.value)}>
            {linked.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.name} ${recordName(each)}`}
              </option>
            ))}
          </SelectField>
        )}
        <Notice level="info">{TEXTS.splitSays(`${record.name} ${recordName(record)}`, visitsWith(page.records, record.id))}</Notice>
        <TextField
          label={TEXTS.splitReason}
          required
          maxLength={100}
          data-autofocus
          value={reason}
          error={beside}
          onChange={(event) => setReason(event.target.value)}
        />
        {split.error && !beside && <ErrorNotice error={split.error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={split.busy}>
          {TEXTS.doSplit}
        </Button>
      </div>
    </form>
  );
}
