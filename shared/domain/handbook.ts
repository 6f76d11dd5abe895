import { z } from 'zod';
import { Id, Instant, requiredText } from './basics';
import { IncidentCode, PlanState } from './incident-plan';

/** What a unit learned from an incident of a type, in words for the next one (《应急处置参考手册》, plan S24). Holds nobody's data. */
export const HandbookText = z.object({
  code: IncidentCode,
  title: requiredText(40, '标题'),
  body: requiredText(3000, '内容'),
});
export type HandbookText = z.infer<typeof HandbookText>;

/** One edition of an entry. Writing makes a new one, 待审定; approved it is in force, and the one before it replaced. */
export const HandbookEdition = HandbookText.extend({
  id: Id,
  /** The same for all editions of one entry. */
  entryId: Id,
  edition: z.number().int().min(1),
  state: PlanState,
  at: Instant,
  byName: z.string(),
  /** The incident it was learned from; empty: written freely. */
  incidentId: z.union([Id, z.literal('')]),
  incidentNumber: z.string(),
  approvedAt: Instant.nullable(),
  approvedName: z.string(),
  /** Taken back by a leader; null: not. */
  withdrawn: z.object({ at: Instant, name: z.string(), reason: z.string() }).nullable(),
});
export type HandbookEdition = z.infer<typeof HandbookEdition>;
