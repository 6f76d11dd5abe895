import { v7 as uuid } from 'uuid';
import { contract, type LiveName, type OutputOf, type ParsedOf, type RequestName } from '../../shared/contract';
import { appError } from '../../shared/errors';
import { fail, Refusal, type Result } from '../../shared/result';
import { describe, log } from '../log';
import { HostLink, type JournalMessage, unavailable } from './host-link';
import { type HostWindow, openHostWindow } from './host-window';
import type { InternalName, InternalRequests } from './internal';
import type { Journal, Keyring } from './journal';
import type { Actor } from './protocol';
import { type Recovered, recover } from './recovery';

export interface StorageOptions {
  distDir: string;
  /** The first host's window, opened while the journal was still being read. */
  window: Promise<HostWindow>;
  hallId: string;
  deskCode: string;
  hallKey: Uint8Array;
  /** Its later generations, asked anew by each host: a renewal may have come meanwhile. */
  laterKeys(): Promise<{ id: number; key: Uint8Array }[]>;
  clockOffsetMs: number;
  journal: Journal;
  keyring: Keyring;
  /** A frame is in the journal: the sync service sends it on at once. */
  onAppended?(frame: Uint8Array): void;
  onState(state: 'ready' | 'recovering'): void;
  /** Whether the disk has room to open a database; asked before a dead host is replaced. */
  hasRoom(): Promise<boolean>;
  /** A host that cannot be brought back: the failure screen. */
  onLost(detail: string): void;
}

interface Subscription {
  name: LiveName;
  input: unknown;
  actor: Actor;
  onResult(result: Result<unknown>): void;
  stop: () => void;
}

const PROGRAM: readonly never[] = [];
/** A host that dies this often in a minute is not coming back. */
const MAX_DEATHS_A_MINUTE = 5;
/** How often a full disk is looked at while the host waits for room. */
const ROOM_LOOK_MS = 2000;

/**
 * The main process's view of the storage host: always there. When the host dies, a new one is opened, brought up to
 * the journal, and every unanswered call is asked again under its request id, so a write is never made twice.
 */
export class Storage {
  private link: HostLink | null = null;
  /** A host that is being opened; its death must end the opening, too. */
  private starting: HostLink | null = null;
  private window: HostWindow | null = null;
  private prepared: Promise<HostWindow> | null;
  private opening: Promise<Recovered> | null = null;
  private restarted: Promise<Recovered> | null = null;
  /** Counts the hosts that took a dead one's place; one may die before it is ready. */
  private revival = 0;
  private linkReady: Promise<void> = Promise.resolve();
  private readonly subscriptions = new Set<Subscription>();
  private deaths: number[] = [];
  private closed = false;
  /** The host died on a full disk. A store opened without room was seen to throw away what it held: it waits. */
  private waitingForRoom = false;

  constructor(private readonly options: StorageOptions) {
    this.prepared = options.window;
  }

  open(): Promise<Recovered> {
    this.opening ??= this.start().catch((error: unknown) => this.afterDeath(error));
    return this.opening;
  }

  /** A screen's request, already judged by the router. */
  request<N extends RequestName>(name: N, input: ParsedOf<N>, actor: Actor, requestId: string): Promise<Result<OutputOf<N>>> {
    return this.send(name, input, actor, requestId) as Promise<Result<OutputOf<N>>>;
  }

  /** The program's own request. @throws Refusal */
  async internal<N extends InternalName>(
    name: N,
    input: InternalRequests[N]['input'],
    staffId: string | null = null,
    requestId: string = uuid(),
  ): Promise<InternalRequests[N]['output']> {
    const actor: Actor = { staffId, roles: PROGRAM, deskCode: this.options.deskCode };
    const result = await this.send(name, input, actor, requestId);
    if (!result.ok) throw new Refusal(result.error);
    return result.value as InternalRequests[N]['output'];
  }

  subscribe(name: LiveName, input: unknown, actor: Actor, onResult: (result: Result<unknown>) => void): () => void {
    const subscription: Subscription = { name, input, actor, onResult, stop: () => {} };
    this.subscriptions.add(subscription);
    if (this.link) subscription.stop = this.link.subscribe({ name, input, actor }, onResult);
    return () => {
      this.subscriptions.delete(subscription);
      subscription.stop();
    };
  }

  close(): void {
    this.closed = true;
    this.window?.close();
    this.link?.lose();
    this.link = null;
  }

  private async send(name: RequestName | InternalName, input: unknown, actor: Actor, requestId: string): Promise<Result<unknown>> {
    for (let tries = 0; tries < 3; tries++) {
      await this.linkReady;
      const link = this.link;
      if (this.waitingForRoom) return fail(appError('read-only'));
      if (!link || this.closed) return unavailable();
      const result = await link.call({ name, input, actor, requestId });
      if (result) return result;
      log.warn(`asked again after the storage host died: ${name}`);
    }
    return unavailable();
  }

  private async start(): Promise<Recovered> {
    const { distDir, hallId, deskCode, hallKey, clockOffsetMs, journal, keyring } = this.options;
    const window = await this.livingWindow(distDir);
    this.window = window;
    window.onGone((reason) => void this.revive(reason));
    const append = async (message: JournalMessage): Promise<number> => {
      if (message.keys.length > 0) await keyring.append(message.keys);
      if (message.payloads.length === 0) return journal.tail.position;
      const position = await journal.appendAll(message.payloads);
      for (const frame of message.payloads) this.options.onAppended?.(frame);
      return position;
    };
    const link = new HostLink(window.port, append, (name) => window.end(`no sign of life during ${name}`));
    this.starting = link;
    await link.ready;
    const answer = await link.open({
      hallKey,
      laterKeys: await this.options.laterKeys(),
      hallId,
      deskCode,
      clockOffsetMs,
      journal: { position: journal.tail.position, hash: journal.tail.hash },
    });
    log.info(`database ${answer.state}: applied ${answer.applied} of ${journal.tail.position}`);
    const recovered = await recover(answer, journal, keyring, link);
    this.starting = null;
    if (recovered.kind === 'ready') {
      this.link = link;
      for (const s of this.subscriptions) s.stop = link.subscribe({ name: s.name, input: s.input, actor: s.actor }, s.onResult);
    }
    return recovered;
  }

  /** A host that dies before its page has loaded has nobody yet who would be told. */
  private async livingWindow(distDir: string): Promise<HostWindow> {
    for (let tries = 1; ; tries++) {
      const opening = this.prepared ?? openHostWindow(distDir);
      this.prepared = null;
      const window = await opening.catch((error: unknown) => void log.warn(`storage host: ${describe(error)}`));
      if (window && !window.isGone()) return window;
      log.warn('storage host gone before its page was there');
      if (tries >= MAX_DEATHS_A_MINUTE) throw new Error('the storage host does not start');
    }
  }

  /** The first host died while it was being opened: the one that took its place answers for it. */
  private async afterDeath(error: unknown): Promise<Recovered> {
    for (let last: Promise<Recovered> | null = null; ; ) {
      await this.linkReady;
      if (!this.restarted || this.restarted === last) throw error;
      last = this.restarted;
      const recovered = await last.catch(() => null);
      if (recovered) return recovered;
    }
  }

  private async revive(reason: string): Promise<void> {
    if (this.closed) return;
    const began = Date.now();
    log.warn(`storage host gone: ${reason}`);
    this.options.onState('recovering');
    const dead = this.link ?? this.starting;
    this.link = null;
    this.starting = null;
    let opened = this.holdCalls();
    const mine = ++this.revival;
    dead?.lose();
    try {
      if (!(await this.options.hasRoom())) {
        this.waitingForRoom = true;
        opened();
        await this.room();
        opened = this.holdCalls();
        this.waitingForRoom = false;
      }
      if (this.closed) return;
      this.deaths = [...this.deaths.filter((at) => began - at < 60_000), began];
      if (this.deaths.length > MAX_DEATHS_A_MINUTE)
        return this.options.onLost(`the storage host died ${this.deaths.length} times in a minute (${reason})`);
      this.restarted = this.start();
      const recovered = await this.restarted;
      if (recovered.kind !== 'ready') return this.options.onLost(`after a restart the database is ${recovered.kind}`);
      log.info(`storage host back after ${Date.now() - began} ms`);
      this.options.onState('ready');
    } catch (error) {
      if (mine === this.revival) this.options.onLost(describe(error));
    } finally {
      // This host died in its turn: the calls wait for the one that is already coming.
      if (mine === this.revival) opened();
      else void this.linkReady.then(opened);
    }
  }

  /** Calls wait from now on until the returned function is called. */
  private holdCalls(): () => void {
    let open: () => void = () => {};
    this.linkReady = new Promise((resolve) => {
      open = resolve;
    });
    return open;
  }

  private async room(): Promise<void> {
    while (!this.closed && !(await this.options.hasRoom())) await new Promise((resolve) => setTimeout(resolve, ROOM_LOOK_MS));
  }
}

/** Whether a live query is answered by the storage host. */
export const isStored = (name: keyof typeof contract): boolean => contract[name].service === 'storage';
