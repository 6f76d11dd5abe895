import names from '../../shared/sync/hub.json';
import type { InternalStorage } from '../storage/internal';
import type { HubPort } from './hub-port';
import { outgoingAfter, placeOf } from './outgoing';
import { START } from './place';

/**
 * An older copy of the hub may hold a batch whose data key it has lost: what is copied while it runs is not of one
 * moment. Every key this desk still has is put again; one that is there is left as it is.
 */
export async function putKeysAgain(hub: HubPort, storage: InternalStorage, signal: AbortSignal): Promise<void> {
  const { ends } = await storage.internal('internal.sync.ends', null);
  for (const desk of new Set(ends.map((end) => end.desk))) {
    for (let place = START; !signal.aborted; ) {
      const found = await outgoingAfter(storage, desk, place, names.messageBytes);
      const last = found?.batches.at(-1);
      if (!found || !last) break;
      if (found.keys.length > 0) await hub.putKeys(found.keys);
      place = placeOf(last);
    }
  }
}
