import '../first-start/first-start.css';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { BackupSet } from '../../shared/domain/backup';
import { Button } from '../components/button';
import { SelectField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { enterInSelect } from '../first-start/enter-in-select';
import { ProtectionStep } from '../first-start/key-steps';
import { emptyRest, problemsOf, type Rest } from '../first-start/setup-form';
import { WizardAside } from '../first-start/wizard-aside';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { PhraseField } from './phrase-field';
import { SetOptions } from './set-options';
import { TEXTS } from './texts';
import { WorkBar } from './work-bar';

interface Props {
  offered: Rest['protection'][];
  onBack(): void;
}

/** On a new PC, or over a damaged profile: which backup, the words on paper, and how this PC keeps the key. */
export function RestoreHall({ offered, onBack }: Props) {
  const rest = useForm<Rest>({ defaultValues: { ...emptyRest(), protection: offered.includes('system') ? 'system' : 'passphrase' } });
  const pick = useRequest('setup.pickBackup');
  const restore = useRequest('setup.restore');
  const work = useLive('backup.work', {}).value;
  const [sets, setSets] = useState<BackupSet[] | null>(null);
  const [chosen, setChosen] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const chooser = useRef<HTMLButtonElement>(null);
  const wordsField = useRef<HTMLInputElement>(null);
  useEffect(() => chooser.current?.focus(), []);
  const id = chosen || (sets?.[0]?.id ?? '');

  const choose = async (): Promise<void> => {
    if (pick.busy || restore.busy) return;
    const result = await pick.run({});
    if (!result.ok || !result.value) return;
    setSets(result.value);
    setChosen('');
    if (result.value.length > 0) wordsField.current?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (restore.busy) return;
    setAsked(true);
    rest.clearErrors();
    const values = rest.getValues();
    const wrong = Object.entries(problemsOf('protection', values, []));
    for (const [field, message] of wrong) rest.setError(field as keyof Rest, { message });
    if (id === '') return chooser.current?.focus();
    if (words.trim() === '') return wordsField.current?.focus();
    const [first] = wrong;
    if (first) return rest.setFocus(first[0] as keyof Rest);
    const { protection, passphrase } = values;
    // Done: the program's state says so, and another screen stands here.
    const result = await restore.run({ id, words, protection, passphrase: protection === 'passphrase' ? passphrase : '' });
    if (!result.ok && result.error.fields?.words) wordsField.current?.focus();
  };
  const said = useRef<HTMLDivElement>(null);
  // Below the fields, and below the edge of a small screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever there is something new to say
  useEffect(() => said.current?.scrollIntoView({ block: 'nearest' }), [restore.error, restore.busy]);
  const wordsError = asked && words.trim() === '' ? TEXTS.wordsMissing : restore.error?.fields?.words;
  return (
    <main className="wizard">
      <WizardAside title={TEXTS.restore}>
        <p>{TEXTS.restoreAside}</p>
      </WizardAside>
      <form className="panel wizard-sheet" onSubmit={(event) => void submit(event)} onKeyDown={enterInSelect} noValidate>
        <header className="panel-head">
          <h2>{TEXTS.restore}</h2>
        </header>
        <div className="wizard-body">
          <p>{TEXTS.restoreWhy}</p>
          <div className="wizard-file">
            <Button ref={chooser} disabled={pick.busy || restore.busy} onClick={() => void choose()}>
              {TEXTS.pick}
            </Button>
            <span role="status" className={(asked && id === '') || sets?.length === 0 ? 'tone-bad' : 'tone-quiet'}>
              {sets ? TEXTS.picked(sets.length) : asked ? TEXTS.pickFirst : ''}
            </span>
          </div>
          {sets && sets.length > 0 && (
            <SelectField label={TEXTS.which} value={id} onChange={(event) => setChosen(event.target.value)}>
              <SetOptions sets={sets} foreign />
            </SelectField>
          )}
          <PhraseField ref={wordsField} required value={words} error={wordsError} onChange={(event) => setWords(event.target.value)} />
          <FormProvider {...rest}>
            <ProtectionStep offered={offered} />
          </FormProvider>
          <div ref={said}>
            {pick.error && <ErrorNotice error={pick.error} />}
            {restore.error && !restore.error.fields?.words && <ErrorNotice error={restore.error} />}
            {restore.busy && <p className="tone-quiet">{TEXTS.restoring}</p>}
            {restore.busy && work && <WorkBar progress={work} />}
          </div>
        </div>
        <footer className="dialog-foot wizard-foot">
          <Button onClick={onBack} disabled={restore.busy}>
            {TEXTS.back}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" aria-disabled={restore.busy}>
            {TEXTS.restoreDo}
          </Button>
        </footer>
      </form>
    </main>
  );
}
