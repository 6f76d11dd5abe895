import { useLive } from '../hooks/use-live';
import { useMayAsk } from '../stores/session';
import { TEXTS } from './texts';

const WAITING: ReadonlySet<string> = new Set(['queued', 'rendering', 'ready', 'spooling', 'spooled']);

/** The print queue in half a line; null for those who have nothing to do with it. */
export function usePrintLine(): { text: string; trouble: boolean } | null {
  const may = useMayAsk('print.jobs');
  const settings = useLive('settings.all', {}, may).value;
  const jobs = useLive('print.jobs', {}, may).value;
  if (!settings || !jobs) return null;
  const failed = jobs.filter((job) => job.state === 'failed').length;
  if (failed > 0) return { text: TEXTS.printFailed(failed), trouble: true };
  const waiting = jobs.filter((job) => WAITING.has(job.state));
  const why = waiting.find((job) => job.note)?.note ?? '';
  if (waiting.length > 0) return { text: TEXTS.printQueue(waiting.length, why), trouble: why !== '' };
  return { text: settings.printing.mode === 'none' ? TEXTS.noPrinter : TEXTS.printIdle, trouble: false };
}
