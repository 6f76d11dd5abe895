import { CheckBox } from '../components/check';
import type { PartProps } from './emergency-tab';
import { TEXTS } from './emergency-texts';
import { NumberBox } from './number-box';

const NUMBERS = [
  ['sendAfterSeconds', TEXTS.sendNote],
  ['taskMinutes', TEXTS.taskNote],
  ['summaryHours', TEXTS.summaryNote],
] as const;

/** What counts for every type and level. */
export function EmergencyTimes({ value, wrong, change }: PartProps) {
  return (
    <>
      <div className="setting-grid">
        {NUMBERS.map(([key, note]) => (
          <NumberBox
            key={key}
            label={TEXTS[key]}
            note={note}
            min={0}
            value={value[key]}
            error={wrong[key]}
            onNumber={(number) => change({ [key]: number })}
          />
        ))}
      </div>
      <CheckBox
        label={TEXTS.neutralTitle}
        checked={value.neutralTitle}
        onChange={({ target }) => change({ neutralTitle: target.checked })}
      />
      <p className="tone-quiet">{TEXTS.neutralNote}</p>
    </>
  );
}
