import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { headers, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node';
import { refusal } from '../../build/hub/check-desk.mjs';
import { connectHub } from '../../build/hub/connect.mjs';
import { type NewHub, startHub } from '../../build/hub/run-hub.mjs';

/** A code that nobody guesses needs no slow hash to be tested with. */
export const QUICK = { m: 8, t: 1, p: 1 };

export const newHub = (options: { desks?: number } = {}): Promise<NewHub> => startHub({ ...options, cost: QUICK });

export async function removeHub(hub: NewHub): Promise<void> {
  await hub.stop();
  rmSync(hub.dir, { recursive: true });
}

/** A desk's connection as the program makes it, which also keeps what the server refused. */
export async function connectDesk(hub: NewHub, code: string): Promise<NatsConnection & { refusals: PermissionViolationError[] }> {
  const nc: NatsConnection = await connectHub({ servers: hub.url, ca: hub.ca, seed: hub.desks.get(code) ?? '', code });
  const refusals: PermissionViolationError[] = [];
  void (async () => {
    for await (const status of nc.status())
      if (status.type === 'error' && status.error instanceof PermissionViolationError) refusals.push(status.error);
  })();
  return Object.assign(nc, { refusals });
}

export const connectAdmin = (hub: NewHub): Promise<NatsConnection> => connectHub({ servers: hub.url, ca: hub.ca, seed: hub.adminSeed });

/** The server's refusal of one act: as the act's own error, or, where it asks for no answer, as the connection's. */
export async function refusalOf(desk: Awaited<ReturnType<typeof connectDesk>>, act: () => unknown): Promise<string | null> {
  const before = desk.refusals.length;
  let own: PermissionViolationError | null = null;
  try {
    await act();
  } catch (error) {
    own = refusal(error);
    if (own === null) throw error;
  }
  await desk.flush();
  // What came before the flush's answer is on its way through an iterator.
  await setImmediate();
  const told = own ?? desk.refusals[before];
  return told ? `${told.operation} ${told.subject}` : null;
}

export function header(name: string, value: string) {
  const h = headers();
  h.set(name, value);
  return h;
}
