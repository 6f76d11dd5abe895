import { EmergencySettings } from '../../shared/domain/emergency';
import { checkEmergency } from '../../shared/rules/emergency-check';
import { type EmergencyUses, usesOfPlans } from '../../shared/rules/emergency-uses';
import { withSeats } from '../../shared/rules/organisation';
import { useLive } from '../hooks/use-live';
import { EmergencyConducts } from './emergency-conducts';
import { EmergencyContacts } from './emergency-contacts';
import { EmergencyLevels } from './emergency-levels';
import { TEXTS } from './emergency-texts';
import { EmergencyTimes } from './emergency-times';
import { type PartProps as PartOf, PartsTab } from './parts-tab';
import { TEXTS as SETTINGS } from './texts';
import { useSeatsToday } from './use-seats-today';

export type PartProps = PartOf<EmergencySettings> & { uses: EmergencyUses };
const PARTS = { contacts: EmergencyContacts, levels: EmergencyLevels, conducts: EmergencyConducts, times: EmergencyTimes };

/** 应急: who is told, from when on it is which level, what raises it, and how long everything may take. */
export function EmergencyTab() {
  const saved = useLive('settings.all', {}).value?.emergency;
  const uses = usePlanUses();
  const seats = useSeatsToday();
  return (
    <PartsTab
      title={SETTINGS.tabs.emergency}
      texts={TEXTS}
      saved={saved}
      schema={EmergencySettings}
      check={(value) => checkEmergency({ ...value, contacts: withSeats(value.contacts, seats) }, uses)}
      rest="times"
      whole={['contacts', 'conducts']}
      change={(value) => ({ key: 'emergency', value })}
      show={(part, props) => {
        const Shown = PARTS[part];
        return <Shown {...props} uses={uses} />;
      }}
    />
  );
}

/** What the plans refer to; the program itself looks at running incidents too. */
function usePlanUses(): EmergencyUses {
  const standings = useLive('plan.list', {}).value ?? [];
  return usesOfPlans([
    ...standings.map(({ code, inForce }) => ({ plan: inForce.plan, label: `${code} ${inForce.plan.name}` })),
    ...standings.flatMap(({ code, draft }) => (draft ? [{ plan: draft.plan, label: `${code} 的草案` }] : [])),
  ]);
}
