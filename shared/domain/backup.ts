import { z } from 'zod';
import { DeskCode, Instant } from './basics';

/** Figures of one desk's backup; all [default]. The place itself is chosen in the system's dialog, never typed. */
export const BackupFigures = z.object({
  /** A backup every so many hours while the program runs. */
  everyHours: z.number().int().min(1).max(24).default(1),
  /** The newest of each of so many hours, days and weeks is kept. */
  keepHours: z.number().int().min(1).max(168).default(24),
  keepDays: z.number().int().min(1).max(90).default(14),
  keepWeeks: z.number().int().min(0).max(104).default(8),
  /** Every byte that lies at the place is read again after so many hours at the latest. */
  readHours: z.number().int().min(1).max(168).default(24),
  /** A last good backup older than this is said in the status bar. */
  warnHours: z.number().int().min(2).max(240).default(26),
});
export type BackupFigures = z.infer<typeof BackupFigures>;

export const BackupSettings = BackupFigures.extend({
  /** Where to; empty: nowhere yet. */
  folder: z.string().max(2000).default(''),
  /** Of the folder's own file: another stick at the same path is another place. */
  placeId: z.string().max(64).default(''),
});
export type BackupSettings = z.infer<typeof BackupSettings>;

/**
 * Why there is no new backup:
 * - `gone`: the place does not answer, or another stick is there; `full`; `denied`: it cannot be written to;
 * - `busy`: another program writes there; `source`: what is to be copied is damaged here;
 * - `phrase`: this PC has no copy of the hall key under the recovery phrase; `broken`: what was written did not read back.
 */
export const BACKUP_TROUBLES = ['gone', 'full', 'denied', 'busy', 'source', 'phrase', 'broken', 'stuck', 'failed', 'damaged'] as const;
export const BackupTrouble = z.enum(BACKUP_TROUBLES);
export type BackupTrouble = z.infer<typeof BackupTrouble>;

/** Bytes of a long work, of which so many are done; `total` may grow while it goes on. */
export const WorkProgress = z.object({ step: z.enum(['copy', 'read', 'check', 'write']), done: z.number(), total: z.number() });
export type WorkProgress = z.infer<typeof WorkProgress>;

export const BackupState = z.object({
  /** `off`: no place is chosen. */
  phase: z.enum(['off', 'idle', 'running']),
  folder: z.string(),
  /** It lies on the disk that the profile lies on: both would be lost together. */
  sameDisk: z.boolean(),
  /** When the last good one was made, ms UTC, whether or not its place is there now. */
  lastGoodAt: Instant.nullable(),
  /** When every byte there was last read. */
  lastReadAt: Instant.nullable(),
  /** How many sets lie there, as last seen. */
  sets: z.number().int(),
  trouble: BackupTrouble.nullable(),
  progress: WorkProgress.nullable(),
  /** From when on a last good backup is too old, in hours. */
  warnHours: z.number().int(),
});
export type BackupState = z.infer<typeof BackupState>;
export const NO_BACKUP: BackupState = {
  ...{
    phase: 'off',
    folder: '',
    sameDisk: false,
    lastGoodAt: null,
    lastReadAt: null,
    sets: 0,
    trouble: null,
    progress: null,
    warnHours: 26,
  },
};

/** One backup that lies at a place. */
export const BackupSet = z.object({
  id: z.string(),
  deskCode: DeskCode,
  madeAt: Instant,
  /** Saves in its journal. */
  position: z.number().int(),
  /** Of the copied files, as they stand in the profile. */
  bytes: z.number(),
  files: z.number().int(),
  demo: z.boolean(),
  /** Parts that are missing at a first look; a whole check reads every byte. */
  missing: z.number().int(),
});
export type BackupSet = z.infer<typeof BackupSet>;

/** What is damaged in a backup, as exactly as it can be told. */
export const BackupDamage = z.object({
  /** The file in the profile, e.g. `journal/journal-000001.xfj`. */
  file: z.string(),
  /** Of the journal: the segment's number, and which saves are lost. */
  segment: z.number().int().optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
});
export type BackupDamage = z.infer<typeof BackupDamage>;

/** What a whole check of a backup found. */
export const BackupReport = z.object({
  madeAt: Instant,
  deskCode: DeskCode,
  saves: z.number().int(),
  keys: z.number().int(),
  files: z.number().int(),
  bytes: z.number(),
  damage: z.array(BackupDamage),
  /** What the desk's journal itself lacked when it was made: it can be restored without. */
  lacking: z.array(BackupDamage),
});
export type BackupReport = z.infer<typeof BackupReport>;
