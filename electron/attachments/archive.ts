import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { AttachmentAbout, AttachmentKind, AttachmentType } from '../../shared/domain/attachments';
import { appError, refuse } from '../../shared/errors';
import { Refusal } from '../../shared/result';
import { checkFile, HEAD_BYTES } from '../../shared/rules/file-type';
import { describe, log } from '../log';
import type { InternalStorage } from '../storage/internal';
import type { Store } from '../store';

/** What of the opened store is needed here; a test brings its own. */
export interface ArchiveStore {
  storage: InternalStorage;
  files: Pick<Store['files'], 'write' | 'read'>;
  disk: Pick<Store['disk'], 'state' | 'look'>;
}

export interface NewAttachment {
  visitId: string;
  about: AttachmentAbout;
  kind: AttachmentKind;
  bytes: Uint8Array;
}

/** Papers can wait or be kept on paper; the last gigabyte belongs to registrations. */
const NO_ROOM: readonly string[] = ['no-recordings', 'read-only'];

/** One file of a visit, sealed with the key of the visit's matter. */
export function addAttachment(
  store: ArchiveStore,
  { visitId, about, kind, bytes }: NewAttachment,
  staffId: string | null,
): Promise<string> {
  const { storage } = store;
  return archiveFile(store, kind, bytes, {
    key: () => storage.internal('internal.attachment.key', { visitId }, staffId),
    add: (file) => storage.internal('internal.attachment.add', { ...file, visitId, kind, ...about }, staffId),
  });
}

/** What the archive found out about a file that is on the disk. */
export interface Archived {
  id: string;
  mime: AttachmentType;
  bytes: number;
  sha256: string;
}

/**
 * One file into the archive: recognised, sealed, on the disk for good, and only then named by a row. A power cut between
 * the two leaves a sealed file that nobody can open, and nothing else.
 */
export async function archiveFile(
  store: ArchiveStore,
  kind: AttachmentKind,
  bytes: Uint8Array,
  owner: { key(): Promise<Uint8Array>; add(file: Archived): Promise<unknown> },
): Promise<string> {
  const check = checkFile(bytes.byteLength, bytes.subarray(0, HEAD_BYTES));
  if (!check.ok) refuse('refused', { message: `${check.message}。` });
  if (kind === 'photo' && check.type !== 'image/jpeg') refuse('refused', { message: '相机的照片不是 JPEG，没有保存。请再拍一次。' });
  await store.disk.look();
  if (NO_ROOM.includes(store.disk.state))
    refuse('disk-low', { message: '磁盘空间不足，材料没有保存；登记不受影响。请保留纸质材料，并联系系统管理员清理磁盘。' });
  const key = await owner.key();
  const id = uuid();
  const { sha256 } = await store.files.write(id, bytes, key).catch(notWritten);
  await owner.add({ id, mime: check.type, bytes: bytes.byteLength, sha256 });
  return id;
}

export interface OpenedAttachment {
  type: AttachmentType;
  name: string;
  visitNumber: string;
  /** With a buffer of its own: a view would take along whatever else lies in the buffer behind it. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** The very bytes that were stored, or a refusal. Who looks is written into the audit trail before anything is shown. */
export async function openAttachment(
  store: ArchiveStore,
  id: string,
  action: 'attachment.read' | 'attachment.export' | 'incident.photo',
  staffId: string | null,
): Promise<OpenedAttachment> {
  const { name, type, sha256, key, visitNumber } = await store.storage.internal('internal.attachment.get', { id }, staffId);
  const stored = await store.files.read(id, key).catch((error: unknown) => {
    log.error(`attachment ${id}: ${describe(error)}`);
    refuse('damaged', { message: '这份材料的文件无法打开，原文件仍保留。请联系系统管理员。' });
  });
  if (createHash('sha256').update(stored).digest('hex') !== sha256)
    refuse('damaged', { message: '这份材料与存入时的校验值不符，没有打开。请联系系统管理员。' });
  await store.storage.internal('internal.audit', { action, target: visitNumber, detail: id }, staffId);
  return { type, name, visitNumber, bytes: new Uint8Array(stored) };
}

function notWritten(error: unknown): never {
  log.error(`attachment not written: ${describe(error)}`);
  const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  throw new Refusal(
    appError(
      full ? 'disk-low' : 'refused',
      full ? {} : { message: '材料没有写入磁盘，没有保存，原文件仍在。请再试一次；仍然如此，请联系系统管理员。' },
    ),
  );
}
