import { z } from 'zod';
import { requiredText } from '../domain/basics';
import { QuarantinedItem, SyncView } from '../domain/sync';
import { command, live, query } from './define';
import { KeyProtection } from './session';

const none = z.object({});
const Code = z.string().trim().min(1, '请输入一次性口令').max(60);
const DeskCode = z.string().regex(/^\d{2}$/);
/** Changes; null: nothing was picked. */
const Imported = z.object({ applied: z.number().int(), known: z.number().int(), refused: z.number().int() }).nullable();

export const syncContract = {
  /** The light on every screen; before sign-in too, for an alarm has to know whether others hear it. */
  'sync.view': live('main', 'anyone', none, SyncView),
  'sync.quarantine': query('storage', ['administrator', 'leader'], none, z.array(QuarantinedItem)),
  /** Picks the hub's file (a dialog of the system) and reads whom it is for. Null: nothing was picked. */
  'sync.pickHubFile': query('main', ['administrator'], none, z.object({ name: z.string(), hub: z.array(z.string()) }).nullable()),
  /** Takes the picked file: this desk is the hall's first at the hub. */
  'sync.useHub': command('main', ['administrator'], z.object({ code: Code }), none),
  /** Writes a joining file for a desk of the hall's list (a dialog asks where). Null: given up. The code is shown once. */
  'sync.invite': command(
    'main',
    ['administrator'],
    z.object({ deskCode: DeskCode }),
    z.object({ code: z.string(), file: z.string() }).nullable(),
  ),
  /** 停用: what this desk writes from now on is refused by all. */
  'sync.revoke': command('main', ['administrator'], z.object({ deskCode: DeskCode, reason: requiredText(200, '原因') }), none),
  /** U 盘: everything the other desks may lack, as one sealed and signed file. Null: given up. */
  'sync.exportPackage': query(
    'main',
    ['administrator', 'coordinator'],
    none,
    z.object({ file: z.string(), changes: z.number().int() }).nullable(),
  ),
  'sync.importPackage': command('main', ['administrator', 'coordinator'], none, Imported),

  /** First start of a further desk: the joining file, picked and opened with its one-time code. */
  'setup.pickJoiningFile': query('main', 'anyone', none, z.object({ name: z.string() }).nullable()),
  'setup.join': command(
    'main',
    'anyone',
    z.object({ code: Code, protection: KeyProtection, passphrase: z.string().max(200).default('') }),
    none,
  ),
  /** A desk that has just joined knows nobody who could sign in yet: its first records may come on a stick. Only then. */
  'setup.importPackage': command('main', 'anyone', none, Imported),
} as const;
