import { z } from 'zod';
import type { Role } from '../domain/basics';
import { DayString, Id, Instant, requiredText } from '../domain/basics';
import { DepositView } from '../domain/hall';
import { MatterView } from '../domain/known-person';
import { PersonView } from '../domain/person';
import { VisitRow } from '../domain/visit';
import { HINT_WARNINGS, HINT_WHYS } from '../rules/merge-reason';
import { command, live, query } from './define';
import { READERS } from './roles';

/** Who decides that two records are one person: shift leads and above, never the clerk alone. */
const DECIDERS: readonly Role[] = ['coordinator', 'leader'];

/** One record of a person: one document they came with. */
export const PersonRecord = PersonView.extend({
  /** What the screen saw; a merge on older sight is refused. */
  version: z.number().int(),
  /** The record it was put under; empty for one that stands by itself. */
  mergedInto: z.string(),
  mergeReason: z.string(),
  createdAt: Instant,
  /** Visits with this record that are not void. */
  visits: z.number().int(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** Somebody who may be the same person. The first record is the one that would be put under this page's. */
export const MergeCandidate = z.object({
  records: z.array(PersonRecord).min(1),
  visitCount: z.number().int(),
  lastVisit: DayString.nullable(),
  why: z.array(z.enum(HINT_WHYS)),
  warnings: z.array(z.enum(HINT_WARNINGS)),
});
export type MergeCandidate = z.infer<typeof MergeCandidate>;

export const PersonVisit = VisitRow.extend({
  /** Which of the person's records it was registered with. */
  recordId: Id,
  /** Of the last correction; empty when nothing was corrected. */
  changeReason: z.string(),
});
export type PersonVisit = z.infer<typeof PersonVisit>;

/** What was done with the records themselves. */
export const PersonAct = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  action: z.string(),
  what: z.string(),
  reason: z.string(),
});
export type PersonAct = z.infer<typeof PersonAct>;

export const PersonPage = z.object({
  /** The head first. */
  records: z.array(PersonRecord).min(1),
  /** Without the void ones. */
  visitCount: z.number().int(),
  /** How many lines `visits` would have without its limit. */
  total: z.number().int(),
  /** Newest first. */
  visits: z.array(PersonVisit),
  matters: z.array(MatterView),
  /** Things left with us during the visits shown. */
  items: z.array(DepositView.extend({ visitNumber: z.string() })),
  acts: z.array(PersonAct),
  candidates: z.array(MergeCandidate),
});
export type PersonPage = z.infer<typeof PersonPage>;

const Version = z.number().int();

export const peopleContract = {
  'person.page': live(
    'storage',
    READERS,
    z.object({ personId: Id, limit: z.number().int().min(1).max(10_000).default(100) }),
    PersonPage.nullable(),
  ),
  /** Somebody found by hand, held against the person of the page. */
  'person.compare': query('storage', READERS, z.object({ personId: Id, otherId: Id }), MergeCandidate),
  'person.merge': command(
    'storage',
    DECIDERS,
    z.object({
      from: Id,
      into: Id,
      reason: requiredText(100, '合并理由'),
      expected: z.object({ from: Version, into: Version }),
    }),
    z.object({}),
  ),
  'person.split': command(
    'storage',
    DECIDERS,
    z.object({ id: Id, reason: requiredText(100, '拆分理由'), expected: Version }),
    z.object({}),
  ),
  /** They were looked at and are two people: the hint is not shown again. */
  'person.notDuplicate': command('storage', DECIDERS, z.object({ personId: Id, otherId: Id }), z.object({})),
} as const;
