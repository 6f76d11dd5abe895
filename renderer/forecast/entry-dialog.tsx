import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { ForecastView } from '../../shared/domain/forecast';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { ErrorNotice, Notice } from '../components/notice';
import { useDraft } from '../hooks/use-draft';
import { chordOf, isComposing } from '../hooks/use-hotkeys';
import { useMayAsk } from '../stores/session';
import { EntryFields } from './entry-fields';
import { ENTRY_FIELDS, EntryForm, formOf, inputOf } from './entry-form';
import { TEXTS } from './texts';
import { TraitFields } from './trait-fields';

interface Props {
  /** Null for a new one. */
  item: ForecastView | null;
  day: string;
  onSaved(who: string): void;
  onClose(): void;
}

/**
 * One item, typed: Enter goes on, Ctrl+Enter saves, Ctrl+S saves and begins the next. What is not saved waits in a draft.
 * Health and conduct of a known item are shown only to whoever asks for them, and are otherwise left as they are.
 */
export function EntryDialog({ item, day, onSaved, onClose }: Props) {
  const mayWhole = useMayAsk('forecast.saveWhole');
  const [whole, setWhole] = useState(mayWhole && item === null);
  const [form, setForm] = useState(() => formOf(item, day));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [error, setError] = useState<AppError>();
  const [saved, setSaved] = useState('');
  const [busy, setBusy] = useState(false);
  const [requestId, setRequestId] = useState(() => uuid());
  const latest = useRef({ form, whole });
  const box = useRef<HTMLFormElement>(null);
  const blank = useRef(JSON.stringify(form));
  const put = (next: EntryForm, shown = latest.current.whole): void => {
    latest.current = { form: next, whole: shown };
    setForm(next);
    setWhole(shown);
  };
  const draft = useDraft(
    `forecast:${item?.id ?? 'new'}`,
    () => (JSON.stringify(latest.current.form) === blank.current ? null : JSON.stringify(latest.current)),
    (stored) => {
      const kept = parsed(stored);
      if (kept) put(kept.form, kept.whole && mayWhole);
    },
  );
  const change = (some: Partial<EntryForm>): void => {
    put({ ...latest.current.form, ...some });
    setSaved('');
    draft.changed();
  };
  const showTraits = async (): Promise<void> => {
    if (!item) return;
    const result = await ask('forecast.traits', { id: item.id });
    if (result.ok) put({ ...latest.current.form, ...result.value }, true);
    else setError(result.error);
  };
  const focus = (name: string): void => box.current?.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
  const refused = (fields: Record<string, string>): void => {
    setProblems(fields);
    const first = ENTRY_FIELDS.find((field) => fields[field]);
    if (first) focus(first);
  };

  const save = async (next: boolean): Promise<void> => {
    if (busy) return;
    setError(undefined);
    setProblems({});
    const input = inputOf(latest.current.form, item?.id);
    if (!input.ok) return refused(input.fields);
    setBusy(true);
    const result = await (latest.current.whole
      ? ask('forecast.saveWhole', { requestId, item: input.item })
      : ask('forecast.save', { requestId, item: input.item }));
    setBusy(false);
    if (!result.ok) {
      const fields = beside(result.error.fields);
      if (Object.keys(fields).length === 0) setError(result.error);
      return refused(fields);
    }
    await draft.discard();
    onSaved(input.item.who);
    if (!next) return onClose();
    setRequestId(uuid());
    // A list of one channel is typed one after the other.
    const { date, channel, source } = latest.current.form;
    const empty = { ...formOf(null, day), date, channel, source };
    blank.current = JSON.stringify(empty);
    put(empty, mayWhole);
    setSaved(TEXTS.saved(input.item.who));
    focus('who');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const chord = chordOf(event.nativeEvent);
    if (chord === 'Ctrl+Enter') void save(false);
    else if (chord === 'Ctrl+S' && item === null) void save(true);
    else if (chord === 'Enter' && goesOn(event.target)) next(event.currentTarget, event.target as HTMLElement);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={item ? TEXTS.editTitle : TEXTS.newTitle} size="wide" onClose={onClose}>
      <form ref={box} className="person-form forecast-entry" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <div className="dialog-body">
          <div role="status">{saved && <Notice level="good">{saved}</Notice>}</div>
          {draft.restored && <Notice level="info">{TEXTS.restored}</Notice>}
          <EntryFields form={form} change={change} problems={problems} known={item !== null} />
          <TraitFields
            form={form}
            change={change}
            problems={problems}
            shown={whole}
            onShow={mayWhole && item ? () => void showTraits() : undefined}
          />
          {error && <ErrorNotice error={error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          {item === null && (
            <Button hint="Ctrl+S" disabled={busy} onClick={() => void save(true)}>
              {TEXTS.saveAndNext}
            </Button>
          )}
          <Button type="submit" kind="primary" hint="Ctrl+Enter" disabled={busy}>
            {TEXTS.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Enter in a text of several lines is a line; on a button it is the button. */
const goesOn = (target: EventTarget): boolean => target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
function next(form: HTMLFormElement, from: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLElement>('input, select, textarea')].filter((field) => field.checkVisibility());
  fields[fields.indexOf(from) + 1]?.focus();
}

/** The router names a field by its way in the request. */
const beside = (fields: Record<string, string> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.split('.').at(-1) ?? path, sentence]));

function parsed(text: string): { form: EntryForm; whole: boolean } | null {
  try {
    const { form, whole } = JSON.parse(text) as { form: unknown; whole: unknown };
    return { form: EntryForm.parse(form), whole: whole === true };
  } catch {
    return null;
  }
}
