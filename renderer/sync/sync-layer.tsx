import { useEffect } from 'react';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useScreen } from '../stores/screen';
import { useSession } from '../stores/session';
import { SYNC_KEY } from './sync-light';
import { SyncPanel } from './sync-panel';
import { useSyncView } from './use-sync-view';

/** The key works on every screen, before sign-in and over a dialog too; the panel does not stay for the next person. */
export function SyncLayer() {
  const view = useSyncView();
  const { syncOpen, showSync } = useScreen();
  const staffId = useSession((s) => s.session?.staff?.id);
  const locked = useSession((s) => s.session?.locked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever somebody else may stand before it
  useEffect(() => showSync(false), [staffId, locked, showSync]);
  useHotkeys({ [SYNC_KEY]: () => showSync(!syncOpen) }, { inDialog: true, enabled: view !== undefined });
  return view && syncOpen ? <SyncPanel view={view} onClose={() => showSync(false)} /> : null;
}
