import { z } from 'zod';
import { ATTACHMENT_BYTES_AT_MOST, AttachmentAbout, AttachmentType, AttachmentView } from '../domain/attachments';
import { Id, type Role, requiredText } from '../domain/basics';
import { command, query } from './define';
import { READERS, RESPONDERS } from './roles';

const none = z.object({});
/** Who takes papers from a visitor, and reads them in the talk. */
const TAKERS: readonly Role[] = ['registrar', 'coordinator', 'interviewer'];

export const Picture = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= ATTACHMENT_BYTES_AT_MOST, `单个文件不超过 ${ATTACHMENT_BYTES_AT_MOST / 1024 / 1024} MB`);

/** What came of the files that were chosen; a path never reaches a screen. */
export const AddedFiles = z.object({
  added: z.number().int(),
  refused: z.array(z.object({ fileName: z.string(), why: z.string() })),
});
export type AddedFiles = z.infer<typeof AddedFiles>;

export const attachmentContract = {
  /** In the order in which they were taken, 作废 ones included. */
  'attachment.list': query('storage', READERS, z.object({ visitId: Id }), z.array(AttachmentView)),
  /** Opens the system's dialog; both numbers are empty when it was cancelled. */
  'attachment.addFiles': command('main', TAKERS, z.object({ visitId: Id, about: AttachmentAbout }), AddedFiles),
  /** A JPEG from the camera. */
  'attachment.addPhoto': command('main', TAKERS, z.object({ visitId: Id, about: AttachmentAbout, bytes: Picture }), z.object({ id: Id })),
  /** The camera may be asked for from now on, or no longer. */
  'attachment.camera': query('main', RESPONDERS, z.object({ on: z.boolean() }), none),
  /** To be shown; written into the audit trail, and refused when it is not what was stored. */
  'attachment.read': command('main', TAKERS, z.object({ id: Id }), z.object({ type: AttachmentType, bytes: z.instanceof(Uint8Array) })),
  /** Opens the system's save dialog; `saved` is false when it was cancelled. Audited. */
  'attachment.export': command('main', TAKERS, z.object({ id: Id }), z.object({ saved: z.boolean(), fileName: z.string() })),
  /** 作废: taken by mistake. The file stays, for it is evidence. */
  'attachment.void': command('storage', TAKERS, z.object({ id: Id, reason: requiredText(100, '作废理由') }), none),
} as const;
