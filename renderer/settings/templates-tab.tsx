import { useState } from 'react';
import { LETTER_PIECES, LETTER_PLACES } from '../../shared/documents/letter-places';
import { LETTER_KINDS, LETTER_NAMES, type LetterKind } from '../../shared/domain/letters';
import { stampOf } from '../../shared/rules/time';
import { ask } from '../bridge';
import { SelectField, TextArea, TextField } from '../components/field';
import { Paper } from '../components/paper';
import { useAnswer } from '../hooks/use-request';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS } from './texts';

/** 文书模板: each kind's body as text, beside it the paper; every saved edition stays. */
export function TemplatesTab() {
  const [kind, setKind] = useState<LetterKind>('received');
  const templates = useAnswer('letter.templates', {});
  const versions = useAnswer('letter.versions', { kind });
  const saved = templates.value?.find((each) => each.kind === kind);
  const [typed, setTyped] = useState<{ title?: string; body?: string }>({});
  const title = typed.title ?? saved?.title ?? '';
  const body = typed.body ?? saved?.body ?? '';
  const example = useAnswer('letter.example', title !== '' && body !== '' ? { kind, title, body } : null);
  const saving = useSaving();
  const t = TEXTS.templates;
  const save = async (): Promise<void> => {
    if (!(await saving.run(() => ask('letter.saveTemplate', { kind, title, body })))) return;
    setTyped({});
    templates.reload();
    versions.reload();
  };
  return (
    <SettingForm title={TEXTS.tabs.templates} saving={saving} dirty={Object.keys(typed).length > 0} onSave={() => void save()}>
      <div className="templates">
        <div>
          <SelectField
            label={t.kind}
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as LetterKind);
              setTyped({});
            }}
          >
            {LETTER_KINDS.map((each) => (
              <option key={each} value={each}>
                {LETTER_NAMES[each]}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t.title}
            maxLength={40}
            value={title}
            error={saving.error?.fields?.title}
            onChange={(event) => setTyped({ ...typed, title: event.target.value })}
          />
          <TextArea
            label={t.body}
            rows={16}
            maxLength={10_000}
            value={body}
            error={saving.error?.fields?.body}
            note={t.bodyNote}
            onChange={(event) => setTyped({ ...typed, body: event.target.value })}
          />
          <p className="tone-quiet">
            {t.places}
            {LETTER_PLACES.map((place) => `{${place}}`).join(' ')} {LETTER_PIECES.map((piece) => `[${piece}]`).join(' ')}
          </p>
          <p className="tone-quiet">
            {saved?.version === 0
              ? t.shipped
              : versions.value?.map((each) => t.version(each.version, stampOf(each.changedAt ?? 0), each.changedByName)).join('；')}
          </p>
          <p className="tone-quiet">{t.fixed}</p>
        </div>
        {example.value && <Paper title={example.value.title} blocks={example.value.blocks} />}
      </div>
    </SettingForm>
  );
}
