import { backupLine } from '../../shared/rules/backup-words';
import { useLive } from '../hooks/use-live';
import { useNow } from '../hooks/use-now';
import { useMayAsk } from '../stores/session';

/** In the status bar of every screen, only where there is something to say. */
export function BackupLine() {
  const state = useLive('backup.state', {}).value;
  const now = useNow(30_000);
  // Where to is the administrator's to choose; nobody else can do anything about it.
  const mayChoose = useMayAsk('backup.choose');
  const line = state && (state.phase !== 'off' || mayChoose) && backupLine(state, now);
  return line ? <span className="tone-warn">{line}</span> : null;
}
