import { type KeyboardEvent, useState } from 'react';
import type { PersonPage } from '../../shared/contract/people';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { isComposing } from '../hooks/use-hotkeys';
import { useAnswer } from '../hooks/use-request';
import { useFind } from '../search/use-find';
import { useFoundRow } from '../search/use-found-row';
import { MergeForm } from './merge-form';
import { TEXTS } from './texts';

interface Props {
  page: PersonPage;
  onDone(sentence: string): void;
  onBack(): void;
}

/** A passport may name somebody in other letters: then no hint is given, and a person looks for the other record. */
export function FindOther({ page, onDone, onBack }: Props) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState('');
  const found = useFind(text);
  const [head] = page.records;
  const compared = useAnswer('person.compare', picked && head ? { personId: head.id, otherId: picked } : null);
  const own = new Set(page.records.map((record) => record.id));
  const others = [...new Map(found.rows.filter((row) => !own.has(row.personId)).map((row) => [row.personId, row])).values()];
  const { at, move, act } = useFoundRow(text, found, others);
  if (compared.value) return <MergeForm page={page} candidates={[compared.value]} onDone={onDone} onBack={onBack} />;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') act((row) => setPicked(row.personId));
    else if (!move(event)) return;
    event.preventDefault();
  };
  return (
    <div className="person-form">
      <div className="dialog-body">
        <TextField
          label={TEXTS.findLabel}
          data-autofocus
          data-takes-scan
          autoComplete="off"
          maxLength={60}
          value={text}
          note={TEXTS.findNote}
          onKeyDown={onKeyDown}
          onChange={(event) => setText(event.target.value)}
        />
        {compared.error && <ErrorNotice error={compared.error} />}
        {found.error && <ErrorNotice error={found.error} />}
        {found.text !== '' && others.length === 0 && <p className="empty">{TEXTS.notFound}</p>}
        <div role="listbox" aria-label={TEXTS.found} className="person-found">
          {others.map((row, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus
            <div key={row.personId} role="option" aria-selected={i === at} onClick={() => setPicked(row.personId)}>
              <b>{row.name}</b> {row.docMasked} · {row.number} · {row.summary}
            </div>
          ))}
        </div>
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
      </div>
    </div>
  );
}
