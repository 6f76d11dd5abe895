import { cpus, homedir, totalmem } from 'node:os';
import { diagnosticsText } from '../../shared/rules/diagnostics';
import { redactLog } from '../../shared/rules/redact-log';
import { describe, knownFolders, log } from '../log';
import { folders } from '../profile/profile';
import type { Program } from '../program';
import { logTail } from './log-tail';
import type { Notices } from './notices';
import { programFacts } from './program-facts';

const LINES = 500;
const MB = 1024 ** 2;

/** Everything that is known without asking anybody, as one text. */
export async function diagnostics(program: Program, notices: Notices): Promise<string> {
  const { storage } = program.store();
  const { expectedElectron } = await notices.shipped();
  const [counts, printers, lines] = await Promise.all([
    storage.internal('internal.counts', null),
    program.printers().catch((error: unknown) => {
      log.warn(`diagnostics, printers: ${describe(error)}`);
      return [];
    }),
    logTail(folders(program.profile.dir).logs, LINES),
  ]);
  return diagnosticsText({
    now: program.now(),
    program: programFacts(expectedElectron),
    deskCode: program.deskCode(),
    demo: program.environment.demo,
    health: program.health.get(),
    machine: {
      memoryMb: Math.round(totalmem() / MB),
      cpus: cpus().length,
      uptimeMinutes: Math.round(process.uptime() / 60),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    backup: program.backup.view.get(),
    sync: program.sync.view.get(),
    printers,
    counts,
    // Once more: older lines may have been written by an older program.
    log: lines.map((line) => redactLog(line, { folders: knownFolders(program.profile.dir, homedir()) })),
  });
}
