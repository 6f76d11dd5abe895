import { type KeyboardEvent, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { LINE_AT_MOST } from '../../../shared/domain/incident';
import type { AppError } from '../../../shared/result';
import { ask } from '../../bridge';
import { TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useDraft } from '../../hooks/use-draft';
import { isComposing } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';

/**
 * What a clerk types in the rush: one line and Enter. The field has its own state, so a key draws nothing but it; lines go
 * in the order of their Enters, and one that is refused comes back.
 */
export function LineInput({ id, field }: { id: string; field: React.RefObject<HTMLInputElement | null> }) {
  const [error, setError] = useState<AppError>();
  const text = (): string => field.current?.value ?? '';
  const changed = useRef(() => {});
  const draft = useDraft(
    `incident:${id}`,
    () => text() || null,
    (kept) => {
      if (field.current && text() === '') field.current.value = kept;
    },
  );
  changed.current = draft.changed;

  const write = async (): Promise<void> => {
    const said = text();
    if (said.trim() === '' || !field.current) return;
    field.current.value = '';
    changed.current();
    setError(undefined);
    const result = await ask('incident.add', { requestId: uuid(), id, entry: { kind: 'note', text: said } });
    if (result.ok) return;
    setError(result.error);
    if (field.current) field.current.value = [said, text()].filter(Boolean).join(' ');
    changed.current();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void write();
  };
  return (
    <div className="incident-line">
      {error && <ErrorNotice error={error} more={Object.values(error.fields ?? {})} onDismiss={() => setError(undefined)} />}
      <TextField
        ref={field}
        label={TEXTS.timeline}
        labelHidden
        dense
        autoFocus
        maxLength={LINE_AT_MOST}
        placeholder={TEXTS.lineHint}
        onInput={() => changed.current()}
        onKeyDown={onKeyDown}
      />
      {draft.failed && <p className="tone-warn">{TEXTS.notSaved}</p>}
    </div>
  );
}
