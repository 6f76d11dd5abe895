import { INCIDENT_CODES, type IncidentCode } from '../../../shared/domain/incident-plan';
import { CATALOGUE } from '../../../shared/incidents/catalogue';
import { Button } from '../../components/button';
import { SelectField, TextArea, TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { TEXTS } from './texts';
import type { Writing } from './use-writing';

/** An entry as it is written: Ctrl+Enter saves a new edition, which waits for its approval. */
export function HandbookForm({ writing, onSaved }: { writing: Writing; onSaved(entryId: string, code: IncidentCode): void }) {
  const saving = useRequest('handbook.write');
  const { text, requestId } = writing;
  const fields = saving.error?.fields ?? {};
  const save = async (): Promise<void> => {
    if (!text || saving.busy) return;
    const result = await saving.run({ requestId, ...text });
    if (!result.ok) return;
    writing.end();
    onSaved(result.value.entryId, text.code);
  };
  useHotkeys({ 'Ctrl+Enter': () => void save() }, { inDialog: true });
  if (!text) return null;
  return (
    <div className="handbook-form">
      <div className="row">
        <SelectField
          label={TEXTS.type}
          value={text.code}
          // Editions of one entry stay under its type.
          disabled={text.entryId !== ''}
          onChange={(event) => writing.change({ ...text, code: event.target.value as IncidentCode })}
        >
          {INCIDENT_CODES.map((each) => (
            <option key={each} value={each}>
              {each} {CATALOGUE[each].name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={TEXTS.entryTitle}
          autoFocus
          maxLength={40}
          value={text.title}
          error={fields.title}
          onChange={(event) => writing.change({ ...text, title: event.target.value })}
        />
      </div>
      <TextArea
        label={TEXTS.body}
        rows={12}
        maxLength={3000}
        value={text.body}
        error={fields.body}
        note={TEXTS.bodyNote}
        onChange={(event) => writing.change({ ...text, body: event.target.value })}
      />
      {saving.error && Object.keys(fields).length === 0 && <ErrorNotice error={saving.error} />}
      <div className="handbook-acts">
        <Button onClick={writing.end}>{TEXTS.cancel}</Button>
        <Button kind="primary" hint="Ctrl+Enter" disabled={saving.busy} onClick={() => void save()}>
          {TEXTS.save}
        </Button>
      </div>
    </div>
  );
}
