import { setTimeout as pause } from 'node:timers/promises';
import { connect, type NatsConnection as Nats, nkeyAuthenticator } from '@nats-io/transport-node';
import names from '../../shared/sync/hub.json';
import type { HubConnection, HubPort } from './hub-port';
import { NatsHub } from './nats-hub';

export interface NatsAccess {
  addresses: string[];
  /** The only authority that is believed, PEM. Null: no TLS; for a hub on the loopback of a test. */
  ca: string | null;
  /** nkey of this desk at the hub. */
  seed: string;
  deskCode: string;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 4000;
/** A cable that is out sends nothing: two unanswered pings, and the connection counts as lost. */
const PING_MS = 5000;

/**
 * Connects for ever. Each connection is a new one, not the library's own reconnect: every reader and every waiting call
 * ends with it, and what the hub holds is asked anew.
 */
export class NatsConnection implements HubConnection {
  private readonly listeners = new Set<(hub: HubPort | null, reason: string) => void>();
  private readonly stopping = new AbortController();
  private current: Nats | null = null;
  private hub: HubPort | null = null;
  private reason = '';
  private readonly running: Promise<void>;

  constructor(private readonly access: NatsAccess) {
    this.running = this.run();
  }

  onState(told: (hub: HubPort | null, reason: string) => void): () => void {
    this.listeners.add(told);
    told(this.hub, this.reason);
    return () => this.listeners.delete(told);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    this.listeners.clear();
    // One that is still being made ends by itself: nobody who quits waits for a hub that does not answer.
    if (!this.current) return;
    await this.current.close();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let longest = FIRST_PAUSE_MS; !this.stopping.signal.aborted; longest = Math.min(longest * 2, LONGEST_PAUSE_MS)) {
      try {
        const nc = await this.connect();
        if (this.stopping.signal.aborted) return await nc.close();
        this.current = nc;
        this.tell(await NatsHub.of(nc, this.access.deskCode), '');
        longest = FIRST_PAUSE_MS / 2;
        const error = await nc.closed();
        this.tell(null, error ? error.message : 'closed');
      } catch (error) {
        this.tell(null, error instanceof Error ? error.message : 'no connection');
      }
      this.current = null;
      // Desks that lost one hub together do not come back in one moment.
      await pause(longest / 2 + Math.random() * (longest / 2), undefined, { signal: this.stopping.signal }).catch(() => {});
    }
    this.tell(null, 'closed');
  }

  private connect(): Promise<Nats> {
    const { addresses, ca, seed, deskCode } = this.access;
    return connect({
      servers: addresses,
      name: `desk-${deskCode}`,
      authenticator: nkeyAuthenticator(new TextEncoder().encode(seed)),
      tls: ca === null ? null : { ca },
      inboxPrefix: `${names.inbox}.${deskCode}`,
      reconnect: false,
      maxReconnectAttempts: 0,
      timeout: 5000,
      pingInterval: PING_MS,
      maxPingOut: 2,
    });
  }

  private tell(hub: HubPort | null, reason: string): void {
    this.hub = hub;
    this.reason = reason;
    for (const told of this.listeners) told(hub, reason);
  }
}
