import type { BackupState } from '../../shared/rules/self-check';

/** Whatever keeps this PC's backup, as the self-check and the day's end ask it. */
export interface BackupKeeper {
  state(): Promise<BackupState>;
}

/** No backup is set up. */
export const NO_BACKUP: BackupKeeper = { state: async () => ({ configured: false, last: null }) };
