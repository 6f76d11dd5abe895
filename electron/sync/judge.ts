import type { QuarantineReason } from '../../shared/domain/sync';
import { decodeMessage, encodeSigned, type SignedBatch } from '../storage/signed-batch';
import type { KnownDesks } from './known-desks';
import { type BatchHead, headOf, isAfter } from './place';
import { isSignedBatch } from './sign';

/** Something that came in, and whether it may be applied. */
export type Judged =
  | { right: true; batch: SignedBatch; head: BatchHead }
  | { right: false; desk: string; reason: QuarantineReason; bytes: Uint8Array; batch: SignedBatch | null };

/** @param subject the desk whose own subject it came on; null: anybody may bear it, as in a relay or a package */
export interface Arrived {
  data: Uint8Array;
  /** As the message claims, where it cannot be read. */
  from: string;
  subject: string | null;
}

/** A message taken apart; each batch is judged for itself, so that a bad one stops no good one. */
export function takeApart({ data, from }: Arrived): SignedBatch[] | Judged {
  try {
    return decodeMessage(data);
  } catch {
    return { right: false, desk: from, reason: 'malformed', bytes: data, batch: null };
  }
}

export async function judge(batch: SignedBatch, arrived: Arrived, hallId: string, desks: KnownDesks): Promise<Judged> {
  const wrong = (desk: string, reason: QuarantineReason): Judged => ({ right: false, desk, reason, bytes: encodeSigned(batch), batch });
  let head: BatchHead;
  try {
    head = headOf(batch.payload);
  } catch {
    return wrong(arrived.from, 'malformed');
  }
  if (arrived.subject !== null && head.desk !== arrived.subject) return wrong(arrived.subject, 'wrong-desk');
  const desk = desks.get(head.desk);
  if (!desk) return wrong(head.desk, 'unknown-desk');
  if (!(await isSignedBatch(desk.publicKey, hallId, batch))) return wrong(head.desk, 'forged');
  if (desk.revokedAfter && isAfter(head, desk.revokedAfter)) return wrong(head.desk, 'revoked-desk');
  return { right: true, batch, head };
}
