import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { GROUP_NAMES, GROUPS, Group } from '../../shared/domain/emergency';
import { Button } from '../components/button';
import { CheckChips } from '../components/check';
import { TextArea } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useDraft } from '../hooks/use-draft';
import { chordOf, isComposing } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const Kept = z.object({ text: z.string(), groups: z.array(Group) });
type Kept = z.infer<typeof Kept>;
const EMPTY: Kept = { text: '', groups: [] };

/** One line and Enter; the groups by their numbers. What is not sent waits in a draft. */
export function WriteForm({ incidentId, onSent, onBack }: { incidentId: string; onSent(): void; onBack(): void }) {
  const sending = useRequest('message.send');
  const [requestId] = useState(() => uuid());
  const [typed, setTyped] = useState(EMPTY);
  const latest = useRef(typed);
  const draft = useDraft(
    `messages:${incidentId || 'hall'}`,
    () => (latest.current.text === '' ? null : JSON.stringify(latest.current)),
    (stored) => {
      const kept = Kept.safeParse(parsed(stored));
      if (kept.success) put(kept.data);
    },
  );
  const put = (next: Kept): void => {
    latest.current = next;
    setTyped(next);
  };
  const change = (some: Partial<Kept>): void => {
    put({ ...latest.current, ...some });
    draft.changed();
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (sending.busy || !(await sending.run({ requestId, incidentId, ...latest.current })).ok) return;
    put(EMPTY);
    await draft.discard();
    onSent();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (isComposing(event.nativeEvent)) return;
    const chord = chordOf(event.nativeEvent);
    const number = /^Alt\+([0-6])$/.exec(chord)?.[1];
    if (number !== undefined) change({ groups: toggled(latest.current.groups, Number(number)) });
    else if (chord === 'Ctrl+Enter' || (chord === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement))
      event.currentTarget.requestSubmit();
    else return;
    event.preventDefault();
  };
  const fields = sending.error?.fields ?? {};
  return (
    <form
      ref={form}
      className="person-form"
      aria-label={TEXTS.write}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className="dialog-body">
        <TextArea
          label={TEXTS.text}
          required
          data-autofocus
          rows={3}
          maxLength={500}
          value={typed.text}
          error={fields.text}
          note={draft.restored ? TEXTS.restored : TEXTS.textNote}
          onChange={(event) => change({ text: event.target.value })}
        />
        <CheckChips
          label={`${TEXTS.groups}（${TEXTS.groupsNote}）`}
          options={GROUPS.map((value, i) => ({ value, label: TEXTS.group(i + 1, GROUP_NAMES[value]) }))}
          value={typed.groups}
          onChange={(groups) => change({ groups })}
        />
        {fields.groups && (
          <p className="tone-bad" role="alert">
            {fields.groups}
          </p>
        )}
        {sending.error && Object.keys(fields).length === 0 && <ErrorNotice error={sending.error} />}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Enter" disabled={sending.busy}>
          {TEXTS.send}
        </Button>
      </div>
    </form>
  );
}

/** 0: all, or none if it was all. */
function toggled(groups: readonly Group[], number: number): Group[] {
  if (number === 0) return groups.length === GROUPS.length ? [] : [...GROUPS];
  const group = GROUPS[number - 1];
  if (!group) return [...groups];
  return groups.includes(group) ? groups.filter((each) => each !== group) : [...groups, group];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
