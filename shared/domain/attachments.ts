import { z } from 'zod';
import { Id, Instant, requiredText } from './basics';

export const AttachmentKind = z.enum(['file', 'photo']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** Kept as they are; recognised by their first bytes, not by their name. */
export const ATTACHMENT_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export const AttachmentType = z.enum(ATTACHMENT_TYPES);
export type AttachmentType = z.infer<typeof AttachmentType>;
export const ATTACHMENT_BYTES_AT_MOST = 20 * 1024 * 1024;

export const AttachmentView = z.object({
  id: Id,
  visitId: Id,
  at: Instant,
  staffName: z.string(),
  kind: AttachmentKind,
  type: AttachmentType,
  bytes: z.number().int(),
  name: z.string(),
  /** 份数, and whether the visitor's original was kept (原件) or a copy. */
  copies: z.number().int(),
  original: z.boolean(),
  /** Why it was made 作废; empty while it stands. */
  voidReason: z.string(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const AttachmentAbout = z.object({
  name: requiredText(100, '材料名称'),
  copies: z.number().int().min(1).max(999).default(1),
  original: z.boolean().default(false),
});
export type AttachmentAbout = z.infer<typeof AttachmentAbout>;
