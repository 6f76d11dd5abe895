import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import names from '../../shared/sync/hub.json';
import type { HubFile } from './hub-port';
import { readAll } from './nats-reading';
import { PartialFile } from './partial-file';

/**
 * The hub's object store, in the format of @nats-io/obj (ADR-20), which that library and the `nats` tool read. Its own
 * put begins anew after a break and removes what it had sent, which a desk may not; here the pieces of a file stand on a
 * subject named by its content, each sent only after the one before, so that any desk goes on where one stopped.
 */
const { bucket } = names.files;
const STREAM = `OBJ_${bucket}`;
const PIECE = 128 * 1024;
const TIMEOUT_MS = 10_000;

interface Meta {
  name: string;
  nuid: string;
  size: number;
  chunks: number;
  digest: string;
  deleted: boolean;
}

export class NatsFiles {
  constructor(
    private readonly nc: NatsConnection,
    private readonly js: JetStreamClient,
    private readonly jsm: JetStreamManager,
  ) {}

  async since(seq: number): Promise<{ files: HubFile[]; reached: number }> {
    const from = { stream: STREAM, seq: seq + 1, filter: `$O.${bucket}.M.>`, atOnce: 500 };
    const found = await readAll(this.nc, from, (message) => ({ seq: message.seq, meta: message.json<Meta>() }));
    const files = found.map(({ meta }) => ({ id: meta.name, bytes: meta.size, removed: meta.deleted === true }));
    return { files, reached: found.at(-1)?.seq ?? seq };
  }

  async put(id: string, path: string, between: () => Promise<void>): Promise<void> {
    const { size } = await stat(path);
    const digest = await hashOf(path);
    const nuid = createHash('sha256')
      .update(`${id}|${digest.toString('hex')}`)
      .digest('hex')
      .slice(0, 32);
    const subject = pieceSubject(nuid);
    const chunks = Math.ceil(size / PIECE);
    let { count, last } = await this.there(subject);
    const file = await open(path, 'r');
    try {
      const piece = Buffer.alloc(PIECE);
      for (; count < chunks; count++) {
        await between();
        const { bytesRead } = await file.read(piece, 0, PIECE, count * PIECE);
        const data = piece.subarray(0, bytesRead);
        last = (await this.js.publish(subject, data, { timeout: TIMEOUT_MS, expect: { lastSubjectSequence: last } })).seq;
      }
    } finally {
      await file.close();
    }
    await this.describe({ name: id, nuid, size, chunks, digest: `SHA-256=${padded(digest)}`, deleted: false });
  }

  async get(id: string, path: string, between: () => Promise<void>): Promise<void> {
    const meta = await this.meta(id);
    if (!meta || meta.deleted) throw new Error('the hub holds no such file');
    const part = await PartialFile.open(path, meta.nuid);
    try {
      while (part.bytes < meta.size) {
        await between();
        // The hub takes a place and a subject together; the library's types know that for direct reading only.
        const query = { seq: part.seq + 1, next_by_subj: pieceSubject(meta.nuid) } as unknown as { seq: number };
        const message = await this.jsm.streams.getMessage(STREAM, query);
        if (!message) throw new Error('a piece of the file is missing at the hub');
        await part.add(message.seq, message.data);
      }
      await part.finish(meta.digest.slice('SHA-256='.length));
    } finally {
      await part.close();
    }
  }

  /** Marked as removed. Its sealed pieces, whose key is destroyed, are the hub's administrator's to remove: no desk may purge. */
  async remove(id: string): Promise<void> {
    const meta = await this.meta(id);
    if (!meta || meta.deleted) return;
    await this.describe({ ...meta, size: 0, chunks: 0, digest: '', deleted: true });
  }

  private async meta(id: string): Promise<Meta | null> {
    const message = await this.jsm.streams.getMessage(STREAM, { last_by_subj: metaSubject(id) });
    return message?.json<Meta>() ?? null;
  }

  /** Behind the earlier ones, the last of which counts: the hub lets no desk roll a subject up. */
  private async describe(meta: Meta): Promise<void> {
    const about = { ...meta, bucket, mtime: new Date().toISOString(), options: { max_chunk_size: PIECE } };
    await this.js.publish(metaSubject(meta.name), JSON.stringify(about), { timeout: TIMEOUT_MS });
  }

  /** How many pieces stand there already, and where the last of them is. */
  private async there(subject: string): Promise<{ count: number; last: number }> {
    const message = await this.jsm.streams.getMessage(STREAM, { last_by_subj: subject });
    if (!message) return { count: 0, last: 0 };
    const { state } = await this.jsm.streams.info(STREAM, { subjects_filter: subject });
    return { count: state.subjects?.[subject] ?? 0, last: message.seq };
  }
}

const padded = (bytes: Buffer): string => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
const metaSubject = (id: string): string => `$O.${bucket}.M.${padded(Buffer.from(id))}`;
const pieceSubject = (nuid: string): string => `$O.${bucket}.C.${nuid}`;

async function hashOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest();
}
