import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InternalName, InternalRequests, InternalStorage } from '../../../electron/storage/internal';
import type { HubCursor } from '../../../electron/storage/internal-sync';
import { encodeMessage, signedBytes } from '../../../electron/storage/signed-batch';
import type { Arrived } from '../../../electron/sync/judge';
import { KnownDesks } from '../../../electron/sync/known-desks';
import { headOf } from '../../../electron/sync/place';
import { Receiver } from '../../../electron/sync/receiver';
import { newSigningKeys, Signer } from '../../../electron/sync/sign';
import { FakeStorage } from './fake-storage';
import { HALL } from './hall';

const BATCHES = 24;
const keys = newSigningKeys();

/** Batch n of desk 01 is message n of the log; large ones, so that a chunk is stored in several pieces. */
const log = (async (): Promise<Arrived[]> => {
  const writer = new FakeStorage('01');
  const signer = new Signer(keys.privateKey);
  const payloads: Uint8Array[] = [];
  writer.onWrite = (payload) => payloads.push(new Uint8Array(payload));
  for (let n = 0; n < BATCHES; n++) writer.write({ text: 'x'.repeat(n % 3 === 0 ? 600_000 : 10) });
  return Promise.all(
    payloads.map(async (payload) => {
      const data = encodeMessage([{ payload, signature: await signer.bytes(signedBytes(HALL, payload)) }]);
      return { data, from: '01', subject: '01' };
    }),
  );
})();

/** A storage host that answers when it likes, asks for a key now and then, and may fail once. */
class SlowStorage implements InternalStorage {
  readonly stored = new Set<number>();
  cursor: HubCursor | null = null;
  private calls = 0;

  constructor(
    private readonly delays: readonly number[],
    private readonly failsAt: number,
  ) {}

  async internal<N extends InternalName>(name: N, input: InternalRequests[N]['input']): Promise<InternalRequests[N]['output']> {
    return (await this.answer(name, input)) as InternalRequests[N]['output'];
  }

  private async answer(name: string, input: unknown): Promise<unknown> {
    if (name === 'internal.sync.desks') return [{ code: '01', publicKey: keys.publicKey, revokedAfter: null }];
    if (name === 'internal.sync.remember') return this.remember((input as { cursor: HubCursor }).cursor);
    const { batches, cursor, absent } = input as InternalRequests['internal.sync.receive']['input'];
    const call = this.calls++;
    // What a cursor passes was there before this was asked.
    if (cursor) this.mayPass(cursor);
    for (let turns = this.delays[call % this.delays.length] ?? 0; turns > 0; turns--) await new Promise(setImmediate);
    if (call === this.failsAt) throw new Error('the storage host has ended');
    if (call % 5 === 2 && absent.length === 0) return { needKeys: [`p:${call}`] };
    for (const { payload } of batches) this.stored.add(headOf(payload).first);
    if (cursor) this.remember(cursor);
    return { needKeys: null, received: batches.map(() => 'applied'), changes: batches.length };
  }

  private remember(cursor: HubCursor): null {
    this.mayPass(cursor);
    this.cursor = cursor;
    return null;
  }
  private mayPass({ seq }: HubCursor): void {
    for (let n = 1; n <= seq; n++) expect(this.stored.has(n), `${n} is stored before the cursor says ${seq}`).toBe(true);
  }
}

it('a past is stored whole and its cursor passes nothing, in whatever order pieces end, whatever fails', async () => {
  const messages = await log;
  const histories = fc.record({
    chunk: fc.integer({ min: 1, max: 9 }),
    delays: fc.array(fc.nat(6), { minLength: 1, maxLength: 12 }),
    failsAt: fc.option(fc.nat(20), { nil: -1 }),
  });
  await fc.assert(
    fc.asyncProperty(histories, async ({ chunk, delays, failsAt }) => {
      const storage = new SlowStorage(delays, failsAt);
      const receiver = new Receiver({
        storage,
        hallId: HALL,
        desks: new KnownDesks(storage, []),
        isKnown: () => false,
        onBatch: () => {},
        onRefused: () => expect.fail('all are right'),
      });
      const told: number[] = [];
      const past = receiver.past(
        async () => [],
        ({ seq }, count) => {
          told.push(seq);
          expect(count.changes).toBeGreaterThan(0);
          for (let n = 1; n <= seq; n++) expect(storage.stored.has(n)).toBe(true);
        },
      );
      const read = async (): Promise<void> => {
        for (let at = 0; at < BATCHES; at += chunk) {
          const seq = Math.min(at + chunk, BATCHES);
          await past.take(messages.slice(at, seq), { seq, hash: new Uint8Array(32) });
        }
        await past.end();
      };
      const failed = await read().then(
        () => null,
        (error: Error) => error.message,
      );
      if (failed) expect(failed).toBe('the storage host has ended');
      else {
        expect(storage.stored.size).toBe(BATCHES);
        expect(storage.cursor?.seq).toBe(BATCHES);
        expect(told.at(-1)).toBe(BATCHES);
      }
      expect(told).toEqual([...told].sort((a, b) => a - b));
    }),
    { numRuns: 150 },
  );
});
