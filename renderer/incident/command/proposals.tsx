import type { IncidentView } from '../../../shared/contract/incidents';
import type { EmergencySettings } from '../../../shared/domain/emergency';
import { levelProposals } from '../../../shared/rules/incident-level';
import { Button } from '../../components/button';
import { ErrorNotice, Notice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useTick } from '../../hooks/use-tick';
import { TEXTS } from '../texts';
import type { Adding } from './use-adding';

interface Props {
  incident: IncidentView;
  settings: EmergencySettings;
  now: () => number;
  adding: Adding;
  keys: { enabled: boolean; inDialog: boolean };
}

/** A higher level that the facts ask for; a person follows it or puts it aside, and both are in the timeline. */
export function Proposals({ incident, settings, now, adding, keys }: Props) {
  const elapsed = useTick(now, 5000);
  const [first] = levelProposals(incident, incident.plan, settings, elapsed);
  const follow = (): void => {
    if (first) adding.add({ kind: 'level', level: first.level, reason: first.reason });
  };
  const dismiss = (): void => {
    if (first) adding.add({ kind: 'dismissed', proposal: first.key, reason: first.reason });
  };
  useHotkeys({ 'Alt+7': follow, 'Alt+0': dismiss }, { enabled: keys.enabled && first !== undefined, inDialog: keys.inDialog });
  return (
    <>
      {adding.error && <ErrorNotice error={adding.error} more={Object.values(adding.error.fields ?? {})} onDismiss={adding.clear} />}
      {first && (
        <Notice
          level="warning"
          actions={
            <>
              <Button kind="primary" hint="Alt+7" onClick={follow}>
                {TEXTS.follow}
              </Button>
              <Button hint="Alt+0" onClick={dismiss}>
                {TEXTS.dismiss}
              </Button>
            </>
          }
        >
          {TEXTS.propose(first.level, first.reason)}
        </Notice>
      )}
    </>
  );
}
