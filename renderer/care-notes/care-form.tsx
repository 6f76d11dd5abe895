import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { CARE_KINDS, CARE_SOURCES, type CareNoteInput, type Vitals } from '../../shared/domain/care-note';
import type { AppError } from '../../shared/result';
import { Button } from '../components/button';
import { RadioChips } from '../components/check';
import { NumberField, PinField, SelectField, TextArea, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { StaffOptions } from '../components/staff-options';
import { enterSubmits } from '../hooks/enter-submits';
import { chordOf } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { TEXTS } from './texts';

export interface Filled {
  requestId: string;
  note: CareNoteInput;
  approverId: string;
  code: string;
}

const VITALS = ['systolic', 'diastolic', 'pulse'] as const satisfies readonly (keyof Vitals)[];
const NONE: Vitals = { systolic: null, diastolic: null, pulse: null };
/** Nothing measured is no reading at all. */
function withReading(before: Vitals | undefined, key: keyof Vitals, typed: string): Vitals | undefined {
  const vitals = { ...NONE, ...before, [key]: typed === '' ? null : Math.trunc(Number(typed)) };
  return VITALS.every((each) => vitals[each] === null) ? undefined : vitals;
}

interface Props {
  title: string;
  initial: CareNoteInput;
  renewing: boolean;
  /** The latest last day that may be given. */
  latest: string;
  busy: boolean;
  error: AppError | undefined;
  onSubmit(filled: Filled): void;
  onBack(): void;
}

/** What is written and who approves it, with their own PIN: one act, so that nothing unapproved is ever shown. */
export function CareForm({ title, initial, renewing, latest, busy, error, onSubmit, onBack }: Props) {
  const people = useAnswer('careNote.approvers', {}).value ?? [];
  const sources = useId();
  const form = useRef<HTMLFormElement>(null);
  const [requestId] = useState(() => uuid());
  const [note, setNote] = useState(initial);
  const [approval, setApproval] = useState({ approverId: '', code: '' });
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const f = TEXTS.fields;
  const wrong = (field: keyof CareNoteInput): string | undefined => error?.fields?.[`note.${field}`];
  const set = (some: Partial<CareNoteInput>): void => setNote({ ...note, ...some });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) onSubmit({ requestId, note, ...approval });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (chordOf(event.nativeEvent) === 'Ctrl+Enter') {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    } else enterSubmits(event);
  };
  return (
    <form ref={form} className="person-form" aria-label={title} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <div className="dialog-body">
        {renewing && <Notice level="info">{TEXTS.renewSays}</Notice>}
        <RadioChips
          label={f.kind}
          options={CARE_KINDS.map((value) => ({ value, label: TEXTS.kinds[value] }))}
          value={note.kind}
          onChange={(kind) => set({ kind })}
        />
        <TextField
          label={f.arrangement}
          required
          data-autofocus
          maxLength={200}
          value={note.arrangement}
          error={wrong('arrangement')}
          note={TEXTS.notes.arrangement}
          onChange={(event) => set({ arrangement: event.target.value })}
        />
        <TextArea
          label={f.detail}
          required
          rows={2}
          maxLength={500}
          value={note.detail}
          error={wrong('detail')}
          note={TEXTS.notes.detail}
          onChange={(event) => set({ detail: event.target.value })}
        />
        <div className="row">
          {VITALS.map((key) => (
            <NumberField
              key={key}
              label={f[key]}
              min={0}
              max={999}
              value={note.vitals?.[key] ?? ''}
              error={key === 'systolic' ? wrong('vitals') : undefined}
              onChange={({ target }) => set({ vitals: withReading(note.vitals, key, target.value) })}
            />
          ))}
        </div>
        <div className="row">
          <TextField
            label={f.source}
            required
            list={sources}
            maxLength={60}
            value={note.source}
            error={wrong('source')}
            note={TEXTS.notes.source}
            onChange={(event) => set({ source: event.target.value })}
          />
          <datalist id={sources}>
            {CARE_SOURCES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </datalist>
          <TextField
            label={renewing ? f.renewReason : f.reason}
            required
            maxLength={200}
            value={note.reason}
            error={wrong('reason')}
            note={TEXTS.notes.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </div>
        <div className="row">
          <TextField
            label={f.expires}
            type="date"
            required
            max={latest}
            value={note.expires}
            error={wrong('expires')}
            note={TEXTS.notes.expires(latest)}
            onChange={(event) => set({ expires: event.target.value })}
          />
          <SelectField
            label={f.approver}
            required
            value={approval.approverId}
            error={error?.fields?.approverId}
            note={TEXTS.notes.approver}
            onChange={(event) => setApproval({ ...approval, approverId: event.target.value })}
          >
            <option value="">{TEXTS.nobodyYet}</option>
            <StaffOptions people={people} apart={({ id }) => id.slice(-4)} />
          </SelectField>
          <PinField
            label={f.code}
            required
            value={approval.code}
            error={error?.fields?.code}
            onChange={(event) => setApproval({ ...approval, code: event.target.value })}
          />
        </div>
        {error && Object.keys(error.fields ?? {}).length === 0 && <ErrorNotice error={error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Ctrl+Enter" disabled={busy}>
          {TEXTS.save}
        </Button>
      </div>
    </form>
  );
}
