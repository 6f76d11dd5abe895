import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useRequest } from '../hooks/use-request';
import { enterInSelect } from './enter-in-select';
import { withoutPlace } from './join-form';
import { ProtectionStep } from './key-steps';
import { emptyRest, problemsOf, type Rest } from './setup-form';
import { TEXTS } from './texts';
import { WizardAside } from './wizard-aside';

interface Props {
  offered: Rest['protection'][];
  onBack(): void;
}

/** A further desk of a hall that is there already: the file it was given, the code that opens it, and how this PC keeps the key. */
export function JoinHall({ offered, onBack }: Props) {
  const rest = useForm<Rest>({ defaultValues: { ...emptyRest(), protection: offered.includes('system') ? 'system' : 'passphrase' } });
  const pick = useRequest('setup.pickJoiningFile');
  const join = useRequest('setup.join');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const codeField = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  useEffect(() => chooser.current?.focus(), []);

  const choose = async (): Promise<void> => {
    if (pick.busy || join.busy) return;
    const result = await pick.run({});
    if (!result.ok || !result.value) return;
    setName(result.value.name);
    codeField.current?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (join.busy) return;
    setAsked(true);
    rest.clearErrors();
    const values = rest.getValues();
    const wrong = Object.entries(problemsOf('protection', values, []));
    for (const [field, message] of wrong) rest.setError(field as keyof Rest, { message });
    if (name === '') return chooser.current?.focus();
    if (code.trim() === '') return codeField.current?.focus();
    const [first] = wrong;
    if (first) return rest.setFocus(first[0] as keyof Rest);
    const { protection, passphrase } = values;
    // Done: the program's state says so, and another screen stands here.
    const result = await join.run({ code, protection, passphrase: protection === 'passphrase' ? passphrase : '' });
    if (result.ok) return;
    const { passphrase: said, protection: saidOfIt } = result.error.fields ?? {};
    if (said) rest.setError('passphrase', { message: said }, { shouldFocus: true });
    else if (saidOfIt) rest.setError('protection', { message: saidOfIt }, { shouldFocus: true });
    else codeField.current?.focus();
  };
  return (
    <main className="wizard">
      <WizardAside title={TEXTS.join}>
        <p>{TEXTS.joinAside}</p>
      </WizardAside>
      <form className="panel wizard-sheet" onSubmit={(event) => void submit(event)} onKeyDown={enterInSelect} noValidate>
        <header className="panel-head">
          <h2>{TEXTS.join}</h2>
        </header>
        <div className="wizard-body">
          <p>{TEXTS.joinWhy}</p>
          <div className="wizard-file">
            <Button ref={chooser} disabled={pick.busy} onClick={() => void choose()}>
              {TEXTS.joinChoose}
            </Button>
            <span role="status" className={asked && name === '' ? 'tone-bad' : 'tone-quiet'}>
              {name ? TEXTS.joinChosen(name) : asked ? TEXTS.joinFileMissing : ''}
            </span>
          </div>
          <TextField
            ref={codeField}
            label={TEXTS.joinCode}
            required
            maxLength={60}
            value={code}
            note={TEXTS.joinCodeNote}
            error={asked && code.trim() === '' ? TEXTS.joinCodeMissing : join.error?.fields?.code && join.error.message}
            onChange={(event) => setCode(event.target.value)}
          />
          <FormProvider {...rest}>
            <ProtectionStep offered={offered} />
          </FormProvider>
          {pick.error && <ErrorNotice error={pick.error} />}
          {join.error && withoutPlace(join.error) && <ErrorNotice error={join.error} />}
          {join.busy && <p className="tone-quiet">{TEXTS.joining}</p>}
        </div>
        <footer className="dialog-foot wizard-foot">
          <Button onClick={onBack} disabled={join.busy}>
            {TEXTS.foundInstead}
          </Button>
          <Button type="submit" kind="primary" hint="Enter" aria-disabled={join.busy}>
            {TEXTS.joinDo}
          </Button>
        </footer>
      </form>
    </main>
  );
}
