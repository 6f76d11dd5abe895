import { useEffect, useRef, useState } from 'react';
import { DutySettings } from '../../shared/domain/duty';
import { checkDuty } from '../../shared/rules/duty-check';
import { RadioChips } from '../components/check';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { DutyCertificates, DutyFacilities } from './duty-lists';
import { DutyNeeds } from './duty-needs';
import { TEXTS } from './duty-texts';
import { NumberBox } from './number-box';
import { SettingForm, useSaving } from './setting-form';
import { TEXTS as SETTINGS } from './texts';
import { useEdited, type Wrong, wrongBySchema } from './use-edited';

export interface DutyPartProps {
  value: DutySettings;
  wrong: Wrong;
  at: number;
  onAt(at: number): void;
  change(more: Partial<DutySettings>): void;
}
type Part = keyof typeof TEXTS.parts;
const PARTS = { needs: DutyNeeds, certificates: DutyCertificates, facilities: DutyFacilities, figures: DutyFigures };
const OPTIONS = (Object.keys(PARTS) as Part[]).map((part) => ({ value: part, label: TEXTS.parts[part] }));

/** 值班: who a day needs, which papers count, what is looked at before the hall opens. */
export function DutyTab() {
  const edited = useEdited(useLive('settings.all', {}).value?.duty);
  const [part, setPart] = useState<Part>('needs');
  const [at, setAt] = useState<Record<Part, number>>({ needs: 0, certificates: 0, facilities: 0, figures: 0 });
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
      if (row !== '') setAt((now) => ({ ...now, [to]: Number(row) }));
      return;
    }
    const clean = DutySettings.parse(value);
    if (!(await saving.put({ key: 'duty', value: clean }))) return;
    edited.set(clean);
    setTried(0);
  };
  const Shown = PARTS[part];
  return (
    <SettingForm title={SETTINGS.tabs.duty} saving={saving} dirty={edited.dirty} onSave={() => void save()}>
      <div className="setting-sections">
        <RadioChips<Part> label={TEXTS.part} options={OPTIONS} value={part} onChange={setPart} />
      </div>
      {Object.keys(found).length > 0 && <Notice level="error">{TEXTS.wrongSomewhere}</Notice>}
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

const problems = (value: DutySettings): Record<string, string> => ({ ...checkDuty(value), ...wrongBySchema(DutySettings, value) });

function DutyFigures({ value, wrong, change }: DutyPartProps) {
  return (
    <div className="setting-grid">
      <NumberBox
        label={TEXTS.warnDays}
        note={TEXTS.warnNote}
        min={0}
        value={value.warnDays}
        error={wrong.warnDays}
        onNumber={(warnDays) => change({ warnDays })}
      />
      <NumberBox
        label={TEXTS.supplyCheckDays}
        note={TEXTS.supplyCheckNote}
        min={1}
        value={value.supplyCheckDays}
        error={wrong.supplyCheckDays}
        onNumber={(supplyCheckDays) => change({ supplyCheckDays })}
      />
    </div>
  );
}
