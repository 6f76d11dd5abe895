import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { NOTE_AT_MOST, NOTE_KIND_NAMES, TYPED_NOTE_KINDS, type TypedNoteKind } from '../../../shared/domain/interview';
import { appError } from '../../../shared/errors';
import type { AppError } from '../../../shared/result';
import { timeOf } from '../../../shared/rules/time';
import { ask } from '../../bridge';
import { SelectField, TextArea } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { useDraft } from '../../hooks/use-draft';
import { isComposing, useHotkeys } from '../../hooks/use-hotkeys';
import { TEXTS } from '../texts';
import type { BeforeEnd } from './before-end';
import { type Line, NoteQueue, rejoined, type Written } from './note-queue';

interface Kept extends Line {
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

interface Props {
  id: string;
  now: () => number;
  beforeEnd: BeforeEnd;
}

/**
 * The line in which the record is written. It has its own state: a key typed here draws nothing but this field. The
 * moment of a note is that of its first letter, and what is typed is kept as a draft within a second.
 */
export function NoteInput({ id, now, beforeEnd }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  /** When the first letter was typed; 0 while there is none. */
  const begun = useRef(0);
  const [kind, setKind] = useState<TypedNoteKind>('visitor');
  const kindNow = useRef(kind);
  const speak = (next: TypedNoteKind): void => {
    kindNow.current = next;
    setKind(next);
  };
  const [error, setError] = useState<AppError>();
  const text = (): string => field.current?.value ?? '';
  const line = (): Line => ({ kind: kindNow.current, text: text(), elapsed: begun.current });
  const show = (shown: Line): void => {
    if (!field.current) return;
    field.current.value = shown.text;
    begun.current = shown.elapsed;
    speak(shown.kind);
  };
  const draftChanged = useRef(() => {});
  const [queue] = useState(
    () =>
      new NoteQueue(
        ({ requestId, ...note }) => ask('interview.note', { requestId, id, note }),
        () => draftChanged.current(),
        (refused, back) => {
          setError(refused);
          const whole = rejoined(text() === '' ? back : [...back, line()]);
          if (whole) show(whole);
        },
      ),
  );

  const draft = useDraft(
    `interview:${id}`,
    () => {
      const kept: Kept = { ...line(), waiting: queue.waiting };
      return kept.text === '' && kept.waiting.length === 0 ? null : JSON.stringify(kept);
    },
    (stored) => {
      const kept = readKept(stored);
      if (!kept || !field.current) return;
      show(kept);
      queue.restore(kept.waiting);
    },
  );
  draftChanged.current = draft.changed;

  const typed = (): void => {
    if (text() === '') begun.current = 0;
    else if (begun.current === 0) begun.current = Math.max(1, now());
    draft.changed();
  };
  /** @returns why the line stays in the field */
  const write = (): AppError | null => {
    const written = line();
    if (written.text.trim() === '' || !field.current) return null;
    if (written.text.length > NOTE_AT_MOST) {
      const tooLong = appError('refused', { message: TEXTS.noteTooLong(written.text.length, NOTE_AT_MOST) });
      setError(tooLong);
      return tooLong;
    }
    field.current.value = '';
    begun.current = 0;
    setError(undefined);
    queue.add(written);
    return null;
  };
  const settle = useRef(async (): Promise<AppError | null> => null);
  settle.current = async () => write() ?? (await queue.settled());
  useEffect(() => beforeEnd.add(() => settle.current()), [beforeEnd]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    write();
  };
  const focus = (next?: TypedNoteKind): void => {
    if (next) speak(next);
    field.current?.focus();
  };
  useHotkeys({ F8: () => focus(), ...Object.fromEntries(TYPED_NOTE_KINDS.map((each, i) => [`Alt+${i + 1}`, () => focus(each)])) });
  const kept = draft.refused ? TEXTS.draftTooLong : draft.failed ? TEXTS.notSaved : draft.savedAt ? TEXTS.saved(timeOf(draft.savedAt)) : '';

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
            speak(event.target.value as TypedNoteKind);
            draft.changed();
          }}
        >
          {TYPED_NOTE_KINDS.map((each, i) => (
            <option key={each} value={each}>
              {`${NOTE_KIND_NAMES[each]}（Alt+${i + 1}）`}
            </option>
          ))}
        </SelectField>
        {/* No maxLength: a paste that is too long would be cut without a word. */}
        <TextArea
          ref={field}
          label={TEXTS.note}
          labelHidden
          dense
          rows={2}
          autoFocus
          placeholder={TEXTS.noteHint}
          onInput={typed}
          onKeyDown={onKeyDown}
        />
      </div>
      <p className={`note-saved ${draft.failed ? 'tone-warn' : ''}`} aria-live="polite">
        {kept}
      </p>
    </div>
  );
}
