import { z } from 'zod';
import { DayString, Id, Instant } from './basics';
import { Group } from './emergency';
import { ForecastChannel, ForecastGrade } from './forecast';

/** What people do with a day's forecast: 疑似串联, 预警建议, 预警发布. */

/** What several items have in common. */
export const LINK_KINDS = ['matter', 'field', 'place'] as const;
export const LinkKind = z.enum(LINK_KINDS);
export type LinkKind = z.infer<typeof LinkKind>;
export const LINK_KIND_NAMES: Record<LinkKind, string> = { matter: '同一事项', field: '同一领域', place: '同一属地' };

/** 疑似串联: proposed by the rules, decided by a person. */
export const LinkView = z.object({
  kind: LinkKind,
  /** The matter's title, the field, the place. */
  subject: z.string(),
  itemIds: z.array(Id),
  /** Null: nobody has decided about these items yet. */
  decision: z.object({ id: Id, at: Instant, staffName: z.string(), accepted: z.boolean(), reason: z.string() }).nullable(),
  /** Items that came after an earlier decision, which therefore does not hold for them. */
  since: z.number().int(),
});
export type LinkView = z.infer<typeof LinkView>;

export const ProposalView = z.object({
  id: Id,
  at: Instant,
  staffName: z.string(),
  risk: z.string(),
  basis: z.string(),
  advice: z.string(),
  itemIds: z.array(Id),
  /** The leading group's word; null while it is awaited. */
  decision: z.object({ at: Instant, adopted: z.boolean(), person: z.string(), byName: z.string(), reason: z.string() }).nullable(),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** One item as the groups were told; no health, no conduct. */
export const PublishedLine = z.object({
  itemId: Id,
  grade: ForecastGrade,
  plannedAt: Instant.nullable(),
  who: z.string(),
  heads: z.number().int().nullable(),
  demand: z.string(),
  field: z.string(),
  place: z.string(),
  channel: ForecastChannel,
});
export type PublishedLine = z.infer<typeof PublishedLine>;

export const WarningView = z.object({
  id: Id,
  date: DayString,
  /** Which of the day it is, from 1. */
  n: z.number().int(),
  at: Instant,
  staffName: z.string(),
  deskCode: z.string(),
  note: z.string(),
  lines: z.array(PublishedLine),
  groups: z.array(
    z.object({
      group: Group,
      receipt: z.object({ at: Instant, person: z.string(), byName: z.string(), deskCode: z.string() }).nullable(),
    }),
  ),
});
export type WarningView = z.infer<typeof WarningView>;
