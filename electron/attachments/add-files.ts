import type { AddedFiles } from '../../shared/contract/attachments';
import type { AttachmentAbout } from '../../shared/domain/attachments';
import { Refusal } from '../../shared/result';
import { type ArchiveStore, addAttachment } from './archive';
import { readPicked } from './picked-file';

interface Adding {
  visitId: string;
  about: AttachmentAbout;
  paths: readonly string[];
}

/**
 * One file after the other, so that 20 MB are in memory and not all of them. Each is there whole or refused with its
 * reason; a refused one does not keep the others out.
 */
export async function addFiles(store: ArchiveStore, { visitId, about, paths }: Adding, staffId: string | null): Promise<AddedFiles> {
  const refused: AddedFiles['refused'] = [];
  let added = 0;
  for (const [i, path] of paths.entries()) {
    const picked = await readPicked(path);
    if (!picked.ok) {
      refused.push({ fileName: picked.fileName, why: picked.why });
      continue;
    }
    const name = paths.length === 1 ? about.name : numbered(about.name, i + 1);
    try {
      await addAttachment(store, { visitId, about: { ...about, name }, kind: 'file', bytes: picked.bytes }, staffId);
      added++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ fileName: picked.fileName, why: error.error.message });
    }
  }
  return { added, refused };
}

const numbered = (name: string, n: number): string => `${name}（${n}）`;
