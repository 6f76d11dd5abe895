import type { AttachmentKind, AttachmentType } from '../../shared/domain/attachments';
import { refuse } from '../../shared/errors';
import { type ArchiveStore, archiveFile, openAttachment } from '../attachments/archive';
import { chooseFiles } from '../attachments/dialogs';
import { readPicked } from '../attachments/picked-file';
import type { Program } from '../program';
import { stillHere } from '../session/still-here';

interface About {
  incidentId: string;
  text: string;
}

/** 证据: a photo or a paper of an incident, in the same sealed archive as what visitors bring along. */
function add(
  store: ArchiveStore,
  kind: AttachmentKind,
  { incidentId, text, bytes }: About & { bytes: Uint8Array },
  staffId: string | null,
) {
  const { storage } = store;
  return archiveFile(store, kind, bytes, {
    key: () => storage.internal('internal.incidentFile.key', { incidentId }, staffId),
    add: (file) => storage.internal('internal.incidentFile.add', { ...file, incidentId, kind, text }, staffId),
  });
}

export const addIncidentPhoto = (store: ArchiveStore, photo: About & { bytes: Uint8Array }, staffId: string | null): Promise<string> =>
  add(store, 'photo', photo, staffId);

export async function addIncidentFile(program: Program, about: About, staffId: string | null): Promise<{ attachmentId: string }> {
  const store = program.store();
  await store.storage.internal('internal.incidentFile.key', { incidentId: about.incidentId }, staffId);
  const [path] = await chooseFiles(program.screen.browserWindow);
  if (!path) return { attachmentId: '' };
  stillHere(program.session, staffId);
  const picked = await readPicked(path);
  if (!picked.ok) refuse('refused', { message: `${picked.fileName}：${picked.why}` });
  return { attachmentId: await add(store, 'file', { ...about, bytes: picked.bytes }, staffId) };
}

export async function openIncidentFile(
  store: ArchiveStore,
  id: string,
  staffId: string | null,
): Promise<{ type: AttachmentType; bytes: Uint8Array<ArrayBuffer> }> {
  const { type, bytes } = await openAttachment(store, id, 'incident.photo', staffId);
  return { type, bytes };
}
