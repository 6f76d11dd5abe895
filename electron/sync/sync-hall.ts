import { folders } from '../profile/profile';
import type { Program } from '../program';
import { HallKeyFile } from '../security/hall-key';
import type { Store } from '../store';
import type { SyncHall } from './sync-desk';

/** The opened program, as the sync service knows it. */
export function syncHall(program: Program, store: Store, hallKey: Uint8Array): SyncHall {
  const { storage, keyring, laterKeys, sounds, disk } = store;
  const { profile, status, recorder } = program;
  const { files, sounds: soundDir, sync } = folders(profile.dir);
  const deskCode = program.deskCode();
  return {
    ...{ storage, keyring, laterKeys, sounds, hallKey, deskCode },
    dirs: { files, sounds: soundDir, identity: sync },
    hallId: profile.file.hallId,
    demo: status.view.get().demo,
    now: () => program.now(),
    names: () => program.deskNames,
    unitName: () => status.view.get().unitName,
    recovery: async () => (await HallKeyFile.open(folders(profile.dir).keys, profile.file.hallId)).recovery,
    ...(program.managed.policy.hubAddresses && { hubAddresses: program.managed.policy.hubAddresses }),
    hasRoom: () => disk.state === 'ok',
    growing: () => recorder.view.get()?.id ?? null,
  };
}
