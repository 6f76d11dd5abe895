import { randomBytes } from 'node:crypto';
import { log } from '../log';
import type { LaterKeys } from '../security/later-keys';
import type { InternalStorage } from '../storage/internal';
import type { KnownDesk, SignedBatch } from '../storage/internal-sync';
import { openShare, sealFor } from './share';

const aboutOf = (hallId: string, id: number): string => `${hallId} hall key ${id}`;

export interface Renewed {
  id: number;
  key: Uint8Array;
  shares: Record<string, string>;
}

/** A new generation of the hall's key, with a share for each desk that goes on. */
export function renew(hallId: string, goOn: readonly KnownDesk[]): Renewed {
  const id = Math.max(1, randomBytes(4).readUInt32BE());
  const key = Uint8Array.from(randomBytes(32));
  const shares = Object.fromEntries(goOn.map(({ code, publicKey }) => [code, sealFor(publicKey, key, aboutOf(hallId, id))]));
  return { id, key, shares };
}

export interface RenewalDeps {
  storage: InternalStorage;
  hallId: string;
  privateKey: string;
  laterKeys: Pick<LaterKeys, 'add'>;
}

/** Opens what another desk has sealed for this one. @returns the batches that waited for it */
export async function learnRenewed({ storage, hallId, privateKey, laterKeys }: RenewalDeps): Promise<SignedBatch[]> {
  const waited: SignedBatch[] = [];
  for (const { id, share } of await storage.internal('internal.sync.hallKeys', null)) {
    const key = openShare(privateKey, share, aboutOf(hallId, id));
    if (!key) {
      log.warn(`sync: the share of generation ${id} does not open`);
      continue;
    }
    const own = Uint8Array.from(key);
    // On the disk before anything is sealed with it.
    await laterKeys.add({ id, key: own });
    waited.push(...(await storage.internal('internal.sync.addHallKey', { id, key: own })).waited);
    log.info(`sync: the hall's key was renewed, generation ${id}`);
  }
  return waited;
}
