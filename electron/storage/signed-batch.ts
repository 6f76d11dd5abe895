import { decode, encode } from 'cborg';

/**
 * A batch as it travels: the author's bytes, unchanged, and the author's Ed25519 signature over `signedBytes`. A journal
 * frame of another desk's batch is a signed batch; a frame of one's own is the payload alone.
 */
export interface SignedBatch {
  /** As the author's journal holds it. */
  payload: Uint8Array;
  /** 64 bytes. */
  signature: Uint8Array;
}

const SIGNATURE_BYTES = 64;
const text = new TextEncoder();

/** What is signed: bound to the hall, so that no other hall's batch is taken for this one's. */
export function signedBytes(hallId: string, payload: Uint8Array): Uint8Array {
  const head = text.encode(`reception/1/batch|${hallId}|`);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

export const encodeSigned = ({ payload, signature }: SignedBatch): Uint8Array => encode([payload, signature]);

/** @throws when the bytes are no signed batch */
export function decodeSigned(bytes: Uint8Array): SignedBatch {
  const [payload, signature] = decode(bytes) as unknown[];
  if (!(payload instanceof Uint8Array) || !(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES)
    throw new Error('no signed batch');
  return { payload, signature };
}

/** The payload in a journal frame, whoever wrote it. CBOR says in its first byte whether it is an array (signed) or a map. */
export function ofFrame(frame: Uint8Array): { payload: Uint8Array; signature: Uint8Array | null } {
  const isArray = ((frame[0] ?? 0) & 0xe0) === 0x80;
  return isArray ? decodeSigned(frame) : { payload: frame, signature: null };
}

/** One hub message, or one entry of a package: consecutive batches of one author. */
export const encodeMessage = (batches: readonly SignedBatch[]): Uint8Array =>
  encode({ v: 1, batches: batches.map(({ payload, signature }) => [payload, signature]) });

/** @throws when the bytes are no message of version 1 */
export function decodeMessage(bytes: Uint8Array): SignedBatch[] {
  const message = decode(bytes) as { v?: unknown; batches?: unknown };
  if (message.v !== 1 || !Array.isArray(message.batches)) throw new Error('no message of version 1');
  return message.batches.map((each) => decodeSigned(encode(each)));
}
