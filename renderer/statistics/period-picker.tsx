import { PERIOD_UNITS, type PeriodUnit } from '../../shared/domain/statistics';
import { isRealDay } from '../../shared/rules/time';
import { rangeOf, step, titleOf } from '../../shared/statistics/periods';
import { Button, KeyHint } from '../components/button';
import { TextField } from '../components/field';
import { useHotkeys } from '../hooks/use-hotkeys';
import { TEXTS } from './texts';

export interface ChosenPeriod {
  unit: PeriodUnit;
  day: string;
}
interface Props {
  chosen: ChosenPeriod;
  today: string;
  /** As it was typed: a day only when it is one. */
  typed: string;
  onType(text: string): void;
  onChoose(chosen: ChosenPeriod): void;
}

/** Which day, week, month or year: Alt+1–4 choose the kind, Alt with an arrow goes back and forth. */
export function PeriodPicker({ chosen, today, typed, onType, onChoose }: Props) {
  const { unit, day } = chosen;
  const go = (by: 1 | -1): void => onChoose({ unit, day: step(unit, day, by) });
  useHotkeys({
    ...Object.fromEntries(PERIOD_UNITS.map((each, i) => [`Alt+${i + 1}`, () => onChoose({ unit: each, day })])),
    'Alt+ArrowLeft': () => go(-1),
    'Alt+ArrowRight': () => go(1),
    'Alt+0': () => onChoose({ unit, day: today }),
  });
  return (
    <div className="stat-period">
      <div className="stat-units" role="radiogroup" aria-label={TEXTS.unitList}>
        {PERIOD_UNITS.map((each, i) => (
          // biome-ignore lint/a11y/useSemanticElements: a row of segments, one of them pressed; radio inputs would need hiding
          <button key={each} type="button" role="radio" aria-checked={each === unit} onClick={() => onChoose({ unit: each, day })}>
            {TEXTS.units[each]}
            <KeyHint keys={`Alt+${i + 1}`} />
          </button>
        ))}
      </div>
      <Button kind="quiet" hint="Alt+←" aria-label={TEXTS.previous} onClick={() => go(-1)}>
        ‹
      </Button>
      <b className="stat-title">{titleOf(unit, rangeOf(unit, day))}</b>
      <Button kind="quiet" hint="Alt+→" aria-label={TEXTS.next} onClick={() => go(1)}>
        ›
      </Button>
      <TextField
        type="date"
        dense
        labelHidden
        label={TEXTS.date}
        value={typed}
        error={typed !== '' && !isRealDay(typed) ? TEXTS.dateWrong : undefined}
        onChange={(event) => onType(event.target.value)}
      />
      <Button kind="quiet" hint="Alt+0" onClick={() => onChoose({ unit, day: today })}>
        {TEXTS.today}
      </Button>
    </div>
  );
}
