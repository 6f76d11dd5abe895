import type { LiveName } from '../../../shared/contract';
import { appError } from '../../../shared/errors';
import type { AppError } from '../../../shared/result';
import { fail, Refusal } from '../../../shared/result';
import type { FromHost, ToHost } from '../protocol';
import { Clock } from './clock';
import { hallKeys } from './codec';
import { DataKeys, type WrappedKey } from './data-keys';
import { ReceptionDb } from './db';
import { dispatch, lives } from './dispatch';
import type { Host } from './host';
import { lastEntry } from './incidents/incident-entries';
import { TalkClocks } from './interviews/talk-clocks';
import { follow } from './live';
import { compare, freshMeta } from './opening';
import { Library } from './policies/library';
import { Reader } from './read';
import { Recent } from './recent';
import { Recovery } from './recovery';
import { RunningClocks } from './running-clocks';
import { fillFigures } from './statistics/fill';
import { Walks } from './statistics/walk';
import { Steady } from './steady';
import { applyNewer } from './sync/apply-aside';
import { sealWithNewest } from './sync/generations';
import type { TableName } from './tables';
import { Writer } from './write';

interface Port {
  post(message: FromHost): void;
  /** Journal and database disagree: only a new host with a new comparison helps. */
  giveUp(detail: string): void;
}
type Of<K extends ToHost['kind']> = Extract<ToHost, { kind: K }>;

/** The storage host behind its port: opened, perhaps brought up to the journal, then answering. */
export class HostSession {
  private host: Host | null = null;
  private recovery: Recovery | null = null;
  private ready: (() => Promise<void>) | null = null;
  private readonly journaling = new Map<number, { resolve(position: number): void; reject(error: unknown): void }>();
  private readonly following = new Map<number, () => void>();
  /** Opening and recovery parts are taken one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private next = 1;

  constructor(
    private readonly port: Port,
    private readonly databaseName?: string,
  ) {}

  receive(message: ToHost): void {
    switch (message.kind) {
      case 'open':
        this.inTurn(() => this.open(message));
        break;
      case 'recover':
        this.inTurn(() => this.recover(message));
        break;
      case 'call':
        void this.call(message);
        break;
      case 'subscribe':
        this.subscribe(message);
        break;
      case 'unsubscribe':
        this.following.get(message.id)?.();
        this.following.delete(message.id);
        break;
      case 'journaled':
        this.journaled(message.id, message.position);
        break;
      case 'journal-failed':
        this.journaled(message.id, message.error);
    }
  }

  close(): void {
    for (const stop of this.following.values()) stop();
    this.following.clear();
    this.host?.db.close();
  }

  private inTurn(task: () => Promise<void>): void {
    this.turn = this.turn
      .then(task)
      .catch((error: unknown) => this.port.giveUp(error instanceof Error ? `${error.name} ${error.stack ?? ''}` : 'error'));
  }

  private async open({ id, input }: Of<'open'>): Promise<void> {
    const { deskCode, clockOffsetMs } = input;
    const hall = hallKeys(input.hallKey, input.laterKeys);
    const db = new ReceptionDb(this.databaseName);
    const keys = new DataKeys(db, hall);
    const clock = new Clock(clockOffsetMs);
    const reader = new Reader(db, keys, deskCode);
    const answer = await compare(db, hall, input);
    // The browser closes a database whose store failed (a full disk), and what is asked of it then is only ever refused.
    // Its own event: Dexie's is also that of an ordinary close.
    db.backendDB()?.addEventListener('close', () => this.port.giveUp('the database was closed under it'));
    this.ready = async () => {
      const meta = (await db.meta.get('state')) ?? freshMeta(hall, input, false);
      const append = (payloads: Uint8Array[], wrapped: WrappedKey[]): Promise<number> => this.append(payloads, wrapped);
      const steady = new Steady(reader);
      const onBroken = (detail: string): void => this.port.giveUp(detail);
      const library = new Library(db, reader);
      const onStored = (tables: readonly TableName[]): void => {
        steady.written(tables);
        library.changed(tables);
      };
      const writer = new Writer(db, hall, keys, clock, deskCode, meta, append, onBroken, onStored);
      const recent: Host['recent'] = { people: new Recent(1000), ids: new Recent(200) };
      const onForgotten = new Set<() => void>();
      const forgetOpened = (): void => {
        reader.forget();
        recent.people.forget();
        recent.ids.forget();
        for (const again of onForgotten) again();
      };
      const host: Host = {
        db,
        hall,
        keys,
        clock,
        reader,
        writer,
        steady,
        recent,
        talkClocks: new TalkClocks(db, () => clock.now()),
        incidentClocks: new RunningClocks(
          () => clock.now(),
          async (id) => {
            const last = await lastEntry(db, id);
            return last && { elapsed: Number(last.elapsed), at: Number(last.at) };
          },
        ),
        library,
        walks: new Walks(),
        deskCode,
        onForgotten,
        forgetOpened,
      };
      await sealWithNewest(db, hall);
      await applyNewer(host);
      this.host = host;
      library.soon();
      void fillFigures(host);
    };
    if (answer.state === 'same' || answer.state === 'ahead') await this.ready();
    else if (answer.state === 'behind' || answer.state === 'rebuild') {
      const blank = freshMeta(hall, input, true);
      const meta = (await db.meta.get('state')) ?? blank;
      this.recovery = new Recovery(db, hall, keys, deskCode, () => clock.now(), meta, blank);
    } else db.close();
    this.port.post({ kind: 'opened', id, answer });
  }

  private async recover({ id, ...part }: Of<'recover'>): Promise<void> {
    if (!this.recovery) throw new Error('recover was not asked for');
    const { applied, finished } = await this.recovery.take(part);
    if (finished) {
      this.recovery = null;
      await this.ready?.();
    }
    this.port.post({ kind: 'recovered', id, applied });
  }

  private async call({ id, name, input, actor, requestId }: Of<'call'>): Promise<void> {
    const result = this.host ? await dispatch(this.host, name, input, { name, actor, requestId }) : fail(appError('store-unavailable'));
    this.port.post({ kind: 'result', id, result });
  }

  private subscribe({ id, name, input, actor }: Of<'subscribe'>): void {
    if (!this.host || !isLive(name)) {
      this.port.post({ kind: 'live', id, result: fail(appError(this.host ? 'unknown-request' : 'store-unavailable')) });
      return;
    }
    this.following.get(id)?.();
    const send = (result: Extract<FromHost, { kind: 'live' }>['result']): void => this.port.post({ kind: 'live', id, result });
    this.following.set(id, follow(this.host, lives, name, input as Record<string, never>, actor, send));
  }

  private append(payloads: Uint8Array[], keys: WrappedKey[]): Promise<number> {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.journaling.set(id, { resolve, reject });
      this.port.post({ kind: 'journal', id, payloads, keys });
    });
  }

  private journaled(id: number, answer: number | AppError): void {
    const waiting = this.journaling.get(id);
    this.journaling.delete(id);
    if (typeof answer === 'number') waiting?.resolve(answer);
    else waiting?.reject(new Refusal(answer));
  }
}

const isLive = (name: LiveName): name is keyof typeof lives & LiveName => Object.hasOwn(lives, name);
