import { type KeyboardEvent, useRef, useState } from 'react';
import { NOTE_AT_MOST, NOTE_KIND_NAMES, TYPED_NOTE_KINDS, type TypedNoteKind } from '../../../shared/domain/interview';
import type { AppError } from '../../../shared/result';
import { timeOf } from '../../../shared/rules/time';
import { ask } from '../../bridge';
import { SelectField, TextArea } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useDraft } from '../../hooks/use-draft';
import { isComposing, useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';
import { NoteQueue, type Written } from './note-queue';

interface Kept {
  kind: TypedNoteKind;
  text: string;
  elapsed: number;
  waiting: readonly Written[];
}

function readKept(draft: string): Kept | null {
  try {
    const kept = JSON.parse(draft) as Partial<Kept>;
    return typeof kept.text === 'string' && kept.kind && typeof kept.elapsed === 'number' && Array.isArray(kept.waiting)
      ? (kept as Kept)
      : null;
  } catch {
    return null;
  }
}

/**
 * The line in which the record is written. It has its own state: a key typed here draws nothing but this field. The
 * moment of a note is that of its first letter, and what is typed is kept as a draft within a second.
 */
export function NoteInput({ id, now }: { id: string; now: () => number }) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** When the first letter was typed; 0 while there is none. */
  const begun = useRef(0);
  const [kind, setKind] = useState<TypedNoteKind>('visitor');
  const kindNow = useRef(kind);
  kindNow.current = kind;
  const [error, setError] = useState<AppError>();
  const text = (): string => field.current?.value ?? '';
  const draftChanged = useRef(() => {});
  const [queue] = useState(
    () =>
      new NoteQueue(
        ({ requestId, ...note }) => ask('interview.note', { requestId, id, note }),
        () => draftChanged.current(),
        (refused, back) => {
          setError(refused);
          if (field.current) field.current.value = [back, text()].filter(Boolean).join('\n');
        },
      ),
  );

  const draft = useDraft(
    `interview:${id}`,
    () => {
      const kept: Kept = { kind: kindNow.current, text: text(), elapsed: begun.current, waiting: queue.waiting };
      return kept.text === '' && kept.waiting.length === 0 ? null : JSON.stringify(kept);
    },
    (stored) => {
      const kept = readKept(stored);
      if (!kept || !field.current) return;
      field.current.value = kept.text;
      begun.current = kept.elapsed;
      setKind(kept.kind);
      queue.restore(kept.waiting);
    },
  );
  draftChanged.current = draft.changed;

  const typed = (): void => {
    if (text() === '') begun.current = 0;
    else if (begun.current === 0) begun.current = Math.max(1, now());
    draft.changed();
  };
  const write = (): void => {
    const said = text();
    if (said.trim() === '' || !field.current) return;
    const elapsed = begun.current;
    field.current.value = '';
    begun.current = 0;
    setError(undefined);
    queue.add({ kind: kindNow.current, text: said, elapsed });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    write();
  };
  const focus = (next?: TypedNoteKind): void => {
    if (next) setKind(next);
    field.current?.focus();
  };
  useHotkeys({ F8: () => focus(), ...Object.fromEntries(TYPED_NOTE_KINDS.map((each, i) => [`Alt+${i + 1}`, () => focus(each)])) });

  return (
    <div className="note-input">
      {error && <ErrorNotice error={error} more={Object.values(error.fields ?? {})} onDismiss={() => setError(undefined)} />}
      <div className="note-line">
        <SelectField
          label={TEXTS.noteKind}
          labelHidden
          dense
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as TypedNoteKind);
            draft.changed();
          }}
        >
          {TYPED_NOTE_KINDS.map((each, i) => (
            <option key={each} value={each}>
              {`${NOTE_KIND_NAMES[each]}（Alt+${i + 1}）`}
            </option>
          ))}
        </SelectField>
        <TextArea
          ref={field}
          label={TEXTS.note}
          labelHidden
          dense
          rows={2}
          maxLength={NOTE_AT_MOST}
          autoFocus
          placeholder={TEXTS.noteHint}
          onInput={typed}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className={`note-saved ${draft.failed ? 'tone-warn' : ''}`} aria-live="polite">
        {draft.failed ? TEXTS.notSaved : draft.savedAt ? TEXTS.saved(timeOf(draft.savedAt)) : ''}
      </p>
    </div>
  );
}
