import { basename } from 'node:path';
import { checkFile, HEAD_BYTES } from '../../shared/rules/file-type';
import { OUTSIDE_SENTENCES, OutsideFileError, openOutside, readAll } from '../files/outside-file';
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
    const { file, size } = await openOutside(path);
    try {
      const head = new Uint8Array(HEAD_BYTES);
      const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
      const check = checkFile(size, head.subarray(0, bytesRead));
      return check.ok ? { ok: true, fileName, bytes: await readAll(file, size) } : no(check.message);
    } finally {
      await file.close();
    }
  } catch (error) {
    // Not the sentence: it would name the file, and files are named after people.
    log.warn(`picked file: ${error instanceof OutsideFileError ? error.message : 'error'}`);
    return no(OUTSIDE_SENTENCES[error instanceof OutsideFileError ? error.fault : 'unreadable']);
  }
}
