import { z } from 'zod';
import { DayString } from './basics';
import { DocumentType, Sex } from './person';

/** The desk has an answer within this time whatever the device does; afterwards the clerk types (domain: identity 7.5). */
export const DESK_WAIT_MS = 3000;
/** What the device gets of it: the way through the processes and a painted frame need the rest. */
export const READ_LIMIT_MS = DESK_WAIT_MS - 250;

/**
 * How one desk reads identity documents:
 * - `manual`: they are typed;
 * - `wedge`: a reader that types like a keyboard, understood by its speed;
 * - `http`: a service of the reader's maker on this machine (华视 style).
 */
export const ReaderSettings = z.object({
  kind: z.enum(['manual', 'wedge', 'http']).default('manual'),
  /** 19196 is the maker's; other programs use it too, so it can be changed. */
  port: z.number().int().min(1024, '端口应为 1024–65535').max(65535, '端口应为 1024–65535').default(19196),
});
export type ReaderSettings = z.infer<typeof ReaderSettings>;

/** What may be taken from a card's chip. No photo, and never a fingerprint. */
export const CardFields = z.object({
  docType: DocumentType,
  docNumber: z.string().max(30),
  name: z.string().max(60),
  sex: Sex.optional(),
  birthDate: DayString.optional(),
  address: z.string().max(120),
  ethnicGroup: z.string().max(20),
  issuer: z.string().max(60),
  /** `YYYY-MM-DD`, 「长期」, or empty where it was not told. */
  validUntil: z.string().max(10),
});
export type CardFields = z.infer<typeof CardFields>;

export const ReadCard = z.object({
  fields: CardFields,
  /** Sentences worth saying: expired, a wrong check digit. Nothing here refuses anybody. */
  notes: z.array(z.string()),
  /** From the key to the answer, ms. */
  elapsedMs: z.number().int(),
});
export type ReadCard = z.infer<typeof ReadCard>;

/** What 「试读」 tells: that it works, and nothing of whose card was lying there. */
export const ReadTrial = z.object({
  docType: DocumentType,
  docMasked: z.string(),
  nameMasked: z.string(),
  notes: z.array(z.string()),
  elapsedMs: z.number().int(),
});
export type ReadTrial = z.infer<typeof ReadTrial>;
