import type { SyncView } from '../../shared/domain/sync';
import { useLive } from '../hooks/use-live';

/** How this desk stands with the others; undefined until the program has said it. */
export const useSyncView = (): SyncView | undefined => useLive('sync.view', {}).value;
