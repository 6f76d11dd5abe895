import { readFileSync, writeFileSync } from 'node:fs';
import type { WrappedKey } from '../../../electron/storage/journal';
import {
  type HubConnection,
  type HubFile,
  type HubLog,
  type HubMessage,
  type HubPort,
  type SignOfLife,
  WrongLast,
} from '../../../electron/sync/hub-port';

/** What may happen to a call, each with its probability. */
export interface Faults {
  random(): number;
  /** It is lost on the way: nothing happened, and the caller hears an error. */
  lost: number;
  /** It was done, and the confirmation is lost. */
  unconfirmed: number;
  /** A message is delivered twice. */
  doubled: number;
}

interface Key {
  seq: number;
  wrapped: Uint8Array | null;
}
interface Kept {
  log: HubMessage[];
  keys: Map<string, Key>;
  keySeq: number;
  files: Map<string, { seq: number; bytes: Uint8Array | null }>;
  fileSeq: number;
}

const nothing = (): Kept => ({ log: [], keys: new Map(), keySeq: 0, files: new Map(), fileSeq: 0 });
const copyOf = (kept: Kept): Kept => ({
  log: [...kept.log],
  keys: new Map(kept.keys),
  keySeq: kept.keySeq,
  files: new Map(kept.files),
  fileSeq: kept.fileSeq,
});

/** The hub in the memory of a test: the same promises as NATS, and every fault that is asked for. */
export class MemoryHub {
  kept = nothing();
  /** Messages that the hub's disk has damaged: they keep their place and are given out no more. */
  readonly unreadable = new Set<number>();
  faults: Faults | null = null;
  private clock = 0;
  readonly struck = { lost: 0, unconfirmed: 0, doubled: 0 };
  private readonly connections = new Set<MemoryConnection>();
  private readonly waiting = new Set<() => void>();

  connection(desk: string): MemoryConnection {
    const connection = new MemoryConnection(this, desk);
    this.connections.add(connection);
    return connection;
  }

  copy(): Kept {
    return copyOf(this.kept);
  }
  /** As a hub that comes back: everybody loses the connection and finds it again. */
  restore(kept: Kept): void {
    const cut = [...this.connections].filter((connection) => connection.isUp);
    for (const connection of cut) connection.cut();
    this.kept = copyOf(kept);
    for (const connection of cut) connection.up();
  }
  wipe(): void {
    this.restore(nothing());
  }
  corrupt(seq: number, change: (data: Uint8Array) => Uint8Array): void {
    this.kept.log = this.kept.log.map((message) => (message.seq === seq ? { ...message, data: change(message.data) } : message));
  }
  get readable(): HubMessage[] {
    return this.kept.log.filter(({ seq }) => !this.unreadable.has(seq));
  }
  add(desk: string, kind: HubMessage['kind'], data: Uint8Array): number {
    const seq = this.kept.log.length + 1;
    this.kept.log.push({ seq, desk, kind, data, time: String(++this.clock) });
    this.tell();
    return seq;
  }
  tell(): void {
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
  change(): Promise<void> {
    return new Promise((resolve) => this.waiting.add(resolve));
  }
  strikes(fault: 'lost' | 'unconfirmed' | 'doubled'): boolean {
    const { faults } = this;
    if (!faults || faults.random() >= faults[fault]) return false;
    this.struck[fault]++;
    return true;
  }
}

export class MemoryConnection implements HubConnection {
  private port: MemoryPort | null = null;
  private readonly listeners = new Set<(hub: HubPort | null, reason: string) => void>();

  constructor(
    private readonly hub: MemoryHub,
    private readonly desk: string,
  ) {}

  get isUp(): boolean {
    return this.port !== null;
  }
  up(): void {
    if (this.port) return;
    this.port = new MemoryPort(this.hub, this.desk);
    for (const told of this.listeners) told(this.port, '');
  }
  cut(): void {
    this.port?.lose();
    this.port = null;
    for (const told of this.listeners) told(null, 'cut');
    this.hub.tell();
  }
  onState(told: (hub: HubPort | null, reason: string) => void): () => void {
    this.listeners.add(told);
    told(this.port, '');
    return () => this.listeners.delete(told);
  }
  async close(): Promise<void> {
    this.cut();
    this.listeners.clear();
  }
}

const seenBy = new WeakMap<MemoryHub, Set<(desk: string, sign: SignOfLife) => void>>();

class MemoryPort implements HubPort {
  private alive = true;

  constructor(
    private readonly hub: MemoryHub,
    private readonly desk: string,
  ) {}

  lose(): void {
    this.alive = false;
  }

  log(): Promise<HubLog> {
    return this.call(() => ({ first: this.hub.kept.log[0]?.seq ?? 0, last: this.hub.readable.at(-1)?.seq ?? 0 }));
  }
  at(seq: number): Promise<HubMessage | null> {
    return this.call(() => this.hub.readable.find((message) => message.seq === seq) ?? null);
  }
  lastOwn(kind: HubMessage['kind']): Promise<HubMessage | null> {
    return this.lastOf(this.desk, kind);
  }
  lastOf(desk: string, kind: HubMessage['kind']): Promise<HubMessage | null> {
    return this.call(() => {
      const last = this.hub.kept.log.findLast((message) => message.desk === desk && message.kind === kind);
      return last && !this.hub.unreadable.has(last.seq) ? last : null;
    });
  }
  relays(): Promise<HubMessage[]> {
    return this.call(() => this.hub.readable.filter(({ kind }) => kind === 'relay'));
  }
  publish(kind: HubMessage['kind'], data: Uint8Array, expected: number): Promise<{ seq: number }> {
    return this.call(() => {
      const last = this.hub.kept.log.findLast((message) => message.desk === this.desk && message.kind === kind)?.seq ?? 0;
      if (last !== expected) throw new WrongLast(`last is ${last}, not ${expected}`, last);
      return { seq: this.hub.add(this.desk, kind, data) };
    });
  }
  read(from: number): AsyncIterable<HubMessage> & { stop(): void } {
    const newer = (after: number): HubMessage | undefined => this.hub.readable.find(({ seq }) => seq > after);
    return this.following(from - 1, newer, ({ seq }) => seq);
  }

  putKeys(keys: readonly WrappedKey[]): Promise<void> {
    return this.call(() => {
      for (const { id, wrapped } of keys) if (!this.hub.kept.keys.has(id)) this.setKey(id, wrapped);
    });
  }
  getKey(id: string): Promise<Uint8Array | null> {
    return this.call(() => this.hub.kept.keys.get(id)?.wrapped ?? null);
  }
  keysEnd(): Promise<number> {
    return this.call(() => this.hub.kept.keySeq);
  }
  readKeys(from: number): AsyncIterable<{ seq: number; id: string; wrapped: Uint8Array | null; last: boolean }> & { stop(): void } {
    type Item = { seq: number; id: string; wrapped: Uint8Array | null; last: boolean };
    const newer = (after: number): Item | undefined => {
      const later = [...this.hub.kept.keys].filter(([, { seq }]) => seq > after).sort(([, a], [, b]) => a.seq - b.seq);
      const [id, key] = later[0] ?? [];
      return id !== undefined && key ? { id, ...key, last: later.length === 1 } : undefined;
    };
    return this.following(from - 1, newer, ({ seq }) => seq);
  }
  eraseKey(id: string): Promise<void> {
    return this.call(() => this.setKey(id, null));
  }

  files(since: number): Promise<{ files: HubFile[]; reached: number }> {
    return this.call(() => ({
      files: [...this.hub.kept.files].flatMap(([id, { seq, bytes }]) =>
        seq > since ? [{ id, bytes: bytes?.length ?? 0, removed: bytes === null }] : [],
      ),
      reached: this.hub.kept.fileSeq,
    }));
  }
  async putFile(id: string, path: string, between: () => Promise<void>): Promise<void> {
    await between();
    await this.call(() => this.setFile(id, readFileSync(path)));
  }
  async getFile(id: string, path: string, between: () => Promise<void>): Promise<void> {
    await between();
    const bytes = await this.call(() => this.hub.kept.files.get(id)?.bytes ?? null);
    if (!bytes) throw new Error('no such file');
    writeFileSync(path, bytes);
  }
  removeFile(id: string): Promise<void> {
    return this.call(() => {
      if (this.hub.kept.files.get(id)?.bytes) this.setFile(id, null);
    });
  }

  sayHere(sign: SignOfLife): void {
    if (this.alive) for (const heard of seenBy.get(this.hub) ?? []) heard(this.desk, sign);
  }
  onSeen(heard: (desk: string, sign: SignOfLife) => void): () => void {
    const all = seenBy.get(this.hub) ?? new Set();
    seenBy.set(this.hub, all.add(heard));
    return () => all.delete(heard);
  }

  private setKey(id: string, wrapped: Uint8Array | null): void {
    this.hub.kept.keys.set(id, { seq: ++this.hub.kept.keySeq, wrapped });
    this.hub.tell();
  }
  private setFile(id: string, bytes: Uint8Array | null): void {
    this.hub.kept.files.set(id, { seq: ++this.hub.kept.fileSeq, bytes });
  }

  private following<T>(start: number, newer: (after: number) => T | undefined, seqOf: (item: T) => number) {
    let stopped = false;
    const ended = (): boolean => stopped || !this.alive;
    const { hub } = this;
    async function* walk(): AsyncGenerator<T> {
      for (let after = start; ; ) {
        await Promise.resolve();
        if (ended()) return;
        const item = newer(after);
        if (item === undefined) await hub.change();
        else {
          after = seqOf(item);
          yield item;
          if (hub.strikes('doubled') && !ended()) yield item;
        }
      }
    }
    return {
      [Symbol.asyncIterator]: walk,
      stop: () => {
        stopped = true;
        hub.tell();
      },
    };
  }

  /** Answers later, as a network does, or not at all. */
  private async call<T>(work: () => T): Promise<T> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.alive) throw new Error('connection lost');
    if (this.hub.strikes('lost')) throw new Error('timeout');
    const done = work();
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.alive) throw new Error('connection lost');
    if (this.hub.strikes('unconfirmed')) throw new Error('timeout');
    return done;
  }
}
