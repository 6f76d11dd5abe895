import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type KnownPerson, MATTER_STATE_NAMES, type MatterView } from '../../shared/domain/known-person';
import { SECRET_WORDS } from '../../shared/rules/mask';
import { ask } from '../bridge';
import { isUnresolved, proposeMatter } from '../check-in/propose-matter';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { isComposing } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { FoundList } from '../search/found-list';
import { useFind } from '../search/use-find';
import { useFoundRow } from '../search/use-found-row';
import type { EntryForm } from './entry-form';
import { TEXTS } from './texts';

type Change = (some: Partial<EntryForm>) => void;

/** Whom and what the hall knows already: found by the search of the desk, the matter proposed as at registration. */
export function HistoryLink({ form, change }: { form: EntryForm; change: Change }) {
  const id = useId();
  const [text, setText] = useState('');
  const found = useFind(text);
  const { at, move, act } = useFoundRow(text, found, found.rows);
  const known = useAnswer('person.known', form.personId ? { personId: form.personId } : null).value ?? null;

  const whole = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  // The field that had the keyboard is gone: what stands in its place takes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a link or its end
  useEffect(() => {
    if (moved.current) whole.current?.querySelector<HTMLElement>('input, select')?.focus();
    moved.current = false;
  }, [form.personId]);

  const link = async (personId: string): Promise<void> => {
    const result = await ask('person.known', { personId });
    if (!result.ok || !result.value) return;
    setText('');
    moved.current = true;
    change(linked(form, result.value));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || text.trim() === '') return;
    if (event.key === 'Escape') setText('');
    else if (event.key === 'Enter') act((row) => void link(row.personId));
    else if (!move(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const unlink = (): void => {
    moved.current = true;
    change({ personId: '', matterId: '', personName: '' });
  };
  const matters = known?.matters ?? [];
  const setMatter = (matterId: string): void => {
    const matter = matters.find((each) => each.id === matterId);
    change(matter ? { matterId, ...ofMatter(form, matter) } : { matterId: '' });
  };
  return (
    <div className="history-link" ref={whole}>
      {form.personId === '' ? (
        <TextField
          label={TEXTS.find}
          note={TEXTS.findNote}
          maxLength={60}
          value={text}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.rows.length > 0 ? `${id}-list-${at}` : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      ) : (
        <div className="row">
          <div className="field">
            <span className="field-label">{TEXTS.find}</span>
            <p className="history-linked">
              {TEXTS.linked(known?.person.name ?? form.personName)}
              <Button kind="quiet" onClick={unlink}>
                {TEXTS.unlink}
              </Button>
            </p>
          </div>
          <SelectField label={TEXTS.linkedMatter} value={form.matterId} onChange={(event) => setMatter(event.target.value)}>
            <option value="">{TEXTS.noMatter}</option>
            {matters.map((matter) => (
              <option key={matter.id} value={matter.id}>
                {TEXTS.matterLine(matter.title, MATTER_STATE_NAMES[matter.state], matter.visits)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {text.trim() !== '' && found.text !== '' && (
        <FoundList
          id={`${id}-list`}
          found={found}
          at={at}
          keys={TEXTS.findKeys}
          onOpen={(visitId) => {
            const row = found.rows.find((each) => each.id === visitId);
            if (row) void link(row.personId);
          }}
        />
      )}
    </div>
  );
}

/** What was typed stays; only blanks are filled with what the hall knows. */
function linked(form: EntryForm, { person, matters }: KnownPerson): Partial<EntryForm> {
  const matter = proposeMatter(matters, form.field);
  return {
    ...{ personId: person.id, personName: person.name, matterId: matter?.id ?? '', who: form.who || person.name },
    ...(matter && ofMatter(form, matter)),
  };
}

function ofMatter(form: EntryForm, matter: MatterView): Partial<EntryForm> {
  const { title, fieldCode, state, visits, lastVisit } = matter;
  return {
    demand: form.demand || (title === SECRET_WORDS ? '' : title),
    field: form.field || fieldCode,
    visits: String(visits + 1),
    resolved: isUnresolved(matter) ? 'no' : 'yes',
    history: form.history || TEXTS.historyLine(MATTER_STATE_NAMES[state], visits, lastVisit),
  };
}
