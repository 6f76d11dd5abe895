import { type FormEvent, useState } from 'react';
import type { SummonsView } from '../../shared/domain/preparation';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.summons;

/** Who a department sends, or that they are there. */
export function AttendeeForm({ act, summons, onSaved }: { act: 'answer' | 'arrive'; summons: SummonsView; onSaved(): void }) {
  const answering = useRequest('summons.answer');
  const arriving = useRequest('summons.arrive');
  const { busy, error } = act === 'answer' ? answering : arriving;
  const [attendee, setAttendee] = useState(summons.attendee);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const input = { id: summons.id, attendee };
    const result = act === 'answer' ? await answering.run(input) : await arriving.run(input);
    if (result.ok) onSaved();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        <p className="tone-quiet">{act === 'answer' ? T.answerTitle(summons.department) : T.arriveTitle(summons.department)}</p>
        <TextField
          label={T.attendee}
          required
          maxLength={30}
          data-autofocus
          value={attendee}
          error={error?.fields?.attendee}
          onChange={({ target }) => setAttendee(target.value)}
        />
        {error && !error.fields?.attendee && <ErrorNotice error={error} />}
      </div>
      <div className="dialog-foot">
        <Button type="submit" kind="primary" hint="Enter" disabled={busy}>
          {act === 'answer' ? T.answer : T.arrive}
        </Button>
      </div>
    </form>
  );
}
