/** The first bytes of a segment: whose journal it is and where it begins. Fixed size, JSON padded with spaces. */
export const HEAD_SIZE = 256;
const MAGIC = 'XFJSEG1 ';

export interface Head {
  hallId: string;
  deskCode: string;
  /** 1, 2, … */
  number: number;
  /** Position of its first frame. */
  first: number;
}

export function encodeHead(head: Head): Buffer {
  const text = MAGIC + JSON.stringify(head);
  if (text.length > HEAD_SIZE) throw new Error('journal head too long');
  return Buffer.from(text.padEnd(HEAD_SIZE, ' '), 'latin1');
}

export function decodeHead(bytes: Buffer): Head | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith(MAGIC)) return null;
  try {
    return JSON.parse(text.slice(MAGIC.length)) as Head;
  } catch {
    return null;
  }
}
