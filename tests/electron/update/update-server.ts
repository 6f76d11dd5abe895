import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export interface Asked {
  name: string;
  range: string | null;
}

/** A plain HTTP folder as an IT office sets one up, which can also be cut, stay silent or know no Range. */
export class UpdateServer {
  readonly asked: Asked[] = [];
  /** Names → after how many bytes the connection is cut, once each. */
  readonly cutAfter = new Map<string, number>();
  /** … after how many it sends nothing more and keeps the connection, once each. */
  readonly silentAfter = new Map<string, number>();
  ranges = true;
  private constructor(
    private readonly server: Server,
    readonly dir: string,
  ) {}

  static async start(dir: string): Promise<UpdateServer> {
    const server = createServer((request, response) => {
      const name = basename(decodeURIComponent(request.url ?? ''));
      const range = request.headers.range ?? null;
      self.asked.push({ name, range });
      let bytes: Buffer;
      try {
        bytes = readFileSync(join(dir, name));
      } catch {
        response.writeHead(404).end();
        return;
      }
      const from = self.ranges && range ? Number(/bytes=(\d+)-/.exec(range)?.[1]) : 0;
      if (from >= bytes.length) {
        response.writeHead(416).end();
        return;
      }
      const rest = bytes.subarray(from);
      const headers = {
        'content-length': rest.length,
        ...(from > 0 && { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` }),
      };
      response.writeHead(from > 0 ? 206 : 200, headers);
      const silent = self.silentAfter.get(name);
      if (silent !== undefined) {
        self.silentAfter.delete(name);
        response.write(rest.subarray(0, silent));
        return;
      }
      const cut = self.cutAfter.get(name);
      if (cut === undefined) {
        response.end(rest);
        return;
      }
      self.cutAfter.delete(name);
      response.write(rest.subarray(0, cut), () => setTimeout(() => response.destroy(), 50));
    });
    const self = new UpdateServer(server, dir);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return self;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }
  rangesOf(name: string): (string | null)[] {
    return this.asked.filter((each) => each.name === name).map(({ range }) => range);
  }
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A folder of its own, gone with `clearFolders`. */
const made: string[] = [];
export function folder(name = ''): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiefangtai-update-'));
  made.push(dir);
  const inside = join(dir, name);
  mkdirSync(inside, { recursive: true });
  return inside;
}
export function clearFolders(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Bytes that are no other's, and do not repeat. */
export function put(dir: string, name: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let n = 0, x = 12345; n < length; n++) {
    x = (Math.imul(x, 1_103_515_245) + 12_345) >>> 0;
    bytes[n] = x >>> 16;
  }
  writeFileSync(join(dir, name), bytes);
  return bytes;
}
