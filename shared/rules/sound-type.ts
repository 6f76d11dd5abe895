/** Sound files of outside recorders, told by their first bytes: a name says nothing. */
export const SOUND_HEAD_BYTES = 16;
/** Eight hours at 256 kbit/s. */
export const OUTSIDE_BYTES_AT_MOST = 1024 * 1024 * 1024;

interface SoundType {
  mime: string;
  extension: string;
  /** Whether this program plays it; others are kept, sealed and exported all the same. */
  plays: boolean;
}
const ascii = (head: Uint8Array, at: number, length: number): string => String.fromCharCode(...head.subarray(at, at + length));

/** Null: not a sound file that is known. */
export function soundType(head: Uint8Array): SoundType | null {
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WAVE') return { mime: 'audio/wav', extension: 'wav', plays: true };
  if (ascii(head, 0, 4) === 'OggS') return { mime: 'audio/ogg', extension: 'ogg', plays: true };
  if (ascii(head, 0, 4) === 'fLaC') return { mime: 'audio/flac', extension: 'flac', plays: true };
  if (ascii(head, 4, 4) === 'ftyp') return { mime: 'audio/mp4', extension: 'm4a', plays: true };
  if (ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2))
    return { mime: 'audio/mpeg', extension: 'mp3', plays: true };
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3)
    return { mime: 'audio/webm', extension: 'webm', plays: true };
  if (ascii(head, 0, 5) === '#!AMR') return { mime: 'audio/amr', extension: 'amr', plays: false };
  // ASF: Windows' own recorder.
  if (head[0] === 0x30 && head[1] === 0x26 && head[2] === 0xb2 && head[3] === 0x75)
    return { mime: 'audio/x-ms-wma', extension: 'wma', plays: false };
  return null;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  ...{ 'audio/wav': 'wav', 'audio/ogg': 'ogg', 'audio/flac': 'flac', 'audio/mp4': 'm4a', 'audio/mpeg': 'mp3' },
  ...{ 'audio/webm': 'webm', 'audio/amr': 'amr', 'audio/x-ms-wma': 'wma' },
};
/** How the name of such a file ends, without the dot. */
export const soundExtension = (mime: string): string => EXTENSIONS[mime] ?? 'bin';
