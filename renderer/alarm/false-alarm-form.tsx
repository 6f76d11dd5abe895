import { type FormEvent, useState } from 'react';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** 误报 takes a reason and two acts: a mis-click ends no alarm. */
export function FalseAlarmForm({ id, onBack }: { id: string; onBack(): void }) {
  const request = useRequest('alarm.falseAlarm');
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!request.busy && (await request.run({ id, reason })).ok) onBack();
  };
  const said = request.error?.fields?.reason;
  return (
    <form className="dialog-foot alarm-foot" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        className="alarm-other"
        label={TEXTS.falseAlarmReason}
        autoFocus
        maxLength={200}
        value={reason}
        error={said}
        note={TEXTS.falseAlarmNote}
        onChange={(event) => setReason(event.target.value)}
      />
      {request.error && !said && <ErrorNotice error={request.error} />}
      <Button onClick={onBack}>{TEXTS.back}</Button>
      <Button kind="danger" type="submit" hint="Enter" disabled={request.busy}>
        {TEXTS.falseAlarm}
      </Button>
    </form>
  );
}
