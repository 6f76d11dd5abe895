import { useEffect, useRef, useState } from 'react';
import { EmergencySettings } from '../../shared/domain/emergency';
import type { Seat } from '../../shared/domain/organisation';
import { checkEmergency } from '../../shared/rules/emergency-check';
import { type EmergencyUses, usesOfPlans } from '../../shared/rules/emergency-uses';
import { withSeats } from '../../shared/rules/organisation';
import { RadioChips } from '../components/check';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { EmergencyConducts } from './emergency-conducts';
import { EmergencyContacts } from './emergency-contacts';
import { EmergencyLevels } from './emergency-levels';
import { TEXTS } from './emergency-texts';
import { EmergencyTimes } from './emergency-times';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS as SETTINGS } from './texts';
import { useEdited, type Wrong, wrongBySchema } from './use-edited';
import { useSeatsToday } from './use-seats-today';

export interface PartProps {
  value: EmergencySettings;
  wrong: Wrong;
  uses: EmergencyUses;
  /** The row that stands open in the part's list. */
  at: number;
  onAt(at: number): void;
  change(more: Partial<EmergencySettings>): void;
}
type Part = keyof typeof TEXTS.parts;
const PARTS = { contacts: EmergencyContacts, levels: EmergencyLevels, conducts: EmergencyConducts, times: EmergencyTimes };
const OPTIONS = (Object.keys(PARTS) as Part[]).map((part) => ({ value: part, label: TEXTS.parts[part] }));

/** 应急: who is told, from when on it is which level, what raises it, and how long everything may take. */
export function EmergencyTab() {
  const edited = useEdited(useLive('settings.all', {}).value?.emergency);
  const uses = usePlanUses();
  const seats = useSeatsToday();
  const [part, setPart] = useState<Part>('contacts');
  const [at, setAt] = useState<Record<Part, number>>({ contacts: 0, levels: 0, conducts: 0, times: 0 });
  const [tried, setTried] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const saving = useSaving();
  const { value } = edited;
  const said = saving.error?.fields ?? {};
  const found = tried > 0 && value ? problems(value, uses, seats) : {};
  const wrong: Wrong = { ...said, ...found };

  // To the first place that is wrong, wherever it is.
  useEffect(() => {
    if (tried > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);

  const save = async (): Promise<void> => {
    if (!value) return;
    const [first] = Object.keys(problems(value, uses, seats));
    setTried((n) => n + 1);
    if (first !== undefined) {
      const [where = '', row = ''] = first.split('.');
      const to: Part = where in PARTS ? (where as Part) : 'times';
      setPart(to);
      if (row !== '') setAt((now) => ({ ...now, [to]: Number(row) }));
      return;
    }
    const clean = EmergencySettings.parse(value);
    if (!(await saving.put({ key: 'emergency', value: clean }))) return;
    edited.set(clean);
    setTried(0);
  };

  const Shown = PARTS[part];
  return (
    <SettingForm title={SETTINGS.tabs.emergency} saving={saving} dirty={edited.dirty} onSave={() => void save()}>
      <div className="setting-sections">
        <RadioChips<Part> label={TEXTS.part} options={OPTIONS} value={part} onChange={setPart} />
      </div>
      {Object.keys(found).length > 0 && (
        <Notice level="error">
          {TEXTS.wrongSomewhere} {found.contacts} {found.conducts}
        </Notice>
      )}
      <div className="setting-part" ref={body}>
        {value && (
          <Shown
            value={value}
            wrong={wrong}
            uses={uses}
            at={at[part]}
            onAt={(row) => setAt((now) => ({ ...now, [part]: row }))}
            change={(more) => edited.set({ ...value, ...more })}
          />
        )}
      </div>
    </SettingForm>
  );
}

const problems = (value: EmergencySettings, uses: EmergencyUses, seats: readonly Seat[]): Record<string, string> => ({
  ...checkEmergency({ ...value, contacts: withSeats(value.contacts, seats) }, uses),
  ...wrongBySchema(EmergencySettings, value),
});

/** What the plans refer to; the program itself looks at running incidents too. */
function usePlanUses(): EmergencyUses {
  const standings = useLive('plan.list', {}).value ?? [];
  return usesOfPlans([
    ...standings.map(({ code, inForce }) => ({ plan: inForce.plan, label: `${code} ${inForce.plan.name}` })),
    ...standings.flatMap(({ code, draft }) => (draft ? [{ plan: draft.plan, label: `${code} 的草案` }] : [])),
  ]);
}
