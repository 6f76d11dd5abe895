import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * A real CUPS queue that prints into PDF files (printer-driver-cups-pdf), for tests that look at the page. Setting a
 * queue up needs root or membership of `lpadmin`; build/setup installs the packages.
 */
const MODEL = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd';
/** cups-pdf writes to the submitter's home as the system knows it ($HOME may be another), or here for nobody in particular. */
const OUTPUTS = [join(userInfo().homedir, 'PDF'), '/var/spool/cups-pdf/ANONYMOUS'];

const run = (file: string, ...args: string[]): string =>
  execFileSync(file, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'pipe', 'pipe'], timeout: 20_000 });

const running = (): boolean => run('lpstat', '-r').includes('scheduler is running');

/** Starts CUPS if it does not run, and makes (or renews) the queue, enabled and accepting. */
export async function setUpCups(name: string): Promise<void> {
  if (!running()) run('cupsd');
  const deadline = Date.now() + 10_000;
  while (!running()) {
    if (Date.now() > deadline) throw new Error('cupsd does not answer; see /var/log/cups/error_log');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  run('lpadmin', '-p', name, '-E', '-v', 'cups-pdf:/', '-m', MODEL);
  run('cupsaccept', name);
  run('cupsenable', name);
}

export const disable = (name: string): string => run('cupsdisable', name);
export const enable = (name: string): string => run('cupsenable', name);
export const reject = (name: string): string => run('cupsreject', name);
export const accept = (name: string): string => run('cupsaccept', name);

/** The queue, its history and what waits in it. */
export function removeQueue(name: string): void {
  run('cancel', '-a', '-x', name);
  run('lpadmin', '-x', name);
}

/** Every PDF that came out, oldest first. cups-pdf ends names with `-job_<number>.pdf`. */
export function spooledPdfs(): string[] {
  const files = OUTPUTS.filter(existsSync).flatMap((dir) => readdirSync(dir).map((name) => join(dir, name)));
  return files.filter((file) => file.endsWith('.pdf')).sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
}
export const spooledPdf = (job: string | number): string | undefined => spooledPdfs().find((file) => file.endsWith(`-job_${job}.pdf`));

/** The newest page that came out, or the newest one of a print id (cups-pdf keeps the beginning of the title in the name). */
export const lastSpooledPdf = (printId = ''): string | undefined => spooledPdfs().findLast((file) => file.includes(printId.slice(0, 13)));

/** How many pages came out for a print id. */
export const copiesOf = (printId: string): number => spooledPdfs().filter((file) => file.includes(printId)).length;
