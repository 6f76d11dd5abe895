import { JetStreamApiCodes, JetStreamApiError, type JetStreamManager, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import names from '../../shared/sync/hub.json';
import type { WrappedKey } from '../storage/journal';
import { type HubFile, type HubLog, type HubMessage, type HubPort, type SignOfLife, TooLarge, WrongLast } from './hub-port';
import { NatsFiles } from './nats-files';
import { readAll, reading } from './nats-reading';

/** A confirmation that does not come in this time is a doubt: what the hub holds is looked up again. */
const TIMEOUT_MS = 5000;
const KEYS_AT_ONCE = 200;
/** So many damaged messages at the log's end are looked over. */
const UNREADABLE = 1000;
/** Room for a publication's headers, which count as its bytes. */
const HEADERS = 1024;
const Empty = new Uint8Array(0);

/** One connection to the hub's streams, until it is lost. */
export class NatsHub implements HubPort {
  private readonly js;
  private readonly files_: NatsFiles;

  private constructor(
    private readonly nc: NatsConnection,
    private readonly jsm: JetStreamManager,
    private readonly desk: string,
  ) {
    this.js = jetstream(nc, { timeout: TIMEOUT_MS });
    this.files_ = new NatsFiles(nc, this.js, jsm);
  }

  static async of(nc: NatsConnection, desk: string): Promise<NatsHub> {
    // A desk may not ask for the account's figures, and needs none.
    return new NatsHub(nc, await jetstreamManager(nc, { checkAPI: false, timeout: TIMEOUT_MS }), desk);
  }

  async log(): Promise<HubLog> {
    const { state } = await this.jsm.streams.info(names.log.stream);
    return { first: state.first_seq, last: await this.lastReadable(names.log.stream, state.first_seq, state.last_seq) };
  }

  at(seq: number): Promise<HubMessage | null> {
    return this.one({ seq });
  }
  lastOwn(kind: HubMessage['kind']): Promise<HubMessage | null> {
    return this.lastOf(this.desk, kind);
  }
  lastOf(desk: string, kind: HubMessage['kind']): Promise<HubMessage | null> {
    return this.one({ last_by_subj: subjectOf(kind, desk) });
  }
  relays(): Promise<HubMessage[]> {
    return readAll(this.nc, { stream: names.log.stream, seq: 1, filter: `${names.log.relay}.*`, atOnce: 64 }, delivered);
  }

  async publish(kind: HubMessage['kind'], data: Uint8Array, expected: number): Promise<{ seq: number }> {
    return { seq: await this.put(subjectOf(kind, this.desk), data, expected) };
  }

  read(from: number): AsyncIterable<HubMessage> & { stop(): void } {
    return reading(this.nc, { stream: names.log.stream, seq: from, atOnce: 64 }, delivered);
  }

  async putKeys(keys: readonly WrappedKey[]): Promise<void> {
    for (let i = 0; i < keys.length; i += KEYS_AT_ONCE)
      await Promise.all(
        keys.slice(i, i + KEYS_AT_ONCE).map(({ id, wrapped }) =>
          this.put(keySubject(id), wrapped, 0).catch((error: unknown) => {
            if (!(error instanceof WrongLast)) throw error;
          }),
        ),
      );
  }

  async getKey(id: string): Promise<Uint8Array | null> {
    const message = await this.jsm.streams.getMessage(names.keys.stream, { last_by_subj: keySubject(id) });
    return message && message.data.length > 0 ? message.data : null;
  }

  async keysEnd(): Promise<number> {
    const { state } = await this.jsm.streams.info(names.keys.stream);
    return this.lastReadable(names.keys.stream, state.first_seq, state.last_seq);
  }

  readKeys(from: number): AsyncIterable<{ seq: number; id: string; wrapped: Uint8Array | null; last: boolean }> & { stop(): void } {
    return reading(this.nc, { stream: names.keys.stream, seq: from, atOnce: 2000 }, (message) => ({
      seq: message.seq,
      id: message.subject.slice(names.keys.subject.length + 1),
      wrapped: message.data.length > 0 ? message.data : null,
      last: message.info.pending === 0,
    }));
  }

  /** The stream keeps one message a subject: the empty one takes the key's place. */
  async eraseKey(id: string): Promise<void> {
    await this.js.publish(keySubject(id), Empty, { timeout: TIMEOUT_MS });
  }

  files(since: number): Promise<{ files: HubFile[]; reached: number }> {
    return this.files_.since(since);
  }
  putFile(id: string, path: string, between: () => Promise<void>): Promise<void> {
    return this.files_.put(id, path, between);
  }
  getFile(id: string, path: string, between: () => Promise<void>): Promise<void> {
    return this.files_.get(id, path, between);
  }
  removeFile(id: string): Promise<void> {
    return this.files_.remove(id);
  }

  sayHere(sign: SignOfLife): void {
    if (!this.nc.isClosed()) this.nc.publish(`${names.seen}.${this.desk}`, JSON.stringify(sign));
  }

  onSeen(heard: (desk: string, sign: SignOfLife) => void): () => void {
    const subscription = this.nc.subscribe(`${names.seen}.*`, {
      callback: (error, message) => {
        const sign = error ? null : signOf(message.string());
        if (sign) heard(message.subject.slice(names.seen.length + 1), sign);
      },
    });
    return () => {
      if (!this.nc.isClosed()) subscription.unsubscribe();
    };
  }

  private async one(query: { seq: number } | { last_by_subj: string }): Promise<HubMessage | null> {
    const message = await this.jsm.streams.getMessage(names.log.stream, query);
    return message && messageOf({ seq: message.seq, subject: message.subject, data: message.data, time: nanosOf(message.timestamp) });
  }

  /** A message that the hub's disk has damaged is passed over by every reader: who waited for it would wait for ever. */
  private async lastReadable(stream: string, first: number, last: number): Promise<number> {
    let seq = last;
    while (seq >= Math.max(1, first, last - UNREADABLE) && !(await this.jsm.streams.getMessage(stream, { seq }))) seq--;
    return seq;
  }

  /** @throws WrongLast, TooLarge */
  private async put(subject: string, data: Uint8Array, expected: number): Promise<number> {
    if (data.length + HEADERS > (this.nc.info?.max_payload ?? Number.POSITIVE_INFINITY)) throw new TooLarge(`${data.length} bytes`);
    try {
      return (await this.js.publish(subject, data, { timeout: TIMEOUT_MS, expect: { lastSubjectSequence: expected } })).seq;
    } catch (error) {
      if (isWrongLast(error)) throw new WrongLast('the last message on the subject is another', namedIn(error), { cause: error });
      throw error;
    }
  }
}

const subjectOf = (kind: HubMessage['kind'], desk: string): string => `${kind === 'log' ? names.log.subject : names.log.relay}.${desk}`;
const keySubject = (id: string): string => `${names.keys.subject}.${id}`;

/** 「wrong last sequence: 12」 */
const namedIn = (error: JetStreamApiError): number | null => {
  const [, seq] = /(\d+)$/.exec(error.message) ?? [];
  return seq === undefined ? null : Number(seq);
};

export const isWrongLast = (error: unknown): error is JetStreamApiError =>
  error instanceof JetStreamApiError &&
  (error.code === JetStreamApiCodes.StreamWrongLastSequence || error.code === JetStreamApiCodes.StreamWrongLastSequenceUnknown);

const delivered = ({ seq, subject, data, timestampNanos }: JsMsg): HubMessage =>
  messageOf({ seq, subject, data, time: String(timestampNanos) });

/** `2026-11-23T01:02:03.12345Z`, as the hub writes it, to the nanosecond. */
export function nanosOf(timestamp: string): string {
  const [, seconds = '', fraction = ''] = /^(.{19})(?:\.(\d{1,9}))?Z$/.exec(timestamp) ?? [];
  return String(BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0')));
}

/** A subject the hub should not have let through is a log message of nobody: it is quarantined, not passed over. */
function messageOf({ seq, subject, data, time }: { seq: number; subject: string; data: Uint8Array; time: string }): HubMessage {
  const relayed = subject.startsWith(`${names.log.relay}.`);
  return { seq, kind: relayed ? 'relay' : 'log', desk: subject.slice(subject.lastIndexOf('.') + 1), time, data };
}

const count = z.number().int().min(0);
const Sign = z.object({
  at: z.number(),
  lacks: z.array(z.object({ desk: z.string(), after: z.object({ inc: count, last: count }) })).max(100),
});

function signOf(text: string): SignOfLife | null {
  try {
    return Sign.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
