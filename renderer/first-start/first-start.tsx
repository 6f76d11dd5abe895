import './first-start.css';
import { zodResolver } from '@hookform/resolvers/zod';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { HallSettings, UnitSettings } from '../../shared/domain/settings';
import { defaultSettings } from '../../shared/rules/defaults';
import { RestoreHall } from '../backup/restore-hall';
import { TEXTS as BACKUP } from '../backup/texts';
import { Button } from '../components/button';
import { ErrorNotice } from '../components/notice';
import { useAnswer, useRequest } from '../hooks/use-request';
import type { HallInput } from '../settings/hall-input';
import { UnitEditor, type UnitInput } from '../settings/unit-editor';
import { enterInSelect } from './enter-in-select';
import { HallDesks, HallPlaces } from './hall-steps';
import { JoinHall } from './join-hall';
import { AnswersStep, PhraseStep, ProtectionStep } from './key-steps';
import { AdminStep, PrinterStep } from './people-steps';
import { emptyRest, placeOf, problemsOf, type Rest, STEPS, type Step, toInput } from './setup-form';
import { TEXTS } from './texts';
import { WizardAside } from './wizard-aside';

/** A new hall, step by step, by keyboard: Enter goes on; going back keeps everything. Or a further desk of one that is there. */
export function FirstStart() {
  const [joining, setJoining] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [step, setStep] = useState<Step>('unit');
  const unit = useForm<UnitInput, unknown, UnitSettings>({
    resolver: zodResolver(UnitSettings),
    defaultValues: { ...defaultSettings().unit, districtCode: '' },
  });
  const hall = useForm<HallInput, unknown, HallSettings>({ resolver: zodResolver(HallSettings), defaultValues: defaultSettings().hall });
  const rest = useForm<Rest>({ defaultValues: emptyRest() });
  const options = useAnswer('setup.options', {});
  const phrase = useRequest('setup.recoveryPhrase');
  const [words, setWords] = useState<{ words: string[]; ask: number[] } | null>(null);
  const complete = useRequest('setup.complete');
  const sheet = useRef<HTMLFormElement>(null);
  const at = STEPS.indexOf(step);

  useEffect(() => {
    const offered = options.value?.protections;
    if (offered && !offered.includes('system')) rest.setValue('protection', 'passphrase');
  }, [options.value, rest]);
  // Made once and kept: going back and forth must not make a phrase other than the one on paper.
  const { run: makePhrase } = phrase;
  useEffect(() => {
    if (step !== 'phrase' || words) return;
    void makePhrase({}).then((result) => result.ok && setWords(result.value));
  }, [step, words, makePhrase]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its first field
  useEffect(() => {
    const field =
      sheet.current?.querySelector<HTMLElement>('[aria-invalid=true]') ??
      sheet.current?.querySelector<HTMLElement>('.wizard-body :is(input, select)');
    field?.focus();
  }, [step, words, joining, restoring]);

  const fits = async (): Promise<boolean> => {
    if (step === 'unit') return unit.trigger(undefined, { shouldFocus: true });
    if (step === 'desks' || step === 'places') return hall.trigger(step === 'desks' ? 'desks' : ['rooms', 'areas'], { shouldFocus: true });
    rest.clearErrors();
    const wrong = Object.entries(problemsOf(step, rest.getValues(), words?.ask ?? []));
    for (const [i, [field, message]] of wrong.entries()) rest.setError(field as keyof Rest, { message }, { shouldFocus: i === 0 });
    return wrong.length === 0 && (step !== 'phrase' || words !== null);
  };
  const finish = async (): Promise<void> => {
    const result = await complete.run(toInput(unit.getValues(), hall.getValues(), rest.getValues()));
    if (result.ok) return; // the program's state now says so
    const [first] = Object.entries(result.error.fields ?? {}).map(([path, message]) => ({ ...placeOf(path), message }));
    if (!first) return;
    if (first.step === 'unit') unit.setError(first.field as keyof UnitInput, { message: first.message });
    else rest.setError(first.field as keyof Rest, { message: first.message }, { shouldFocus: true });
    setStep(first.step);
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (complete.busy || !(await fits())) return;
    const next = STEPS[at + 1];
    if (next) setStep(next);
    else await finish();
  };

  if (restoring) return <RestoreHall offered={options.value?.protections ?? []} onBack={() => setRestoring(false)} />;
  if (joining) return <JoinHall offered={options.value?.protections ?? []} onBack={() => setJoining(false)} />;
  return (
    <main className="wizard">
      <WizardAside title={TEXTS.title}>
        <ol>
          {TEXTS.steps.map((name, i) => (
            <li key={name} aria-current={i === at ? 'step' : undefined} className={i < at ? 'wizard-done' : ''}>
              {name}
            </li>
          ))}
        </ol>
      </WizardAside>
      <form className="panel wizard-sheet" ref={sheet} onSubmit={(event) => void submit(event)} onKeyDown={enterInSelect} noValidate>
        <header className="panel-head">
          <h2>{TEXTS.steps[at]}</h2>
          <span className="panel-end">{TEXTS.progress(at + 1, STEPS.length)}</span>
        </header>
        <div className="wizard-body">
          {step === 'unit' && (
            <FormProvider {...unit}>
              <UnitEditor />
            </FormProvider>
          )}
          {(step === 'desks' || step === 'places') && (
            <FormProvider {...hall}>{step === 'desks' ? <HallDesks rest={rest} /> : <HallPlaces />}</FormProvider>
          )}
          <FormProvider {...rest}>
            {step === 'printer' && <PrinterStep printers={options.value?.printers} />}
            {step === 'admin' && <AdminStep />}
            {step === 'protection' && <ProtectionStep offered={options.value?.protections ?? []} />}
            {step === 'phrase' && <PhraseStep words={words?.words ?? []} />}
            {step === 'answers' && <AnswersStep ask={words?.ask ?? []} />}
          </FormProvider>
          {options.error && <ErrorNotice error={options.error} />}
          {phrase.error && <ErrorNotice error={phrase.error} />}
          {complete.error && <ErrorNotice error={complete.error} />}
          {complete.busy && <p className="tone-quiet">{TEXTS.finishing}</p>}
        </div>
        <footer className="dialog-foot wizard-foot">
          {at === 0 && (
            <div className="wizard-other">
              <Button disabled={!options.value} onClick={() => setJoining(true)}>
                {TEXTS.join}
              </Button>
              <Button disabled={!options.value} onClick={() => setRestoring(true)}>
                {BACKUP.restore}
              </Button>
            </div>
          )}
          {at > 0 && (
            <Button onClick={() => setStep(STEPS[at - 1] ?? 'unit')} disabled={complete.busy}>
              {TEXTS.back}
            </Button>
          )}
          <Button type="submit" kind="primary" hint="Enter" aria-disabled={complete.busy}>
            {at === STEPS.length - 1 ? TEXTS.finish : TEXTS.next}
          </Button>
        </footer>
      </form>
    </main>
  );
}
