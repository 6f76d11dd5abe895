import { stampOf } from '../../shared/rules/time';
import { type Profile, saveProfile } from '../profile/profile';
import type { ProgramStatus } from '../program-state';
import type { Storage } from '../storage/storage';

/**
 * The first opening of a profile that came from a backup: its numbers begin in fresh blocks before anybody writes. Ended in the
 * middle it is done again, which costs a further block and nothing else.
 */
export async function settleRestored(profile: Profile, storage: Storage, status: ProgramStatus): Promise<void> {
  const { restored } = profile.file;
  if (!restored) return;
  await storage.internal('internal.backup.restored', { madeAt: restored.madeAt });
  delete profile.file.restored;
  await saveProfile(profile);
  status.notice(
    'recovered',
    'warning',
    `已从 ${stampOf(restored.madeAt).slice(0, 16)} 的备份恢复，共 ${restored.position} 次保存。此后登记过的来访请照纸质卡补录；新的编号从新号段开始，不会与发出过的重复。`,
  );
}
