import type { SelfCheckView } from '../../shared/domain/day-end';
import { type SelfCheckFacts, selfCheck } from '../../shared/rules/self-check';
import { dayOf } from '../../shared/rules/time';
import { unitCalendar } from '../../shared/rules/working-days';
import { describe, log } from '../log';
import { diskEncryption } from '../profile/disk-encryption';
import type { Program } from '../program';
import { adapterFor } from '../readers/handlers';
import { faultSentence } from '../readers/sentences';

/** A clock that is off by less is nobody's business. */
const CLOCK_MS = 2 * 60_000;
/** A spooler that does not answer holds up no list. */
const PRINTER_WAIT_MS = 4000;

/** 开机自检: looks at everything now; what is red and was seen by whom is one line a day. */
export async function runSelfCheck(
  program: Program,
  asked: { microphones: number | null; withReader: boolean },
  staffId: string | null,
): Promise<SelfCheckView> {
  const { storage, disk } = program.store();
  const settings = await storage.internal('internal.settings', null);
  const [known, printer, encryption, fault] = await Promise.all([
    storage.internal('internal.selfCheck.facts', null),
    printerState(program, settings.printing.mode, settings.printing.cardPrinter || settings.printing.letterPrinter),
    diskEncryption(program.profile.dir),
    asked.withReader ? readerFault(program, settings.reader) : null,
  ]);
  const health = program.health.get();
  const now = program.now();
  const sync = program.sync.view.get();
  const items = selfCheck({
    now,
    database: program.status.view.get().storage,
    chain: health.chain,
    disk: { state: disk.state, freeBytes: disk.freeBytes },
    backup: program.backup.view.get(),
    printer,
    lastWrite: known.lastWrite,
    clocks: sync.desks.flatMap(({ name, code, clockAheadMs }) =>
      clockAheadMs !== null && Math.abs(clockAheadMs) >= CLOCK_MS
        ? [{ name: name || code, minutes: Math.round(clockAheadMs / 60_000) }]
        : [],
    ),
    today: dayOf(now),
    calendar: unitCalendar(settings.calendar),
    reader: { kind: settings.reader.kind, fault },
    microphones: asked.microphones,
    sync,
    encryption: { state: encryption, system: process.platform === 'win32' ? 'windows' : 'linux' },
    surroundings: health.findings,
  });
  // A disk that takes nothing is the first thing to be told: that it was told waits until it does.
  if (disk.state !== 'read-only')
    await storage
      .internal('internal.selfCheck.seen', { items }, staffId)
      .catch((error: unknown) => log.error(`self-check: ${describe(error)}`));
  const { seen } = await storage.internal('internal.selfCheck.facts', null);
  return { at: now, items, seen };
}

async function printerState(program: Program, mode: 'printer' | 'none', name: string): Promise<SelfCheckFacts['printer']> {
  const blank = { mode, name, reason: '' };
  if (mode === 'none' || name === '') return { ...blank, state: 'unknown' };
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PRINTER_WAIT_MS).unref());
  const printers = await Promise.race([program.printers().catch(() => null), late]);
  if (!printers) return { ...blank, state: 'unknown', reason: '打印系统没有应答' };
  const found = printers.find((each) => each.name === name);
  return found ? { ...blank, state: found.state, reason: found.reason } : { ...blank, state: 'missing' };
}

/** Empty where the service answers; that no card lies on it is no fault. */
async function readerFault(program: Program, reader: Parameters<typeof adapterFor>[0]): Promise<string> {
  if (reader.kind !== 'http') return '';
  const outcome = await program.readers.read(adapterFor(reader));
  if (outcome.ok || outcome.fault === 'no-card' || outcome.fault === 'busy') return '';
  return faultSentence(outcome.fault, reader.port).split('。')[0] ?? '';
}
