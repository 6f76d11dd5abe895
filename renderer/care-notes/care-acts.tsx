import { type FormEvent, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { CareNoteEntry, CareNoteInput } from '../../shared/domain/care-note';
import { addDays, dayOf } from '../../shared/rules/time';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { CareForm } from './care-form';
import { TEXTS } from './texts';

/** A quarter of a year, or less where the unit allows less. */
const proposedDay = (latest: string): string => {
  const quarter = addDays(dayOf(programNow()), 90);
  return quarter < latest ? quarter : latest;
};

interface Act {
  latest: string;
  onDone(sentence: string): void;
  onBack(): void;
}

export function AddNote({ personId, latest, onDone, onBack }: Act & { personId: string }) {
  const adding = useRequest('careNote.add');
  const [initial] = useState<CareNoteInput>(() => ({
    ...{ kind: 'care', arrangement: '', detail: '', source: '', reason: '' },
    expires: proposedDay(latest),
  }));
  return (
    <CareForm
      title={TEXTS.add}
      initial={initial}
      renewing={false}
      latest={latest}
      busy={adding.busy}
      error={adding.error}
      onSubmit={async (filled) => {
        if ((await adding.run({ personId, ...filled })).ok) onDone(TEXTS.added);
      }}
      onBack={onBack}
    />
  );
}

/** With what the earlier one says, to be changed where it is no longer right; why it is still needed is said anew. */
export function RenewNote({ note, latest, onDone, onBack }: Act & { note: CareNoteEntry }) {
  const renewing = useRequest('careNote.renew');
  const before = useAnswer('careNote.detail', { id: note.id });
  if (before.error) return <ErrorNotice error={before.error} />;
  if (!before.value) return <p className="empty">{TEXTS.loading}</p>;
  const { detail, source } = before.value;
  const { kind, arrangement } = note;
  return (
    <CareForm
      title={TEXTS.renew}
      initial={{ kind, arrangement, detail, source, reason: '', expires: proposedDay(latest) }}
      renewing
      latest={latest}
      busy={renewing.busy}
      error={renewing.error}
      onSubmit={async (filled) => {
        if ((await renewing.run({ id: note.id, ...filled })).ok) onDone(TEXTS.renewed);
      }}
      onBack={onBack}
    />
  );
}

export function EndNote({ note, onDone, onBack }: Omit<Act, 'latest'> & { note: CareNoteEntry }) {
  const ending = useRequest('careNote.end');
  const [requestId] = useState(() => uuid());
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ending.busy && (await ending.run({ requestId, id: note.id, reason })).ok) onDone(TEXTS.ended);
  };
  const beside = ending.error?.fields?.reason;
  return (
    <form className="person-form" aria-label={TEXTS.end} onSubmit={(event) => void submit(event)} noValidate>
      <div className="dialog-body">
        <Notice level="info">{TEXTS.endSays(note.arrangement)}</Notice>
        <TextField
          label={TEXTS.fields.endReason}
          required
          maxLength={200}
          data-autofocus
          value={reason}
          error={beside}
          onChange={(event) => setReason(event.target.value)}
        />
        {ending.error && !beside && <ErrorNotice error={ending.error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={ending.busy}>
          {TEXTS.doEnd}
        </Button>
      </div>
    </form>
  );
}
