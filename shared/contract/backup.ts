import { z } from 'zod';
import { BackupFigures, BackupReport, BackupSet, BackupState, WorkProgress } from '../domain/backup';
import type { Role } from '../domain/basics';
import { command, live, query } from './define';
import { KeyProtection } from './session';

const none = z.object({});
/** Who may start one: whoever closes the day, and who looks after the PC. */
const RUNNERS: readonly Role[] = ['administrator', 'coordinator', 'registrar'];
const Phrase = z.string().min(1, '请输入恢复短语').max(400);

export const backupContract = {
  /** How the last one went and how old it is, on every screen. */
  'backup.state': live('main', 'signed-in', none, BackupState),
  /** Now, as at the end of a day: every byte is read back. Answers how it came out; `backup.state` shows it going on. */
  'backup.run': query('main', RUNNERS, none, BackupState),
  /** The system's dialog; `chosen` is false when it was cancelled. */
  'backup.choose': command('main', ['administrator'], none, z.object({ chosen: z.boolean() })),
  'settings.backup': command('storage', ['administrator'], BackupFigures, none),
  /** What lies at the place, newest first. */
  'backup.sets': query('main', ['administrator'], none, z.array(BackupSet)),
  /** A rehearsal: opens a backup with the phrase and reads all of it; the profile is not touched. Audited. */
  'backup.rehearse': query('main', ['administrator'], z.object({ id: z.string().max(100), words: Phrase }), BackupReport),
  /** A desk that has no copy of the hall key under the phrase gets one; its next backups open with it. */
  'backup.usePhrase': command('main', ['administrator'], z.object({ words: Phrase }), none),

  /** First start, or a profile that does not open: which folder; what lies there, newest first. `null`: cancelled. */
  'setup.pickBackup': query('main', 'anyone', none, z.array(BackupSet).nullable()),
  /** Checked whole before anything is written. The program's state says what comes next. */
  'setup.restore': query(
    'main',
    'anyone',
    z.object({ id: z.string().max(100), words: Phrase, protection: KeyProtection, passphrase: z.string().max(200).default('') }),
    none,
  ),
  /** Of a rehearsal or a restore under way; null: none. */
  'backup.work': live('main', 'anyone', none, WorkProgress.nullable()),
  /** After a restore over a damaged profile: the new start puts it in place. */
  'program.restart': query('main', 'anyone', none, none),
} as const;
