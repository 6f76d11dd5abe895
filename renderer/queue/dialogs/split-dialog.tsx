import { type FormEvent, useState } from 'react';
import { maskNameByLength } from '../../../shared/rules/mask';
import { Button } from '../../components/button';
import { CheckChips } from '../../components/check';
import { Dialog } from '../../components/dialog';
import { NumberField, TextField } from '../../components/field';
import { ErrorNotice, Notice } from '../../components/notice';
import { useAnswer, useRequest } from '../../hooks/use-request';
import type { ActDialogProps } from '../act-dialog';
import { TEXTS } from '../texts';

/** A collective visit that goes two ways: chosen representatives, with some of the others, get a card of their own. */
export function SplitDialog({ row, runner, onClose }: ActDialogProps) {
  const visit = useAnswer('visit.get', { id: row.id });
  const split = useRequest('visit.split');
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [others, setOthers] = useState('0');
  const [reason, setReason] = useState('');
  const people = visit.value?.people ?? [];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (split.busy) return;
    const result = await split.run({ id: row.id, personIds, others: Number(others) || 0, reason });
    if (!result.ok) return;
    runner.say(TEXTS.splitDone(result.value.queueNumber));
    onClose();
  };
  const fields = split.error?.fields ?? {};
  const placed = ['personIds', 'others', 'reason'].some((field) => fields[field]);
  return (
    <Dialog title={TEXTS.splitTitle(row.queueNumber)} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <div className="dialog-body">
          <Notice level="info">{TEXTS.splitNote}</Notice>
          {visit.error && <ErrorNotice error={visit.error} />}
          <CheckChips
            label={TEXTS.splitWho}
            options={people.map((person) => ({ value: person.id, label: maskNameByLength(person.name) }))}
            value={personIds}
            onChange={setPersonIds}
          />
          {fields.personIds && <p className="field-line tone-bad">{fields.personIds}</p>}
          <NumberField
            label={TEXTS.splitOthers}
            min={0}
            value={others}
            error={fields.others}
            onChange={(event) => setOthers(event.target.value)}
          />
          <TextField
            label={TEXTS.splitReason}
            required
            maxLength={100}
            value={reason}
            error={fields.reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {split.error && !placed && <ErrorNotice error={split.error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" disabled={split.busy}>
            {TEXTS.splitDo}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
