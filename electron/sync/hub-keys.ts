import type { WrappedKey } from '../storage/journal';
import type { HubPort } from './hub-port';

/** Those of the keys that the hub has. */
export async function keysAt(hub: HubPort, ids: readonly string[]): Promise<WrappedKey[]> {
  const found = await Promise.all(ids.map(async (id) => ({ id, wrapped: await hub.getKey(id) })));
  return found.flatMap(({ id, wrapped }) => (wrapped ? [{ id, wrapped }] : []));
}
