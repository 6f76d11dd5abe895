import { useState } from 'react';
import { stampOf } from '../../../shared/rules/time';
import { AskForm } from '../../components/ask-form';
import { SelectField, TextField } from '../../components/field';
import { useAnswer } from '../../hooks/use-request';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** The recording of a talk that this came out of: it is named, and stays where it is kept. */
export function RecordingDialog({ id, onClose }: { id: string; onClose(): void }) {
  const adding = useAdding(id);
  const recordings = useAnswer('incident.recordings', {}).value ?? [];
  const [recordingId, setRecordingId] = useState('');
  const [text, setText] = useState('');
  const chosen = recordingId || (recordings[0]?.id ?? '');
  return (
    <AskForm
      title={TEXTS.recording}
      busy={adding.busy}
      error={adding.error}
      onSubmit={() => adding.add({ kind: 'recording', recordingId: chosen, text })}
      onClose={onClose}
    >
      <SelectField
        label={TEXTS.recording}
        data-autofocus
        value={chosen}
        error={adding.error?.fields?.['entry.recordingId'] && TEXTS.noRecordings}
        note={recordings.length === 0 ? TEXTS.noRecordings : ''}
        onChange={(event) => setRecordingId(event.target.value)}
      >
        {recordings.map((each) => (
          <option key={each.id} value={each.id}>
            {[each.queueNumber, stampOf(each.startedAt).slice(11), each.running ? TEXTS.stillRecording : ''].filter(Boolean).join(' ')}
          </option>
        ))}
      </SelectField>
      <TextField label={TEXTS.about} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
    </AskForm>
  );
}
