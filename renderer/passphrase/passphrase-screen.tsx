import '../sign-in/sign-in.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../components/button';
import { SecretField, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { SyncLight } from '../sync/sync-light';
import { TEXTS } from './texts';

/** Where the operating system keeps no key for us, the hall's key opens with a passphrase; the paper with the phrase opens it, too. */
export function PassphraseScreen() {
  const [byPhrase, setByPhrase] = useState(false);
  return (
    <main className="sign-in">
      {byPhrase ? <ByPhrase onBack={() => setByPhrase(false)} /> : <ByPassphrase onPhrase={() => setByPhrase(true)} />}
    </main>
  );
}

function ByPassphrase({ onPhrase }: { onPhrase(): void }) {
  const unlock = useRequest('store.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unlock.busy) return;
    setMissing(!passphrase);
    if (!passphrase || (await unlock.run({ passphrase })).ok) return;
    field.current?.select();
  };
  const wrong = unlock.error?.code === 'wrong-passphrase' ? unlock.error : undefined;
  return (
    <form className="sign-in-sheet" onSubmit={(event) => void submit(event)} noValidate>
      <SyncLight />
      <h1>{TEXTS.title}</h1>
      <p>{TEXTS.why}</p>
      <SecretField
        ref={field}
        label={TEXTS.passphrase}
        maxLength={200}
        value={passphrase}
        error={missing ? TEXTS.empty : wrong?.message}
        note={unlock.busy ? TEXTS.opening : undefined}
        onChange={(event) => {
          setPassphrase(event.target.value);
          setMissing(false);
        }}
      />
      {unlock.error && !wrong && <ErrorNotice error={unlock.error} />}
      <Button kind="primary" type="submit" hint="Enter" aria-disabled={unlock.busy}>
        {TEXTS.open}
      </Button>
      <Button kind="quiet" onClick={onPhrase}>
        {TEXTS.toPhrase}
      </Button>
    </form>
  );
}

function ByPhrase({ onBack }: { onBack(): void }) {
  const unlock = useRequest('store.unlockWithPhrase');
  const [words, setWords] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ words?: string; fresh?: string; again?: string }>({});
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (unlock.busy) return;
    const found = {
      words: words.trim() ? undefined : TEXTS.emptyWords,
      fresh: fresh.length < 8 ? TEXTS.atLeast : undefined,
      again: fresh === again ? undefined : TEXTS.differ,
    };
    setWrong(found);
    if (!found.words && !found.fresh && !found.again) await unlock.run({ words: words.trim(), newPassphrase: fresh });
  };
  const refused = unlock.error?.code === 'wrong-passphrase' ? unlock.error.message : undefined;
  const said = unlock.error?.fields ?? {};
  return (
    <form className="sign-in-sheet" onSubmit={(event) => void submit(event)} noValidate>
      <SyncLight />
      <h1>{TEXTS.title}</h1>
      <p>{TEXTS.phraseWhy}</p>
      <TextField
        ref={field}
        label={TEXTS.words}
        maxLength={400}
        value={words}
        error={wrong.words ?? refused}
        onChange={(e) => setWords(e.target.value)}
      />
      <SecretField
        label={TEXTS.newPassphrase}
        maxLength={200}
        note={TEXTS.atLeast}
        value={fresh}
        error={wrong.fresh ?? said.newPassphrase}
        onChange={(e) => setFresh(e.target.value)}
      />
      <SecretField label={TEXTS.again} maxLength={200} value={again} error={wrong.again} onChange={(e) => setAgain(e.target.value)} />
      {unlock.error && !refused && !said.newPassphrase && <ErrorNotice error={unlock.error} />}
      <Button kind="primary" type="submit" hint="Enter" aria-disabled={unlock.busy}>
        {TEXTS.openWithPhrase}
      </Button>
      <Button kind="quiet" onClick={onBack}>
        {TEXTS.toPassphrase}
      </Button>
    </form>
  );
}
