/** What a file is, by its first bytes: a name can be wrong, and what is kept as evidence must open in ten years. */
import { ATTACHMENT_BYTES_AT_MOST, type AttachmentType } from '../domain/attachments';

/** How much of a file has to be read to tell. */
export const HEAD_BYTES = 64;

export type FileCheck = { ok: true; type: AttachmentType } | { ok: false; message: string };

const starts = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);
const ascii = (head: Uint8Array, at: number, length: number): string => String.fromCharCode(...head.subarray(at, at + length));

/** A byte order mark or blanks before `%PDF-` are met in the wild, and every reader passes over them. */
function isPdf(head: Uint8Array): boolean {
  let at = starts(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  while (head[at] === 0x20 || head[at] === 0x0a || head[at] === 0x0d || head[at] === 0x09) at++;
  return ascii(head, at, 5) === '%PDF-';
}

export function typeOf(head: Uint8Array): AttachmentType | null {
  if (starts(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return isPdf(head) ? 'application/pdf' : null;
}

/** What else is often chosen, so that the sentence can say what to do with it. */
function strangerOf(head: Uint8Array): string {
  if (starts(head, 0x50, 0x4b)) return '这是 Word、Excel、OFD 文件或压缩包，请先另存为 PDF';
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return '这是旧版 Word 或 Excel 文件，请先另存为 PDF';
  if (starts(head, 0x4d, 0x5a)) return '这是程序文件';
  const brand = ascii(head, 4, 8);
  if (/^ftyp(hei|hev|mif|msf)/.test(brand)) return '这是手机的 HEIC 照片，请先转为 JPEG';
  if (brand.startsWith('ftyp') || ascii(head, 0, 4) === 'RIFF')
    return ascii(head, 8, 4) === 'WEBP' ? '这是 WebP 图片，请先转为 JPEG' : '这是音频或视频文件';
  if (ascii(head, 0, 4) === 'GIF8' || ascii(head, 0, 2) === 'BM' || starts(head, 0x49, 0x49, 0x2a) || starts(head, 0x4d, 0x4d, 0x00, 0x2a))
    return '这种图片格式不能保存，请先转为 JPEG 或 PDF';
  return '没有认出这种文件';
}

/** @param head at least the first HEAD_BYTES of it, or all if it is shorter */
export function checkFile(size: number, head: Uint8Array): FileCheck {
  if (size === 0) return { ok: false, message: '文件是空的，没有保存。请重新扫描或另选文件' };
  if (size > ATTACHMENT_BYTES_AT_MOST) {
    const [now, most] = [size, ATTACHMENT_BYTES_AT_MOST].map((bytes) => Math.ceil((bytes / 1024 / 1024) * 10) / 10);
    return { ok: false, message: `文件有 ${now} MB，超过 ${most} MB，没有保存。请降低扫描分辨率，或分成几个文件` };
  }
  const type = typeOf(head);
  return type ? { ok: true, type } : { ok: false, message: `${strangerOf(head)}。只保存 JPEG、PNG 图片和 PDF` };
}
