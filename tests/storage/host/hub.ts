import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { OutgoingBatch, Received } from '../../../electron/storage/internal-sync';
import type { WrappedKey } from '../../../electron/storage/journal';
import { type SignedBatch, signedBytes } from '../../../electron/storage/signed-batch';
import { Desk, Disk, newDesk } from './desk';

/** What the hub keeps, and what a main process does with it: signs, checks, brings keys first. No network, no faults. */
export class Hub {
  readonly log: { desk: string; batches: SignedBatch[] }[] = [];
  readonly keys = new Map<string, Uint8Array>();
  private readonly signing = new Map<string, { publicKey: KeyObject; privateKey: KeyObject }>();

  constructor(readonly hallId: string) {}

  sign(desk: string, payload: Uint8Array): SignedBatch {
    const { privateKey } = this.keysOf(desk);
    return { payload, signature: new Uint8Array(sign(null, signedBytes(this.hallId, payload), privateKey)) };
  }

  /** As the main process does it before the storage host hears of a batch. */
  isRight(desk: string, { payload, signature }: SignedBatch): boolean {
    return verify(null, signedBytes(this.hallId, payload), this.keysOf(desk).publicKey, signature);
  }

  private keysOf(desk: string): { publicKey: KeyObject; privateKey: KeyObject } {
    const known = this.signing.get(desk) ?? generateKeyPairSync('ed25519');
    this.signing.set(desk, known);
    return known;
  }

  /** All of a desk's batches after what the log already has of it. */
  async publish(desk: Desk, code: string): Promise<number> {
    let sent = 0;
    const { ends } = await desk.internal('internal.sync.ends', null);
    for (const { desk: of, inc } of ends) {
      if (of !== code) continue;
      for (let after = this.lastOf(code, inc); ; ) {
        const { batches, keys, more } = await desk.internal('internal.sync.outgoing', { desk: code, inc, after, bytes: 100_000 });
        for (const { id, wrapped } of keys) if (!this.keys.has(id)) this.keys.set(id, wrapped);
        const signed = batches.map((batch) => this.signedOf(code, batch));
        if (signed.length > 0) this.log.push({ desk: code, batches: signed });
        sent += signed.length;
        after = batches.at(-1)?.last ?? after;
        this.ends.set(`${code}.${inc}`, Math.max(after, this.lastOf(code, inc)));
        if (!more) break;
      }
    }
    return sent;
  }

  private readonly ends = new Map<string, number>();
  private lastOf(code: string, inc: number): number {
    return this.ends.get(`${code}.${inc}`) ?? 0;
  }
  private signedOf(code: string, { payload, signature }: OutgoingBatch): SignedBatch {
    return signature ? { payload, signature } : this.sign(code, payload);
  }

  /** Brings batches to a desk, with the keys it asks for. */
  async bring(desk: Desk, batches: readonly SignedBatch[]): Promise<{ received: Received[]; changes: number }> {
    const input = { batches: [...batches], keys: [] as WrappedKey[], absent: [] as string[], cursor: null, past: false };
    for (;;) {
      const answer = await desk.internal('internal.sync.receive', input);
      if (answer.needKeys === null) return answer;
      for (const id of answer.needKeys) {
        const wrapped = this.keys.get(id);
        if (wrapped) input.keys.push({ id, wrapped });
        else input.absent.push(id);
      }
    }
  }

  /** The whole log, in the order given by `order`. */
  async bringAll(desk: Desk, order: (log: SignedBatch[][]) => SignedBatch[][] = (log) => log): Promise<Received[]> {
    const received: Received[] = [];
    for (const batches of order(this.log.map((message) => message.batches))) received.push(...(await this.bring(desk, batches)).received);
    return received;
  }
}

/** A further desk of a hall: nothing in it but the hall's key. */
export async function joinedDesk(of: Disk, code: string): Promise<Desk> {
  const desk = new Desk(new Disk(of.hallKey, of.hallId), code);
  await desk.open();
  return desk;
}

/** Two desks of a hall that have not met yet, and the hub between them. */
export async function twoDesks(): Promise<{ one: Desk; other: Desk; hub: Hub }> {
  const one = await newDesk();
  return { one, other: await joinedDesk(one.disk, '02'), hub: new Hub(one.disk.hallId) };
}
