import { decode, encode } from 'cborg';
import type { InternalName, InternalRequests, InternalStorage } from '../../../electron/storage/internal';
import type { KnownDesk, OutgoingBatch, Received, SyncMemory } from '../../../electron/storage/internal-sync';
import type { WrappedKey } from '../../../electron/storage/journal';
import { sameBytes, sha256 } from '../../../electron/sync/place';

/** What a batch of the tests says. */
export interface Said {
  text: string;
  keys?: string[];
  erase?: string[];
  desk?: { code: string; publicKey: string };
  revoke?: KnownDesk['revokedAfter'] & { code: string };
}
interface Stored {
  desk: string;
  inc: number;
  first: number;
  last: number;
  prev: Uint8Array;
  payload: Uint8Array;
  signature: Uint8Array | null;
  said: Said;
}

const NO_HASH = new Uint8Array(32);
const idOf = ({ desk, inc, first }: Pick<Stored, 'desk' | 'inc' | 'first'>): string => `${desk}.${inc}.${first}`;

/** The storage host's part of sync as its contract says it, in memory: chains, keys, what waits, what stands aside. */
export class FakeStorage implements InternalStorage {
  chains = new Map<string, Stored[]>();
  waiting = new Map<string, Stored>();
  keys = new Map<string, Uint8Array>();
  erased = new Set<string>();
  /** Keys that do not open here (yet): of a generation of the hall's key that is not here. */
  readonly unopened = new Set<string>();
  desks = new Map<string, KnownDesk>();
  quarantine: { desk: string; reason: string; count: number; bytes: Uint8Array }[] = [];
  memory: SyncMemory = { cursor: null, keysSeq: 0, published: null };
  inc = 1;
  onWrite: (payload: Uint8Array) => void = () => {};
  private lost: Said[] = [];

  constructor(readonly desk: string) {}

  /** An own write of one batch. */
  write(said: Said): void {
    const chain = this.chain(this.desk);
    const end = chain.at(-1);
    const first = end?.inc === this.inc ? end.last + 1 : 1;
    const place = { desk: this.desk, inc: this.inc, first, last: first };
    const prev = end ? sha256(end.payload) : NO_HASH;
    for (const id of said.keys ?? []) if (!this.erased.has(id)) this.keys.set(id, encode(`wrapped ${id}`));
    const payload = encode({ v: 1, ...place, prev, body: encode(said) });
    this.store({ ...place, prev, payload, signature: null, said });
    this.onWrite(payload);
  }

  /** An older copy of the profile, and the way to put it back. */
  copy(): () => void {
    const { chains, waiting, keys, erased, desks, memory, inc } = this;
    const kept = structuredClone({ chains, waiting, keys, erased, desks, memory, inc });
    return () => Object.assign(this, structuredClone(kept));
  }

  /** Everything that counts here, in the words of the tests. */
  texts(): string[] {
    return [...this.chains.values()].flatMap((chain) => chain.map(({ said }) => said.text)).sort();
  }

  async internal<N extends InternalName>(name: N, input: InternalRequests[N]['input']): Promise<InternalRequests[N]['output']> {
    await new Promise((resolve) => setImmediate(resolve));
    const answer = this.answers[name as keyof FakeStorage['answers']] as unknown as ((input: unknown) => unknown) | undefined;
    if (!answer) throw new Error(`not asked in these tests: ${name}`);
    return answer(input) as InternalRequests[N]['output'];
  }

  private readonly answers = {
    'internal.sync.memory': () => ({ ...this.memory }),
    'internal.sync.remember': (part: Partial<SyncMemory>) => {
      this.memory = { ...this.memory, ...part };
      return null;
    },
    'internal.sync.ends': () => {
      const ends = [...this.chains].flatMap(([desk, chain]) =>
        [...new Set(chain.map(({ inc }) => inc))].map((inc) => {
          const end = chain.findLast((batch) => batch.inc === inc) as Stored;
          return { desk, inc, last: end.last, hash: sha256(end.payload) };
        }),
      );
      return { inc: this.inc, ends };
    },
    'internal.sync.outgoing': ({ desk, inc, after, bytes }: InternalRequests['internal.sync.outgoing']['input']) => {
      const batches: OutgoingBatch[] = [];
      const wanted = new Set<string>();
      let sum = 0;
      const rest = this.chain(desk).filter((batch) => batch.inc === inc && batch.first > after);
      for (const { said, first, last, payload, signature } of rest) {
        if (batches.length > 0 && sum + payload.length > bytes) break;
        sum += payload.length;
        batches.push({ desk, inc, first, last, at: 0, payload, signature });
        for (const id of said.keys ?? []) wanted.add(id);
      }
      return { batches, keys: this.wrapped([...wanted]), more: batches.length < rest.length };
    },
    'internal.sync.waiting': (place: InternalRequests['internal.sync.waiting']['input']) => {
      const changes = this.chain(this.desk).filter(
        ({ inc, last }) => !place || inc > place.inc || (inc === place.inc && last > place.last),
      );
      return { changes: changes.length, since: changes.length > 0 ? 1 : null };
    },
    'internal.sync.receive': (input: InternalRequests['internal.sync.receive']['input']) => this.receive(input),
    'internal.sync.quarantine': ({ desk, reason, bytes }: InternalRequests['internal.sync.quarantine']['input']) => {
      this.aside(desk, reason, bytes);
      return null;
    },
    'internal.sync.addKeys': ({ keys }: { keys: WrappedKey[] }) => {
      const erased = keys.filter(({ id }) => this.erased.has(id)).map(({ id }) => id);
      const fresh = keys.filter(({ id }) => !this.erased.has(id) && !this.unopened.has(id));
      for (const { id, wrapped } of fresh) if (!this.keys.has(id)) this.keys.set(id, wrapped);
      return { added: fresh.length, refused: keys.length - fresh.length, erased };
    },
    'internal.sync.keys': ({ ids }: { ids: string[] }) => this.wrapped(ids),
    'internal.sync.desks': () => [...this.desks.values()],
    'internal.sync.hallKeys': () => [],
    'internal.sync.quarantined': () => this.quarantine.length,
    'internal.sync.putDesk': (desk: { code: string; publicKey: string }) => {
      this.write({ text: `desk ${desk.code}`, desk });
      return null;
    },
    'internal.sync.beginIncarnation': () => {
      this.inc = Math.max(this.inc, ...this.chain(this.desk).map(({ inc }) => inc)) + 1;
      return { inc: this.inc };
    },
    'internal.sync.reissue': () => {
      const lost = this.lost.splice(0);
      for (const said of lost) this.write(said);
      return { written: lost.length };
    },
    'internal.sync.erasedKeys': () => ({ ids: [...this.erased].filter((id) => this.keys.has(id)) }),
    'internal.sync.keysGone': ({ ids }: { ids: string[] }) => {
      for (const id of ids) this.keys.delete(id);
      return null;
    },
  };

  private receive({ batches, keys, absent, cursor }: InternalRequests['internal.sync.receive']['input']) {
    const came = batches.map(({ payload, signature }) => {
      const batch = decode(payload) as Omit<Stored, 'payload' | 'signature' | 'said'> & { body: Uint8Array };
      return { ...batch, payload, signature, said: decode(batch.body) as Said };
    });
    for (const { id, wrapped } of keys) if (!this.erased.has(id) && !this.unopened.has(id)) this.keys.set(id, wrapped);
    const settled = new Set([...absent, ...keys.map(({ id }) => id)]);
    const wanted = came.flatMap(({ said }) => said.keys ?? []);
    const needKeys = [...new Set(wanted)].filter((id) => !this.keys.has(id) && !this.erased.has(id) && !settled.has(id));
    if (needKeys.length > 0) return { needKeys };
    const received = came.map((batch) => this.take(batch));
    if (cursor) this.memory = { ...this.memory, cursor };
    return { needKeys: null, received, changes: received.filter((each) => each === 'applied').length };
  }

  private take(batch: Stored): Received {
    const chain = this.chain(batch.desk);
    const there = chain.find((each) => idOf(each) === idOf(batch));
    if (there && sameBytes(there.payload, batch.payload)) return 'known';
    if (there && batch.desk !== this.desk) return this.refuse(batch);
    if (there) this.fork(chain, there);
    const end = chain.at(-1);
    if (end && (batch.inc < end.inc || (batch.inc === end.inc && batch.first <= end.last))) return this.refuse(batch);
    const goesOn = batch.inc === end?.inc ? batch.first === end.last + 1 : batch.first === 1;
    const follows = sameBytes(batch.prev, end ? sha256(end.payload) : NO_HASH);
    if (!goesOn || !follows) {
      if (goesOn && batch.inc === end?.inc) return this.refuse(batch);
      this.waiting.set(idOf(batch), batch);
      return 'waiting';
    }
    this.store(batch);
    this.waiting.delete(idOf(batch));
    const next = [...this.waiting.values()].find((each) => each.desk === batch.desk && sameBytes(each.prev, sha256(batch.payload)));
    if (next) this.take(next);
    return 'applied';
  }

  /** What this desk wrote after an older copy was put back: the others know these numbers with other content. */
  private fork(chain: Stored[], from: Stored): void {
    this.lost.push(...chain.splice(chain.indexOf(from)).map(({ said }) => said));
  }

  private store(batch: Stored): void {
    this.chain(batch.desk).push(batch);
    const { said } = batch;
    if (said.desk) this.desks.set(said.desk.code, { ...said.desk, revokedAfter: null });
    if (said.revoke) {
      const { code, inc, last } = said.revoke;
      const desk = this.desks.get(code);
      if (desk) this.desks.set(code, { ...desk, revokedAfter: { inc, last } });
    }
    for (const id of said.erase ?? []) this.erased.add(id);
  }

  private refuse(batch: Stored): Received {
    this.aside(batch.desk, 'broken-chain', batch.payload);
    return 'quarantined';
  }
  private aside(desk: string, reason: string, bytes: Uint8Array): void {
    const same = this.quarantine.find((item) => item.reason === reason && sameBytes(item.bytes, bytes));
    if (same) same.count++;
    else this.quarantine.push({ desk, reason, count: 1, bytes });
  }
  private chain(desk: string): Stored[] {
    const chain = this.chains.get(desk) ?? [];
    this.chains.set(desk, chain);
    return chain;
  }
  private wrapped(ids: string[]): WrappedKey[] {
    return ids.flatMap((id) => {
      const wrapped = this.keys.get(id);
      return wrapped ? [{ id, wrapped }] : [];
    });
  }
}
