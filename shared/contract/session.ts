import { z } from 'zod';
import { Id, Role, requiredText } from '../domain/basics';
import { HallSettings, UnitSettings } from '../domain/settings';
import { Pin, StaffCard } from '../domain/staff';
import { command, live, query } from './define';

/** Where the program stands; the screen shown follows from it. */
export const ProgramState = z.object({
  /** `restored`: a backup is ready, and takes the place of what is damaged when the program is started anew. */
  phase: z.enum(['starting', 'first-start', 'passphrase', 'ready', 'failed', 'restored']),
  /** A demonstration unit: screens and paper say 「演示」. */
  demo: z.boolean(),
  unitName: z.string(),
  deskCode: z.string(),
  deskName: z.string(),
  /** Sentences to show until dismissed: rebuilt from the journal, clock set back, low disk … */
  notices: z.array(z.object({ id: z.string(), level: z.enum(['info', 'warning', 'error']), text: z.string() })),
  /** The storage host is being restarted; requests wait. */
  storage: z.enum(['ready', 'recovering']),
  /** Milliseconds that the program's clock is ahead of the machine's (RECEPTION_CLOCK); 0 in a release. */
  clockOffsetMs: z.number().int(),
  /** The failure screen: title, sentence and technical detail; `restorable`: a backup may take the place of what is damaged. */
  failure: z.object({ title: z.string(), text: z.string(), detail: z.string(), restorable: z.boolean().optional() }).optional(),
});
export type ProgramState = z.infer<typeof ProgramState>;

export const SessionView = z.object({
  staff: z.object({ id: Id, name: z.string(), roles: z.array(Role) }).nullable(),
  locked: z.boolean(),
  /** Seconds without a key or pointer after which the screen locks. */
  idleLockSeconds: z.number().int(),
});
export type SessionView = z.infer<typeof SessionView>;

export const SystemHealth = z.object({
  disk: z.enum(['ok', 'low', 'no-recordings', 'read-only']),
  freeBytes: z.number(),
  /** `sqlite` or `leveldb`: the store under IndexedDB, chosen at the profile's creation. */
  store: z.string(),
  keyProvider: z.string(),
  electron: z.string(),
  chromium: z.string(),
  /** Changes in the journal not yet verified in the background; 0 when done. */
  chain: z.enum(['checking', 'verified', 'broken']),
  /** Sentence on what the self-check found, empty if nothing. */
  findings: z.array(z.string()),
});
export type SystemHealth = z.infer<typeof SystemHealth>;

/** How the hall key is protected on this machine. */
export const KeyProtection = z.enum(['system', 'passphrase']);

export const SetupInput = z.object({
  unit: UnitSettings,
  hall: HallSettings,
  deskCode: z.string(),
  cardPrinter: z.string(),
  admin: z.object({ name: requiredText(30, '姓名'), pin: Pin }),
  protection: KeyProtection,
  /** Needed for `passphrase`. */
  passphrase: z.string().max(200).default(''),
  /** The words asked back: 1-based position → word. */
  phraseAnswers: z.record(z.string(), z.string()),
});
export type SetupInput = z.infer<typeof SetupInput>;

const none = z.object({});
export const sessionContract = {
  'program.state': live('main', 'anyone', none, ProgramState),
  'program.dismissNotice': query('main', 'anyone', z.object({ id: z.string() }), none),
  'system.health': live('main', 'signed-in', none, SystemHealth),

  'setup.options': query('main', 'anyone', none, z.object({ printers: z.array(z.string()), protections: z.array(KeyProtection) })),
  /** Whether the disk under the profile is encrypted as a whole, in words; both empty where it is. Nothing waits for it. */
  'setup.disk': query('main', 'anyone', none, z.object({ text: z.string(), todo: z.string() })),
  /** Makes the recovery phrase; shown once. Asking again makes a new one. */
  'setup.recoveryPhrase': query('main', 'anyone', none, z.object({ words: z.array(z.string()), ask: z.array(z.number().int()) })),
  'setup.complete': command('main', 'anyone', SetupInput, none),

  'store.unlock': query('main', 'anyone', z.object({ passphrase: z.string().min(1).max(200) }), none),
  'store.unlockWithPhrase': query(
    'main',
    'anyone',
    z.object({ words: z.string().min(1).max(400), newPassphrase: z.string().min(8, '启动口令至少 8 位').max(200) }),
    none,
  ),

  'session.staff': query('main', 'anyone', none, z.array(StaffCard)),
  'session.current': live('main', 'anyone', none, SessionView),
  'session.signIn': query('main', 'anyone', z.object({ staffId: Id, pin: z.string().min(1).max(12) }), SessionView),
  'session.signOut': query('main', 'anyone', none, none),
  'session.lock': query('main', 'anyone', none, none),
  'session.unlock': query('main', 'anyone', z.object({ pin: z.string().min(1).max(12) }), SessionView),
  /** A key or pointer was used; sent at most every few seconds. */
  'session.touch': query('main', 'anyone', none, none),
} as const;
