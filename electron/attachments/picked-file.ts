import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ATTACHMENT_BYTES_AT_MOST } from '../../shared/domain/attachments';
import { checkFile, HEAD_BYTES } from '../../shared/rules/file-type';
import { log } from '../log';

export type Picked = { ok: true; fileName: string; bytes: Uint8Array } | { ok: false; fileName: string; why: string };

/**
 * A file that a person chose in the system's dialog. Looked at before it is read: a film of two hours is refused by its
 * size and its first bytes, not after it has filled the memory; and nothing that is no plain file is waited for.
 */
export async function readPicked(path: string): Promise<Picked> {
  const fileName = basename(path);
  const no = (why: string): Picked => ({ ok: false, fileName, why });
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return no('这不是文件');
      const head = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
      const check = checkFile(stat.size, head.subarray(0, bytesRead));
      if (!check.ok) return no(check.message);
      // As much as was looked at, and no more if it grows meanwhile.
      const bytes = new Uint8Array(Math.min(stat.size, ATTACHMENT_BYTES_AT_MOST));
      let read = 0;
      while (read < bytes.length) {
        const part = await file.read(bytes, read, bytes.length - read, read);
        if (part.bytesRead === 0) break;
        read += part.bytesRead;
      }
      return read === stat.size ? { ok: true, fileName, bytes } : no('文件正在被改动，没有读完。请等它保存好再选');
    } finally {
      await file.close();
    }
  } catch (error) {
    // Not the sentence: it would name the file, and files are named after people.
    log.warn(`picked file: ${error instanceof Error && 'code' in error ? error.code : 'error'}`);
    return no('文件读不出来，可能已被移动，或没有权限');
  }
}
