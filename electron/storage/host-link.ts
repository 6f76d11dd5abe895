import type { MessagePortMain } from 'electron';
import { appError } from '../../shared/errors';
import { fail, type Result } from '../../shared/result';
import { describe, log } from '../log';
import type { InternalName } from './internal';
import type { FromHost, OpenAnswer, OpenInput, ToHost } from './protocol';

type CallMessage = Extract<ToHost, { kind: 'call' }>;
type SubscribeMessage = Extract<ToHost, { kind: 'subscribe' }>;
export type JournalMessage = Extract<FromHost, { kind: 'journal' }>;

const DIED = 'the storage host died while it was opening';
/** A host that says nothing in this many looks while a call waits is stuck. Looks, not a clock: a PC that slept is no host that hung. */
const SILENT_LOOKS = 4;
const LOOK_MS = 5000;
/** Work of minutes, in the background; the host may be silent meanwhile. */
const LONG: ReadonlySet<string> = new Set<InternalName>(['internal.verifyChain', 'internal.bulk']);

/**
 * The conversation with one storage host over its port: matches answers to questions, and nothing else.
 * What outlives a host (pending calls, subscriptions) is kept by storage.ts, which makes a new link.
 */
export class HostLink {
  private readonly waiting = new Map<number, (message: FromHost | null) => void>();
  private readonly live = new Map<number, (result: Result<unknown>) => void>();
  /** Calls that wait for an answer now, by id. */
  private readonly awaited = new Map<number, string>();
  private silentLooks = 0;
  private readonly looking = setInterval(() => this.look(), LOOK_MS);
  private next = 1;
  private markReady: () => void = () => {};
  private markLost: (error: Error) => void = () => {};
  readonly ready = new Promise<void>((resolve, reject) => {
    this.markReady = resolve;
    this.markLost = reject;
  });

  constructor(
    private readonly port: MessagePortMain,
    private readonly append: (message: JournalMessage) => Promise<number>,
    /** The host lives but does not answer this call. */
    private readonly onStuck: (name: string) => void,
  ) {
    this.looking.unref();
    // Nobody may be waiting for it any more when a host is lost.
    this.ready.catch(() => {});
    port.on('message', (event) => this.receive(event.data as FromHost));
    port.start();
  }

  async open(input: OpenInput): Promise<OpenAnswer> {
    const message = await this.askSurely((id) => ({ kind: 'open', id, input }));
    return (message as Extract<FromHost, { kind: 'opened' }>).answer;
  }

  async recover(part: Omit<Extract<ToHost, { kind: 'recover' }>, 'kind' | 'id'>): Promise<number> {
    const message = await this.askSurely((id) => ({ kind: 'recover', id, ...part }));
    return (message as Extract<FromHost, { kind: 'recovered' }>).applied;
  }

  /** Null when the host died before it answered. */
  async call(message: Omit<CallMessage, 'kind' | 'id'>): Promise<Result<unknown> | null> {
    const answer = await this.ask((id) => {
      if (!LONG.has(message.name)) this.awaited.set(id, message.name);
      return { kind: 'call', id, ...message };
    });
    return answer && (answer as Extract<FromHost, { kind: 'result' }>).result;
  }

  /** The host is gone: every question gets its answer now, so that it can be asked again elsewhere. */
  lose(): void {
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
    this.live.clear();
    this.awaited.clear();
    this.markLost(new Error(DIED));
    clearInterval(this.looking);
  }

  subscribe(message: Omit<SubscribeMessage, 'kind' | 'id'>, onResult: (result: Result<unknown>) => void): () => void {
    const id = this.next++;
    this.live.set(id, onResult);
    this.post({ kind: 'subscribe', id, ...message });
    return () => {
      this.live.delete(id);
      this.post({ kind: 'unsubscribe', id });
    };
  }

  private async askSurely(make: (id: number) => ToHost): Promise<FromHost> {
    const answer = await this.ask(make);
    if (!answer) throw new Error(DIED);
    return answer;
  }

  private ask(make: (id: number) => ToHost): Promise<FromHost | null> {
    const id = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.post(make(id));
    });
  }

  private post(message: ToHost): void {
    this.port.postMessage(message);
  }

  private look(): void {
    const [oldest] = this.awaited.values();
    this.silentLooks = oldest === undefined ? 0 : this.silentLooks + 1;
    if (oldest === undefined || this.silentLooks < SILENT_LOOKS) return;
    log.error(`storage host does not answer ${oldest}`);
    this.lose();
    this.onStuck(oldest);
  }

  private receive(message: FromHost): void {
    this.silentLooks = 0;
    switch (message.kind) {
      case 'ready':
        this.markReady();
        break;
      case 'journal':
        void this.journal(message);
        break;
      case 'live':
        this.live.get(message.id)?.(message.result);
        break;
      default: {
        const resolve = this.waiting.get(message.id);
        this.waiting.delete(message.id);
        this.awaited.delete(message.id);
        resolve?.(message);
      }
    }
  }

  private async journal(message: JournalMessage): Promise<void> {
    try {
      const position = await this.append(message);
      this.post({ kind: 'journaled', id: message.id, position });
    } catch (error) {
      log.error(`journal append failed: ${describe(error)}`);
      this.post({ kind: 'journal-failed', id: message.id, error: appError('read-only', { detail: 'journal append failed' }) });
    }
  }
}

export const unavailable = (): Result<never> => fail(appError('store-unavailable'));
