import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { type NewHub, startHub } from '../../../build/hub/run-hub.mjs';
import { prepareStreams } from '../../../build/hub/streams.mjs';
import names from '../../../shared/sync/hub.json';
import { connectAdmin, QUICK } from '../../hub/desks';

/** A real hub whose folder is copied, put back and emptied while it is stopped. */
export class FaultyHub {
  private readonly copies = mkdtempSync(join(tmpdir(), 'reception-hub-copies-'));
  private made = 0;

  private constructor(readonly server: NewHub) {}

  static async start(desks: number): Promise<FaultyHub> {
    return new FaultyHub(await startHub({ desks, cost: QUICK }));
  }
  get data(): string {
    return join(this.server.dir, 'server', 'data');
  }

  /** Of a hub that is stopped. */
  copy(): string {
    const to = join(this.copies, String(++this.made));
    cpSync(this.data, to, { recursive: true });
    return to;
  }
  putBack(copy: string): void {
    this.empty();
    cpSync(copy, this.data, { recursive: true });
    rmSync(copy, { recursive: true });
  }
  empty(): void {
    rmSync(this.data, { recursive: true });
    mkdirSync(this.data, { mode: 0o700 });
  }
  /** One byte of what a stopped hub has stored of its log; `of` is a message's bytes as it gave them out. */
  damage(of: Uint8Array, at: number): void {
    const dir = join(this.data, 'jetstream');
    const files = readdirSync(dir, { recursive: true }).map(String);
    for (const file of files.filter((name) => name.includes(names.log.stream) && name.endsWith('.blk'))) {
      const bytes = readFileSync(join(dir, file));
      const begins = bytes.indexOf(of);
      if (begins < 0) continue;
      bytes[begins + at] = (bytes[begins + at] ?? 0) ^ 1;
      writeFileSync(join(dir, file), bytes);
      return;
    }
    throw new Error('the message lies in no file of the hub');
  }
  /**
   * With the streams it should have, as an administrator prepares them. nats-server 2.9.10 may fall over by itself where desks
   * already publish while a stream is being made (a panic in its processServiceImport, once in some hundred times): its
   * service starts it again, and the administrator prepares once more.
   */
  async prepare(): Promise<void> {
    try {
      await this.asAdmin((_, nc) => prepareStreams(nc, { replicas: 1 }));
    } catch (error) {
      const fell = await Promise.race([this.server.ended().then(() => true), pause(1000, false)]);
      if (!fell) throw error;
      console.log(`the hub's server fell over by itself: ${/^panic: .*$/m.exec(this.server.log())?.[0] ?? 'no panic told'}`);
      await this.server.restart();
      await this.prepare();
    }
  }

  /** Sequence of the log's last message. */
  end(): Promise<number> {
    return this.asAdmin(async ({ streams }) => (await streams.info(names.log.stream)).state.last_seq);
  }
  async asAdmin<T>(ask: (jsm: JetStreamManager, nc: NatsConnection) => Promise<T>): Promise<T> {
    const nc = await connectAdmin(this.server);
    try {
      return await ask(await jetstreamManager(nc), nc);
    } catch (error) {
      throw new Error(`the hub did not answer its administrator; it said:\n${this.server.log().slice(-3000)}`, { cause: error });
    } finally {
      await nc.close();
    }
  }
  async remove(): Promise<void> {
    await this.server.stop();
    for (const dir of [this.server.dir, this.copies]) rmSync(dir, { recursive: true, force: true });
  }
}
