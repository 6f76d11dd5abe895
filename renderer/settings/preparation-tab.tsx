import { PreparationSettings } from '../../shared/domain/preparation';
import { checkPreparation } from '../../shared/rules/preparation-check';
import { useLive } from '../hooks/use-live';
import { NumberBox } from './number-box';
import { type PartProps, PartsTab } from './parts-tab';
import { PreparationDepartments, PreparationPoints, PreparationRoomItems, PreparationSteps } from './preparation-lists';
import { TEXTS } from './preparation-texts';
import { TEXTS as SETTINGS } from './texts';

export type PreparationPartProps = PartProps<PreparationSettings>;
const PARTS = {
  steps: PreparationSteps,
  departments: PreparationDepartments,
  points: PreparationPoints,
  roomItems: PreparationRoomItems,
  figures: PreparationFigures,
};

/** 准备: which steps, how long before, by whom, and how often is looked round. */
export function PreparationTab() {
  const saved = useLive('settings.all', {}).value?.preparation;
  return (
    <PartsTab
      title={SETTINGS.tabs.preparation}
      texts={TEXTS}
      saved={saved}
      schema={PreparationSettings}
      check={checkPreparation}
      rest="figures"
      whole={['points']}
      change={(value) => ({ key: 'preparation', value })}
      show={(part, props) => {
        const Shown = PARTS[part];
        return <Shown {...props} />;
      }}
    />
  );
}

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
