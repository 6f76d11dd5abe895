import { type FormEvent, useState } from 'react';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { PhraseField } from './phrase-field';
import { TEXTS } from './texts';

/** A desk that joined without the hall's recovery phrase is given it, so that its backups open. */
export function PhraseForm() {
  const use = useRequest('backup.usePhrase');
  const [words, setWords] = useState('');
  const fields = use.error?.fields ?? {};
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!use.busy && (await use.run({ words })).ok) setWords('');
  };
  return (
    <section className="setting-group" aria-label={TEXTS.usePhrase}>
      <h3>{TEXTS.usePhrase}</h3>
      <p className="tone-quiet">{TEXTS.usePhraseWhy}</p>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <PhraseField value={words} error={fields.words} onChange={(event) => setWords(event.target.value)} />
        <Button type="submit" disabled={use.busy}>
          {TEXTS.usePhrase}
        </Button>
      </form>
      {use.error && Object.keys(fields).length === 0 && <ErrorNotice error={use.error} />}
    </section>
  );
}
