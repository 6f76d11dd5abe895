import './plans.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { PlanStanding } from '../../shared/contract/incident-plans';
import { IncidentPlan } from '../../shared/domain/incident-plan';
import { checkPlan } from '../../shared/rules/plan-check';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { RadioChips } from '../components/check';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { PlanApprove } from './plan-approve';
import { type PlanPart, PlanParts, partOf } from './plan-parts';
import { useSurroundings } from './plan-surroundings';
import { TEXTS as t } from './plans-texts';
import { SettingForm, useSaving } from './setting-form';
import { type Wrong, wrongBySchema } from './use-edited';

interface Props {
  standing: PlanStanding;
  /** What was typed and not submitted; absent: nothing. */
  typed: IncidentPlan | undefined;
  onType(plan: IncidentPlan | undefined): void;
  onBack(): void;
}

/** One type's plan: edited as a draft, compared with what is in force, submitted, and approved by a leader. */
export function PlanEditor({ standing, typed, onType, onBack }: Props) {
  const { code, inForce, draft } = standing;
  const emergency = useLive('settings.all', {}).value?.emergency;
  const mayWrite = useMayAsk('plan.save');
  const around = useSurroundings(code);
  const [part, setPart] = useState<PlanPart>(mayWrite ? 'basic' : 'preview');
  const [stepAt, setStepAt] = useState(0);
  const [tried, setTried] = useState(0);
  const [done, setDone] = useState('');
  const [approving, setApproving] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const saving = useSaving();
  const base = draft?.plan ?? inForce.plan;
  const plan = typed ?? base;
  const dirty = typed !== undefined && JSON.stringify(typed) !== JSON.stringify(base);
  const problems = (): Record<string, string> => ({ ...checkPlan(plan, around), ...wrongBySchema(IncidentPlan, plan) });
  const wrong: Wrong = tried > 0 ? { ...saving.error?.fields, ...problems() } : {};

  useEffect(() => {
    if (tried > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    else body.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [tried]);

  const submit = async (): Promise<void> => {
    if (!mayWrite) return;
    setDone('');
    const [first] = Object.keys(problems());
    setTried((n) => n + 1);
    if (first !== undefined) {
      setPart(partOf(first));
      if (first.startsWith('steps.')) setStepAt(Number(first.split('.')[1]));
      return;
    }
    const clean = IncidentPlan.parse(plan);
    await saving.run(async () => {
      const result = await ask('plan.save', { requestId: uuid(), draftId: draft?.id ?? '', plan: clean });
      if (!result.ok) return result;
      setTried(0);
      onType(undefined);
      setDone(t.submitted(result.value.edition));
      return result;
    });
  };
  const discard = async (): Promise<void> => {
    if (!draft) return;
    const done = await saving.run(() => ask('plan.discard', { requestId: uuid(), id: draft.id }));
    if (done) setDone(t.discarded);
  };
  const acts = (
    <>
      <Button onClick={onBack}>{t.back}</Button>
      {mayWrite && dirty && <Button onClick={() => onType(undefined)}>{t.forget}</Button>}
      {mayWrite && draft && <Button onClick={() => void discard()}>{t.discard}</Button>}
      {draft && (
        <Button disabled={dirty} title={dirty ? t.saveFirst : undefined} onClick={() => setApproving(true)}>
          {t.approve}
        </Button>
      )}
    </>
  );
  return (
    <>
      <SettingForm
        title={t.title(code, inForce.plan.name)}
        button={mayWrite ? t.submit : undefined}
        acts={acts}
        saving={{ ...saving, saved: false }}
        dirty={dirty}
        fieldsShown
        readOnly={!mayWrite}
        onSave={() => void submit()}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter in one of its fields proposes nothing; Ctrl+S does */}
        <div className="setting-part" ref={body} onKeyDown={staysHere}>
          <div className="setting-sections">
            <RadioChips<PlanPart> label={t.part} options={partsFor(mayWrite)} value={part} onChange={setPart} />
          </div>
          {done && <Notice level="good">{done}</Notice>}
          {tried > 0 && Object.keys(wrong).length > 0 && <Notice level="error">{t.wrongSomewhere}</Notice>}
          {emergency && (
            <PlanParts
              part={part}
              plan={plan}
              wrong={wrong}
              standing={standing}
              emergency={emergency}
              stepAt={stepAt}
              onStepAt={setStepAt}
              onChange={(more) => {
                setDone('');
                onType({ ...plan, ...more });
              }}
            />
          )}
        </div>
      </SettingForm>
      {approving && draft && <PlanApprove draft={draft} onApproved={(n) => setDone(t.approved(n))} onClose={() => setApproving(false)} />}
    </>
  );
}

/** A form is sent by Enter in any of its fields; a plan is proposed only on purpose. */
const staysHere = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
};

const ALL = (Object.keys(t.parts) as PlanPart[]).map((part) => ({ value: part, label: t.parts[part] }));
/** Who only approves reads the whole on one page. */
const partsFor = (mayWrite: boolean) => (mayWrite ? ALL : ALL.filter(({ value }) => value === 'preview'));
