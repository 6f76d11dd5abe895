import { otherDesks, unheardWords } from '../../shared/rules/sync-words';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useMayAsk, useSession } from '../stores/session';
import { useSyncView } from '../sync/use-sync-view';

/** Who does not hear what happens at this desk now. @param kept only here: the alarm has not reached the hall's records */
export function UnheardNotice({ kept = false }: { kept?: boolean }) {
  const view = useSyncView();
  const own = useSession((s) => s.program?.deskCode ?? '');
  const hall = useLive('settings.all', {}, useMayAsk('settings.all')).value?.hall.desks ?? [];
  if (!view) return null;
  const link = kept && view.link !== 'alone' ? 'offline' : view.link;
  const said = unheardWords(link, otherDesks(view, own, hall));
  return said ? <Notice level="warning">{said}</Notice> : null;
}
