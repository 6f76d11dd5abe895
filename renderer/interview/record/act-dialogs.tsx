import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { FOCUS_FIELDS, FOCUS_NAMES } from '../../../shared/domain/interview';
import type { AppError } from '../../../shared/result';
import { beginning } from '../../../shared/rules/beginning';
import { AskForm } from '../../components/ask-form';
import { Button } from '../../components/button';
import { SelectField, TextArea, TextField } from '../../components/field';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from '../texts';
import type { Notes } from './use-notes';

const fieldOf = (error: AppError | undefined, path: string): string | undefined =>
  error?.fields?.[path] ?? error?.fields?.[`act.${path}`] ?? error?.fields?.[`amendment.${path}`];

export function PauseDialog({ id, onClose }: { id: string; onClose(): void }) {
  const acting = useRequest('interview.act');
  const [reason, setReason] = useState('');
  const pause = async (): Promise<boolean> => (await acting.run({ id, act: { act: 'pause', reason } })).ok;
  return (
    <AskForm title={TEXTS.pause} busy={acting.busy} error={acting.error} onSubmit={pause} onClose={onClose}>
      <TextField
        label={TEXTS.reason}
        data-autofocus
        maxLength={100}
        value={reason}
        error={fieldOf(acting.error, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}

interface AmendProps {
  id: string;
  notes: Notes;
  onClose(): void;
}

const LINE = 24;

/** 补正 names what it amends; that stays, and both are shown. */
export function AmendDialog({ id, notes, onClose }: AmendProps) {
  const amending = useRequest('interview.amend');
  const [requestId] = useState(() => uuid());
  const [amends, setAmends] = useState('result');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  useHotkeys({ 'Alt+U': notes.loadEarlier }, { enabled: notes.more, inDialog: true });
  const amend = async (): Promise<boolean> => (await amending.run({ requestId, id, amendment: { amends, text, reason } })).ok;
  return (
    <AskForm title={TEXTS.amendTitle} busy={amending.busy} error={amending.error} onSubmit={amend} onClose={onClose}>
      <SelectField
        label={TEXTS.amendWhat}
        data-autofocus
        value={amends}
        error={fieldOf(amending.error, 'amends')}
        onChange={(event) => setAmends(event.target.value)}
      >
        <option value="result">{TEXTS.result}</option>
        {FOCUS_FIELDS.map((field) => (
          <option key={field} value={`focus.${field}`}>
            {FOCUS_NAMES[field]}
          </option>
        ))}
        {notes.notes
          .filter(({ kind }) => kind !== 'amendment')
          .map((note) => (
            <option key={note.id} value={note.id}>
              {`${TEXTS.clock(note.elapsed)} ${beginning(note.text, LINE)}`}
            </option>
          ))}
      </SelectField>
      {notes.more && (
        <Button kind="quiet" hint="Alt+U" onClick={notes.loadEarlier}>
          {TEXTS.amendEarlier}
        </Button>
      )}
      <TextArea
        label={TEXTS.amendText}
        rows={4}
        value={text}
        error={fieldOf(amending.error, 'text')}
        onChange={(event) => setText(event.target.value)}
      />
      <TextField
        label={TEXTS.reason}
        maxLength={200}
        value={reason}
        error={fieldOf(amending.error, 'reason')}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskForm>
  );
}
