import type { HubConnection, HubMessage, HubPort } from '../../../electron/sync/hub-port';

type Sending = (data: Uint8Array) => Promise<{ seq: number }>;

/** Where a fault reaches into a desk's line: what it sends and what it reads, each may be changed or stopped. */
export interface Taps {
  publish: (data: Uint8Array, send: Sending) => Promise<{ seq: number }>;
  arrives: (message: HubMessage) => HubMessage;
}
export const straight = (): Taps => ({ publish: (data, send) => send(data), arrives: (message) => message });

/** The line from one desk to the real hub: it can be pulled out, and is dead once its desk was killed. */
export class Cable implements HubConnection {
  readonly taps: Taps = straight();
  /** As it stands now; null: no connection. */
  hub: HubPort | null = null;
  private dead = false;
  private real: HubConnection | null = null;
  private told: (hub: HubPort | null, reason: string) => void = () => {};

  constructor(
    private readonly connect: () => HubConnection,
    private plugged: boolean,
  ) {}

  onState(told: (hub: HubPort | null, reason: string) => void): () => void {
    this.told = told;
    if (this.plugged) this.plug();
    else told(null, 'no cable');
    return () => {};
  }
  plug(): void {
    if (this.dead || this.real) return;
    this.plugged = true;
    const mine = this.connect();
    this.real = mine;
    mine.onState((hub, reason) => {
      if (this.real !== mine) return;
      this.hub = hub && this.tapped(hub, mine);
      this.told(this.hub, reason);
    });
  }
  async cut(): Promise<void> {
    const { real } = this;
    this.plugged = false;
    this.real = null;
    this.hub = null;
    this.told(null, 'cable out');
    await real?.close();
  }
  /** From this moment nothing reaches the hub. */
  kill(): void {
    this.dead = true;
    void this.cut();
  }
  async close(): Promise<void> {
    this.told = () => {};
    await this.cut();
  }

  private tapped(hub: HubPort, of: HubConnection): HubPort {
    const mustHold = (): void => {
      if (this.dead || this.real !== of) throw new Error('the line is out');
    };
    const own: Partial<HubPort> = {
      publish: async (kind, data, expected) => {
        mustHold();
        const send: Sending = (bytes) => hub.publish(kind, bytes, expected);
        const answer = await (kind === 'log' ? this.taps.publish(data, send) : send(data));
        mustHold();
        return answer;
      },
      read: (from) => {
        const messages = hub.read(from);
        const { taps } = this;
        async function* walk(): AsyncGenerator<HubMessage> {
          for await (const message of messages) yield taps.arrives(message);
        }
        return { [Symbol.asyncIterator]: walk, stop: () => messages.stop() };
      },
      sayHere: (sign) => {
        if (!this.dead && this.real === of) hub.sayHere(sign);
      },
    };
    return new Proxy(hub, {
      get: (target, name: keyof HubPort) => {
        const value = own[name] ?? target[name];
        if (typeof value !== 'function') return value;
        return (...given: unknown[]) => {
          if (name !== 'sayHere' && name !== 'read' && name !== 'onSeen') mustHold();
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  }
}
