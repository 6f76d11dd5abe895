import { z } from 'zod';

/** Why something that came from another desk is kept aside and not applied. */
export const QuarantineReason = z.enum([
  /** The bytes are no message or no batch. */
  'malformed',
  /** The signature is not its desk's. */
  'forged',
  'unknown-desk',
  'revoked-desk',
  /** Named as another desk's than the subject it came on. */
  'wrong-desk',
  /** It does not continue its desk's chain: the same numbers with other content. */
  'broken-chain',
  /** The seal does not open with this hall's key. */
  'bad-seal',
]);
export type QuarantineReason = z.infer<typeof QuarantineReason>;

/** 与中心的连接 */
export const SyncLink = z.enum([
  /** 单机: no hub is set up. */
  'alone',
  /** 离线 */
  'offline',
  /** 联网 */
  'online',
  /** 与中心不一致: connected, and something is not as it should be; `findings` says what. */
  'disagrees',
]);
export type SyncLink = z.infer<typeof SyncLink>;

export const DeskSeen = z.object({
  code: z.string(),
  name: z.string(),
  /** Its key is known: a joining file was made for it. */
  invited: z.boolean(),
  online: z.boolean(),
  revoked: z.boolean(),
  /** Milliseconds UTC of the last sign of life, null: never. */
  lastSeen: z.number().nullable(),
  /** How far its clock is ahead of this one's, milliseconds; null: unknown. */
  clockAheadMs: z.number().nullable(),
});
export type DeskSeen = z.infer<typeof DeskSeen>;

/** What the light and its panel show. All times are milliseconds UTC. */
export const SyncView = z.object({
  link: SyncLink,
  /** Since when the link is as it is. */
  since: z.number(),
  /** Addresses of the hub, as set. */
  hub: z.array(z.string()),
  /** Own changes that the hub has not confirmed, and when the oldest was made. */
  waiting: z.number().int(),
  waitingSince: z.number().nullable(),
  lastSent: z.number().nullable(),
  lastReceived: z.number().nullable(),
  /** A first sync, or one after a long time: messages done and in all. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
  desks: z.array(DeskSeen),
  quarantined: z.number().int(),
  /** Sentences: what is odd, what was kept, what to do. */
  findings: z.array(z.string()),
});
export type SyncView = z.infer<typeof SyncView>;

/** A desk that has met no hub and nobody else. */
export const ALONE: SyncView = {
  link: 'alone',
  since: 0,
  hub: [],
  waiting: 0,
  waitingSince: null,
  lastSent: null,
  lastReceived: null,
  progress: null,
  desks: [],
  quarantined: 0,
  findings: [],
};

export const QuarantinedItem = z.object({
  id: z.string(),
  at: z.number(),
  /** As the message claimed. */
  desk: z.string(),
  reason: QuarantineReason,
  count: z.number().int(),
  bytes: z.number().int(),
});
export type QuarantinedItem = z.infer<typeof QuarantinedItem>;
