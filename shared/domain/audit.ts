import { z } from 'zod';
import { DayString, Id, Instant, text } from './basics';

/** One entry of the audit trail. */
export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  deskCode: z.string(),
  action: z.string(),
  target: z.string(),
  /** Equal refusals are counted, not repeated. */
  count: z.number().int(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What somebody looks for in the trail; what is empty does not narrow. */
export const AuditFilter = z.object({
  /** First and last day, both included. */
  from: z.union([DayString, z.literal('')]).default(''),
  to: z.union([DayString, z.literal('')]).default(''),
  /** Who did it. `program`: nobody, the program itself. */
  staffId: z.union([Id, z.literal('program'), z.literal('')]).default(''),
  /** The act, by the word the trail has for it; 「拒绝」: what was refused. */
  act: text(30).default(''),
  /** A visit's or an incident's number, or words of what it was done to. */
  object: text(60).default(''),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** Where the next page begins: at this moment, without those of it that were shown. */
export const AuditCursor = z.object({ at: Instant, shown: z.array(z.string()).max(2000) });
export type AuditCursor = z.infer<typeof AuditCursor>;

export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** Null: that was all. */
  next: AuditCursor.nullable(),
  /** Lines that were looked at for this page; words are not indexed, so a page may end before it is full. */
  looked: z.number().int(),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** The check of the whole chain, running or done. */
export const ChainCheck = z.object({
  phase: z.enum(['idle', 'running', 'whole', 'broken', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  /** When it ended, ms UTC. */
  at: Instant.nullable(),
  /** The first place that does not continue what stands before it. */
  brokenAt: z.string(),
  /** Changes of newer versions or of unknown form that wait; they are not lost. */
  aside: z.number().int(),
  /** Damage of the journal's files, in sentences. */
  findings: z.array(z.string()),
});
export type ChainCheck = z.infer<typeof ChainCheck>;
export const NO_CHECK: ChainCheck = { phase: 'idle', done: 0, total: 0, at: null, brokenAt: '', aside: 0, findings: [] };
