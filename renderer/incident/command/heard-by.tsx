import type { IncidentView } from '../../../shared/contract/incidents';
import { otherDesks } from '../../../shared/rules/sync-words';
import { stampOf } from '../../../shared/rules/time';
import { useLive } from '../../hooks/use-live';
import { useMayAsk, useSession } from '../../stores/session';
import { useDeskName } from '../../sync/use-desk-name';
import { useSyncView } from '../../sync/use-sync-view';
import { TEXTS } from '../texts';

/** Which desks have taken note of the alarm, when and by whom; while it runs also those that have not. */
export function HeardBy({ incident }: { incident: IncidentView }) {
  const { heardBy, deskCode, state } = incident;
  const view = useSyncView();
  const own = useSession((s) => s.program?.deskCode ?? '');
  const hall = useLive('settings.all', {}, useMayAsk('settings.all')).value?.hall.desks ?? [];
  const nameOf = useDeskName();
  // Alone nobody is waited for: UnheardNotice says whom to telephone.
  const awaited = (state === 'active' || state === 'controlled') && view && view.link !== 'alone' ? otherDesks(view, own, hall) : [];
  const silent = awaited.filter(({ code, invited, revoked }) => {
    return invited && !revoked && code !== deskCode && !heardBy.some((each) => each.deskCode === code);
  });
  if (heardBy.length + silent.length === 0) return null;
  return (
    <ul className="command-heard" aria-label={TEXTS.heard}>
      {heardBy.map((each) => (
        <li key={each.deskCode} className="tone-good">
          {TEXTS.heardAt(nameOf(each.deskCode), stampOf(each.at).slice(11), each.staffName)}
        </li>
      ))}
      {silent.map(({ code }) => (
        <li key={code} className="tone-warn">
          {TEXTS.notHeard(nameOf(code))}
        </li>
      ))}
    </ul>
  );
}
