import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RefusedUpdate } from './refused-update';

/** Some bytes of a file of the source, from a place in it on. */
export interface Opened {
  /** Where the bytes begin: as asked, or 0 where the source cannot begin in the middle. */
  from: number;
  bytes: AsyncIterable<Uint8Array>;
}
/** Where updates lie: a folder, or the address of one. Nothing that comes from it is believed. */
export interface UpdateSource {
  /** @throws RefusedUpdate `no-manifest`: it is not there; `unreachable` */
  open(name: string, from: number, signal: AbortSignal): Promise<Opened>;
}

type Fetch = (url: string, init: { headers: Record<string, string>; signal: AbortSignal; cache: 'no-store' }) => Promise<Response>;

/** @param fetch the runtime's own, so that the system's certificates and proxy count */
export const sourceAt = (place: string, fetch: Fetch): UpdateSource =>
  /^https?:\/\//i.test(place) ? new HttpSource(place.endsWith('/') ? place : `${place}/`, fetch) : new FolderSource(place);

class FolderSource implements UpdateSource {
  constructor(private readonly folder: string) {}

  async open(name: string, from: number, signal: AbortSignal): Promise<Opened> {
    const path = join(this.folder, name);
    await stat(this.folder).catch(() => {
      throw new RefusedUpdate('unreachable', this.folder);
    });
    const { size } = await stat(path).catch(() => {
      throw new RefusedUpdate('no-manifest', name);
    });
    const start = from <= size ? from : 0;
    return { from: start, bytes: createReadStream(path, { start, signal, highWaterMark: 256 * 1024 }) };
  }
}

class HttpSource implements UpdateSource {
  constructor(
    private readonly base: string,
    private readonly fetch: Fetch,
  ) {}

  async open(name: string, from: number, signal: AbortSignal): Promise<Opened> {
    const headers: Record<string, string> = from > 0 ? { Range: `bytes=${from}-` } : {};
    const response = await this.fetch(new URL(name, this.base).href, { headers, signal, cache: 'no-store' }).catch((error: unknown) => {
      throw new RefusedUpdate('unreachable', String(error));
    });
    const { status, body } = response;
    if (status === 416) {
      await body?.cancel();
      return this.open(name, 0, signal);
    }
    if (status === 404 || status === 410) throw new RefusedUpdate('no-manifest', name);
    if ((status !== 200 && status !== 206) || !body) throw new RefusedUpdate('unreachable', `HTTP ${status}`);
    const start = status === 206 ? Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN) : 0;
    // A server that begins somewhere else is asked for the whole.
    if (start !== 0 && start !== from) {
      await body.cancel();
      if (from === 0) throw new RefusedUpdate('unreachable', 'content-range');
      return this.open(name, 0, signal);
    }
    return { from: start, bytes: body as unknown as AsyncIterable<Uint8Array> };
  }
}

/** A small file, whole. @throws RefusedUpdate `bad-manifest` where it is larger than anything of ours */
export async function readSmall(source: UpdateSource, name: string, atMost: number, signal: AbortSignal): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of (await source.open(name, 0, signal)).bytes) {
      length += part.length;
      if (length > atMost) throw new RefusedUpdate('bad-manifest', `${name} is too large`);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof RefusedUpdate ? error : new RefusedUpdate('unreachable', String(error));
  }
  return Buffer.concat(parts);
}
