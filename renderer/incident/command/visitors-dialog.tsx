import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { IncidentView } from '../../../shared/contract/incidents';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { SelectField, TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useLive } from '../../hooks/use-live';
import { useRequest } from '../../hooks/use-request';
import { useMayAsk } from '../../stores/session';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** Whom it is about, of those in the hall; their care notes are looked at here, and looking is in the timeline. */
export function VisitorsDialog({ incident, readOnly, onClose }: { incident: IncidentView; readOnly: boolean; onClose(): void }) {
  const adding = useAdding(incident.id);
  const queue = useLive('queue.list', {}, useMayAsk('queue.list')).value ?? [];
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const look = useRequest('incident.careNotes');
  const [notes, setNotes] = useState<OutputOf<'incident.careNotes'>['notes'] | null>(null);
  const others = queue.filter(({ id }) => !incident.visits.some((visit) => visit.id === id));
  const add = async (): Promise<void> => {
    if (chosen !== '' && (await adding.add({ kind: 'visitor', visitId: chosen }))) setChosen('');
  };
  const see = async (visitId: string): Promise<void> => {
    const result = await look.run({ id: incident.id, visitId, reason });
    setNotes(result.ok ? result.value.notes : null);
  };
  return (
    <Dialog title={TEXTS.visitors} onClose={onClose}>
      <div className="dialog-body">
        {adding.error && <ErrorNotice error={adding.error} />}
        {look.error && !look.error.fields?.reason && <ErrorNotice error={look.error} />}
        <ul className="tasks">
          {incident.visits.map((visit) => (
            <li key={visit.id}>
              <b>{visit.queueNumber}</b>
              <span>{visit.name}</span>
              {visit.careNotes > 0 && (
                <Button onClick={() => void see(visit.id)}>{`${TEXTS.lookAtCare}${TEXTS.careNotes(visit.careNotes)}`}</Button>
              )}
            </li>
          ))}
        </ul>
        {notes && (
          <div className="care-shown" role="status">
            {notes.length === 0 && TEXTS.noCare}
            {notes.map((note) => (
              <p key={note.arrangement + note.detail}>
                <b>{note.arrangement}</b> {note.detail}
              </p>
            ))}
            <small>{TEXTS.careNoted}</small>
          </div>
        )}
        {!readOnly && (
          <>
            <div className="row">
              <SelectField label={TEXTS.addVisitor} data-autofocus value={chosen} onChange={(event) => setChosen(event.target.value)}>
                <option value="">—</option>
                {others.map((row) => (
                  <option key={row.id} value={row.id}>{`${row.queueNumber} ${row.nameMasked}`}</option>
                ))}
              </SelectField>
              <Button onClick={() => void add()}>{TEXTS.add}</Button>
            </div>
            <TextField
              label={TEXTS.careReason}
              maxLength={200}
              value={reason}
              error={look.error?.fields?.reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        )}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
      </div>
    </Dialog>
  );
}
