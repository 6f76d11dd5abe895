import { folders } from '../profile/profile';
import type { Program } from '../program';
import { HallKeyFile } from '../security/hall-key';
import type { Store } from '../store';
import type { BackupDeps } from './service';

/** The opened program, as its backup knows it. */
export function backupDeps(program: Program, { journal, keyring }: Store, hallKey: Uint8Array): BackupDeps {
  const { profile, status } = program;
  const { hallId } = profile.file;
  const at = folders(profile.dir);
  return {
    source: {
      ...{ hallId, hallKey, journal, keyring, dir: profile.dir },
      deskCode: program.deskCode(),
      demo: status.view.get().demo,
      recovery: async () => (await HallKeyFile.open(at.keys, hallId)).recovery,
    },
    memory: at.backup,
    now: () => program.now(),
  };
}
