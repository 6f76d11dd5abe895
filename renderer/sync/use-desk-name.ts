import { deskWords } from '../../shared/rules/sync-words';
import { useLive } from '../hooks/use-live';
import { useMayAsk, useSession } from '../stores/session';
import { useSyncView } from './use-sync-view';

/** A desk's name by its code: this one's, the hall's list where it may be read, or as it was heard of. */
export function useDeskName(): (code: string) => string {
  const program = useSession((s) => s.program);
  const seen = useSyncView()?.desks ?? [];
  const hall = useLive('settings.all', {}, useMayAsk('settings.all')).value?.hall.desks ?? [];
  return (code) => {
    if (code === program?.deskCode && program.deskName) return program.deskName;
    const name = [...hall, ...seen].find((desk) => desk.code === code && desk.name)?.name ?? '';
    return deskWords({ code, name });
  };
}
