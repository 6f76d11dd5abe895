import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { v7 as uuid } from 'uuid';
import type { InternalName, InternalRequests } from '../../../electron/storage/internal';
import type { FromHost, OpenAnswer, OpenInput, ToHost } from '../../../electron/storage/protocol';
import type { Result } from '../../../shared/result';

/**
 * The storage host's page in the system's Chromium, which is newer than the runtime that tests may have, with this file
 * as its main process. Bytes cross to the page as base64, since its bridge knows JSON only.
 */
const BUNDLE = join(__dirname, '..', '..', '..', 'dist', 'storage');
const ORIGIN = 'https://storage.invalid';
const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
const SWITCHES = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run'];

export type Store = 'sqlite' | 'leveldb';

/** What outlives the browser: the journal and the keyring. */
export class Disk {
  readonly hallId = uuid();
  readonly hallKey = new Uint8Array(32).fill(7);
  readonly journal: Uint8Array[] = [];
  readonly keyring = new Map<string, Uint8Array>();
  get tail(): OpenInput['journal'] {
    const last = this.journal.at(-1);
    return { position: this.journal.length, hash: last ? new Uint8Array(createHash('sha256').update(last).digest()) : null };
  }
}

export class HostInChromium {
  private constructor(
    private readonly disk: Disk,
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  /** @param folder the browser's profile: its database outlives this object */
  static async start(disk: Disk, folder: string, store: Store): Promise<HostInChromium> {
    const feature = store === 'sqlite' ? '--enable-features=IdbSqliteBackingStore' : '--disable-features=IdbSqliteBackingStore';
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim(),
      args: [...SWITCHES, feature],
    });
    const page = await context.newPage();
    await page.route(`${ORIGIN}/**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      return route.fulfill({ contentType: TYPES[extname(path)], body: readFileSync(join(BUNDLE, path)) });
    });
    const host = new HostInChromium(disk, context, page);
    await page.exposeFunction('append', (payload: string, keys: { id: string; wrapped: string }[]) => {
      for (const { id, wrapped } of keys) disk.keyring.set(id, bytes(wrapped));
      return disk.journal.push(bytes(payload));
    });
    await page.goto(`${ORIGIN}/index.html`);
    await page.evaluate(connectHost);
    return host;
  }

  /** Opens, and brings the database up to the journal as recovery.ts does. */
  async open(): Promise<OpenAnswer['state']> {
    const { hallKey, hallId, tail, keyring, journal } = this.disk;
    const input = { hallKey, laterKeys: [], hallId, deskCode: '01', clockOffsetMs: 0, journal: tail };
    const { answer } = (await this.ask({ kind: 'open', id: 0, input })) as Extract<FromHost, { kind: 'opened' }>;
    if (answer.state !== 'behind' && answer.state !== 'rebuild') return answer.state;
    const keys = [...keyring].map(([id, wrapped]) => ({ id, wrapped }));
    const frames = journal.map((payload, i) => ({ position: i + 1, payload })).slice(answer.applied);
    await this.ask({ kind: 'recover', id: 0, keys, frames: [], done: false });
    await this.ask({ kind: 'recover', id: 0, keys: [], frames, done: true });
    return answer.state;
  }

  async internal<N extends InternalName>(name: N, input: InternalRequests[N]['input']): Promise<InternalRequests[N]['output']> {
    const actor = { staffId: null, roles: [], deskCode: '01' };
    const message = await this.ask({ kind: 'call', id: 0, name, input, actor, requestId: uuid() });
    const { result } = message as Extract<FromHost, { kind: 'result' }>;
    const { ok, value, error } = result as Result<unknown> & { value?: unknown; error?: unknown };
    if (!ok) throw new Error(`${name}: ${JSON.stringify(error)}`);
    return value as InternalRequests[N]['output'];
  }

  /** As a person closes the program. */
  close(): Promise<void> {
    return this.context.close();
  }

  private async ask(message: ToHost): Promise<FromHost> {
    const answer = await this.page.evaluate((text) => window.askHost(text), JSON.stringify(message, asBase64));
    return JSON.parse(answer) as FromHost;
  }
}

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const asBase64 = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;

declare global {
  interface Window {
    append(payload: string, keys: { id: string; wrapped: string }[]): Promise<number>;
    askHost(message: string): Promise<string>;
  }
}

/** Runs in the page: hands it its port, as the preload does, and stays at the other end. */
function connectHost(): void {
  const { port1, port2 } = new MessageChannel();
  const waiting = new Map<number, (answer: string) => void>();
  const toBase64 = (value: Uint8Array): string => btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(''));
  const fromBase64 = (_key: string, value: unknown): unknown => {
    const { base64 } = (value ?? {}) as { base64?: string };
    return base64 === undefined ? value : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  };
  let next = 1;
  port1.onmessage = async ({ data }: MessageEvent<FromHost>) => {
    if (data.kind === 'journal') {
      const keys = data.keys.map(({ id, wrapped }) => ({ id, wrapped: toBase64(wrapped) }));
      let position = 0;
      for (const payload of data.payloads) position = await window.append(toBase64(payload), keys);
      port1.postMessage({ kind: 'journaled', id: data.id, position });
    } else if ('id' in data) {
      waiting.get(data.id)?.(JSON.stringify(data));
      waiting.delete(data.id);
    }
  };
  window.askHost = (text) =>
    new Promise((resolve) => {
      const message = { ...JSON.parse(text, fromBase64), id: next++ } as ToHost;
      waiting.set(message.id, resolve);
      port1.postMessage(message);
    });
  window.postMessage('storage-port', location.origin, [port2]);
}
