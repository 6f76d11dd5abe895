import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { RegisteredVisit } from '../../shared/contract/visits';
import type { Settings } from '../../shared/domain/settings';
import { showsDocument } from '../../shared/rules/identity';
import { kindFor } from '../../shared/rules/registration';
import { isRealDay } from '../../shared/rules/time';
import { useDraft } from '../hooks/use-draft';
import { useHotkeys } from '../hooks/use-hotkeys';
import { programNow } from '../stores/session';
import { fromDraft, newAttempt, toDraft } from './attempt';
import { CheckInPanel } from './check-in-panel';
import { DayLine } from './day-line';
import { type Desk, DeskContext } from './desk-context';
import { Expected } from './expected';
import { type CheckInForm, emptyForm, emptyPerson, isBlank, nextPaper } from './form-values';
import { CarePanel, KnownPanel } from './known-panel';
import { documentKey, factsOf } from './person-facts';
import { repeatOf } from './propose-matter';
import { rulesResolver } from './rules-resolver';
import { SavedCard } from './saved-card';
import { TodayPanel } from './today-panel';
import { useAttempt } from './use-attempt';
import { useDeskScanner } from './use-desk-scanner';
import { useKnownPerson } from './use-known-person';
import { useProposedMatter, useProposedNeeds } from './use-proposals';
import { useReader } from './use-reader';

interface Props {
  active: boolean;
  settings: Settings;
  today: string;
}

/** Somebody was quicker than this screen and types elsewhere (F2 right after signing in): their caret is not taken away. */
function isTyping(): boolean {
  const at = document.activeElement;
  return (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.checkVisibility();
}

/** The whole screen: the form on the left, on the right what was just saved, what is known, and the hall. */
export function CheckIn({ active, settings, today: calendarDay }: Props) {
  const rules = settings.rules;
  const blank = useCallback(() => {
    const first = (kind: 'waiting' | 'rest'): string => settings.hall.areas.find((area) => area.kind === kind)?.id ?? '';
    return emptyForm(first('waiting'), first('rest'));
  }, [settings.hall.areas]);
  // 补录: the day on the paper card, for ages and everything else that goes by the day of the visit.
  const [today, setToday] = useState(calendarDay);
  const resolver = useMemo(() => rulesResolver(settings, today, programNow), [settings, today]);
  const form = useForm<CheckInForm>({ defaultValues: blank(), resolver });
  const { attempt, setAttempt, current } = useAttempt();
  const attemptId = useCallback(() => current().requestId, [current]);
  const [saved, setSaved] = useState<RegisteredVisit | null>(null);

  const draft = useDraft(
    'check-in',
    () => (isBlank(form.getValues()) ? null : toDraft(form.getValues(), current())),
    (text) => {
      const kept = fromDraft(text, blank());
      if (!kept) return;
      form.reset(kept.form);
      setAttempt(kept.attempt);
    },
  );
  const { changed } = draft;
  useEffect(() => form.subscribe({ formState: { values: true }, callback: changed }), [form, changed]);

  const paper = form.watch('paper');
  useEffect(() => {
    setToday(paper.on && isRealDay(paper.date) && paper.date <= calendarDay ? paper.date : calendarDay);
  }, [paper.on, paper.date, calendarDay]);

  const person = form.watch('people.0') ?? emptyPerson();
  const [heads, fieldCode, matterId, matterChosen] = form.watch(['heads', 'fieldCode', 'matterId', 'matterChosen']);
  const facts = factsOf(person, today);
  const found = useKnownPerson(form, 0, person, facts);
  const known = showsDocument(person.docType) ? found : null;
  useProposedNeeds(form, facts.birthDate, today, rules);
  useProposedMatter(form, known, fieldCode, matterChosen);

  const reader = useReader(form, settings.reader.kind === 'http', attemptId);
  const matter = known?.matters.find((m) => m.id === matterId);
  const key = documentKey(person, today);
  const fits = attempt.checked?.documentKey === key;
  const desk: Desk = {
    active,
    settings,
    rules,
    today,
    kind: kindFor(Number.isFinite(heads) ? heads : 1, rules),
    person,
    facts,
    known,
    matter,
    repeat: repeatOf(matter, rules),
    checked: fits ? attempt.checked : null,
    checkedStale: attempt.checked !== null && !fits,
    reader,
    paper: paper.on,
  };

  const focusDocument = useCallback(() => document.getElementsByName('people.0.docNumber')[0]?.focus(), []);
  useEffect(() => {
    if (active && !isTyping()) focusDocument();
  }, [active, focusDocument]);
  useDeskScanner(form, reader, active);
  useHotkeys({ F3: reader.read }, { enabled: active && reader.available });
  useHotkeys({ Escape: reader.cancel }, { enabled: active && reader.reading !== null });
  useHotkeys({ 'Alt+Y': reader.useRead }, { enabled: active && (reader.news?.differs.length ?? 0) > 0 });
  useHotkeys({ Escape: () => setSaved(null) }, { enabled: active && saved !== null });

  const undo = useRef<{ form: CheckInForm; attempt: ReturnType<typeof current> } | null>(null);
  const [cleared, setCleared] = useState(false);
  const [fresh, setFresh] = useState(0);
  // After the picture: the field may have been switched off for the last visitor.
  useEffect(() => {
    if (fresh > 0) focusDocument();
  }, [fresh, focusDocument]);
  const begin = (paper = form.getValues('paper')): void => {
    reader.reset();
    form.reset({ ...blank(), paper });
    setAttempt(newAttempt());
    void draft.discard();
    setFresh((n) => n + 1);
  };
  const clear = (): void => {
    undo.current = { form: structuredClone(form.getValues()), attempt: current() };
    begin();
    setCleared(true);
  };
  const bringBack = (): void => {
    if (!undo.current) return;
    reader.reset();
    form.reset(undo.current.form);
    setAttempt(undo.current.attempt);
    setCleared(false);
    changed();
    focusDocument();
  };

  return (
    <FormProvider {...form}>
      <DeskContext.Provider value={desk}>
        <div className="screen check-in" hidden={!active}>
          <CheckInPanel
            draft={draft}
            attempt={attempt}
            documentKey={key}
            onChecked={(checked) => {
              setAttempt({ ...current(), checked });
              changed();
            }}
            onBegin={() => setSaved(null)}
            onSaved={(visit) => {
              setSaved(visit);
              setCleared(false);
              begin(nextPaper(form.getValues('paper')));
            }}
            onClear={clear}
            onUndo={cleared ? bringBack : undefined}
          />
          <aside className="check-in-side">
            <DayLine />
            <SavedCard saved={saved} small={facts.check !== null} onDismiss={() => setSaved(null)} />
            <Expected />
            {known && <KnownPanel known={known} />}
            {known && <CarePanel known={known} />}
            <TodayPanel focusKey={active} />
          </aside>
        </div>
      </DeskContext.Provider>
    </FormProvider>
  );
}
