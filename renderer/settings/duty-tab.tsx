import { DutySettings } from '../../shared/domain/duty';
import { checkDuty } from '../../shared/rules/duty-check';
import { useLive } from '../hooks/use-live';
import { DutyCertificates, DutyFacilities } from './duty-lists';
import { DutyNeeds } from './duty-needs';
import { TEXTS } from './duty-texts';
import { NumberBox } from './number-box';
import { type PartProps, PartsTab } from './parts-tab';
import { TEXTS as SETTINGS } from './texts';

export type DutyPartProps = PartProps<DutySettings>;
const PARTS = { needs: DutyNeeds, certificates: DutyCertificates, facilities: DutyFacilities, figures: DutyFigures };

/** 值班: who a day needs, which papers count, what is looked at before the hall opens. */
export function DutyTab() {
  const saved = useLive('settings.all', {}).value?.duty;
  return (
    <PartsTab
      title={SETTINGS.tabs.duty}
      texts={TEXTS}
      saved={saved}
      schema={DutySettings}
      check={checkDuty}
      rest="figures"
      change={(value) => ({ key: 'duty', value })}
      show={(part, props) => {
        const Shown = PARTS[part];
        return <Shown {...props} />;
      }}
    />
  );
}

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
