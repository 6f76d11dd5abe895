import { useEffect, useRef, useState } from 'react';
import { PreparationSettings } from '../../shared/domain/preparation';
import { checkPreparation } from '../../shared/rules/preparation-check';
import { RadioChips } from '../components/check';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { NumberBox } from './number-box';
import { PreparationDepartments, PreparationPoints, PreparationRoomItems, PreparationSteps } from './preparation-lists';
import { TEXTS } from './preparation-texts';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS as SETTINGS } from './texts';
import { useEdited, type Wrong, wrongBySchema } from './use-edited';

export interface PreparationPartProps {
  value: PreparationSettings;
  wrong: Wrong;
  at: number;
  onAt(at: number): void;
  change(more: Partial<PreparationSettings>): void;
}
type Part = keyof typeof TEXTS.parts;
const PARTS = {
  steps: PreparationSteps,
  departments: PreparationDepartments,
  points: PreparationPoints,
  roomItems: PreparationRoomItems,
  figures: PreparationFigures,
};
const OPTIONS = (Object.keys(PARTS) as Part[]).map((part) => ({ value: part, label: TEXTS.parts[part] }));

/** 准备: which steps, how long before, by whom, and how often is looked round. */
export function PreparationTab() {
  const edited = useEdited(useLive('settings.all', {}).value?.preparation);
  const [part, setPart] = useState<Part>('steps');
  const [at, setAt] = useState<Record<Part, number>>({ steps: 0, departments: 0, points: 0, roomItems: 0, figures: 0 });
  const [tried, setTried] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const saving = useSaving();
  const { value } = edited;
  const found = tried > 0 && value ? problems(value) : {};
  const wrong: Wrong = { ...(saving.error?.fields ?? {}), ...found };
  useEffect(() => {
    if (tried > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tried]);
  const save = async (): Promise<void> => {
    if (!value) return;
    const [first] = Object.keys(problems(value));
    setTried((n) => n + 1);
    if (first !== undefined) {
      const [where = '', row = ''] = first.split('.');
      const to: Part = where in PARTS ? (where as Part) : 'figures';
      setPart(to);
      if (to !== 'figures' && row !== '') setAt((now) => ({ ...now, [to]: Number(row) }));
      return;
    }
    const clean = PreparationSettings.parse(value);
    if (!(await saving.put({ key: 'preparation', value: clean }))) return;
    edited.set(clean);
    setTried(0);
  };
  const Shown = PARTS[part];
  return (
    <SettingForm title={SETTINGS.tabs.preparation} saving={saving} dirty={edited.dirty} onSave={() => void save()}>
      <div className="setting-sections">
        <RadioChips<Part> label={TEXTS.part} options={OPTIONS} value={part} onChange={setPart} />
      </div>
      {Object.keys(found).length > 0 && (
        <Notice level="error">
          {TEXTS.wrongSomewhere} {found.points}
        </Notice>
      )}
      <div className="setting-part" ref={body}>
        {value && (
          <Shown
            value={value}
            wrong={wrong}
            at={at[part]}
            onAt={(row) => setAt((now) => ({ ...now, [part]: row }))}
            change={(more) => edited.set({ ...value, ...more })}
          />
        )}
      </div>
    </SettingForm>
  );
}

const problems = (value: PreparationSettings): Record<string, string> => ({
  ...checkPreparation(value),
  ...wrongBySchema(PreparationSettings, value),
});

function PreparationFigures({ value, wrong, change }: PreparationPartProps) {
  const { rounds } = value;
  return (
    <div className="setting-grid">
      {(['general', 'attention', 'high'] as const).map((grade) => (
        <NumberBox
          key={grade}
          label={TEXTS[grade]}
          min={0}
          value={rounds[grade]}
          error={wrong[`rounds.${grade}`]}
          onNumber={(number) => change({ rounds: { ...rounds, [grade]: number } })}
        />
      ))}
      <NumberBox
        label={TEXTS.arrivalMinutes}
        note={TEXTS.arrivalNote}
        min={1}
        value={value.arrivalMinutes}
        error={wrong.arrivalMinutes}
        onNumber={(arrivalMinutes) => change({ arrivalMinutes })}
      />
      <NumberBox
        label={TEXTS.hideSeconds}
        min={10}
        value={value.hideSeconds}
        error={wrong.hideSeconds}
        onNumber={(hideSeconds) => change({ hideSeconds })}
      />
    </div>
  );
}
