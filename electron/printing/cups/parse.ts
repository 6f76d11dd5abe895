import type { PrinterView } from '../../../shared/domain/printing';
import type { SpoolerJobState } from '../spooler';

/** Readers for what CUPS's tools print under LC_ALL=C. Pure; the tests hold outputs captured from CUPS 2.4. */

export interface LpstatPrinter {
  name: string;
  state: 'idle' | 'printing' | 'disabled' | 'other';
  accepting: boolean;
  isDefault: boolean;
  reason: string;
}

/** Output of `lpstat -d -p -a`. */
export function parseLpstat(output: string): LpstatPrinter[] {
  const printers = new Map<string, LpstatPrinter>();
  const rejecting = new Set<string>();
  let byDefault = '';
  let last: LpstatPrinter | undefined;
  for (const line of output.split('\n')) {
    const printer = /^printer (\S+) (is idle|now printing|disabled|.*)/.exec(line);
    const acceptance = /^(\S+) (not )?accepting requests since /.exec(line);
    const chosen = /^system default destination: (\S+)/.exec(line);
    if (printer?.[1]) {
      const rest = printer[2] ?? '';
      const state = rest === 'is idle' ? 'idle' : rest === 'now printing' ? 'printing' : rest === 'disabled' ? 'disabled' : 'other';
      last = { name: printer[1], state, accepting: true, isDefault: false, reason: '' };
      printers.set(last.name, last);
    } else if (acceptance?.[1]) {
      if (acceptance[2]) rejecting.add(acceptance[1]);
      last = undefined;
    } else if (chosen?.[1]) {
      byDefault = chosen[1];
    } else if (line.startsWith('\t') && last) {
      last.reason = line.trim();
    }
  }
  return [...printers.values()].map((each) => ({ ...each, accepting: !rejecting.has(each.name), isDefault: each.name === byDefault }));
}

/** CUPS's own reason is kept behind ours: it may be the vendor's, in any language. */
export function viewOf(printer: LpstatPrinter): PrinterView {
  const { name, isDefault } = printer;
  const said = printer.reason && printer.reason !== 'Paused' ? `：${printer.reason}` : '';
  if (printer.state === 'disabled') return { name, isDefault, state: 'stopped', reason: `打印机已停${said}` };
  if (!printer.accepting) return { name, isDefault, state: 'stopped', reason: '打印机不接收作业' };
  if (printer.state === 'printing') return { name, isDefault, state: 'busy', reason: '正在打印' };
  if (printer.state === 'idle') return { name, isDefault, state: 'ready', reason: '' };
  return { name, isDefault, state: 'unknown', reason: '状态不明' };
}

/** `request id is NAME-12 (0 file(s))` → `12`. Names may hold dashes and digits of their own. */
export const parseRequestId = (output: string): string | null => /^request id is \S+-(\d+) \(/m.exec(output)?.[1] ?? null;

/** One line of `ipptool -c`: quoted where needed, with backslashes inside the quotes. */
export function csvFields(line: string): string[] {
  const fields: string[] = [];
  const pattern = /(?:^|,)(?:"((?:[^"\\]|\\.)*)"|([^,]*))/g;
  for (const match of line.matchAll(pattern)) fields.push(match[1] !== undefined ? match[1].replace(/\\(.)/g, '$1') : (match[2] ?? ''));
  return fields;
}

export interface IppJob {
  id: string;
  name: string;
  state: SpoolerJobState;
  reason: string;
}

const STATES: Record<string, SpoolerJobState> = {
  pending: 'active',
  'pending-held': 'active',
  processing: 'active',
  'processing-stopped': 'active',
  completed: 'completed',
  aborted: 'aborted',
  canceled: 'cancelled',
};

/** Output of `ipptool -c` for the requests of ipp.ts; null when it is not what was asked for. */
export function parseIppJobs(output: string): IppJob[] | null {
  const [head, ...lines] = output.trim().split('\n');
  if (head !== 'job-id,job-name,job-state,job-state-reasons') return null;
  const jobs: IppJob[] = [];
  for (const line of lines) {
    const [id = '', name = '', state = '', reason = ''] = csvFields(line);
    const known = STATES[state];
    if (/^\d+$/.test(id) && known) jobs.push({ id, name, state: known, reason });
  }
  return jobs;
}

/**
 * Whether cupsd keeps a finished job's file. Unset means a day (CUPS's default of 86400 seconds), which
 * would leave readable cards behind; only an explicit no is a no.
 */
export function keepsJobFiles(cupsdConf: string): boolean {
  let keeps = true;
  for (const line of cupsdConf.split('\n')) {
    const value = /^\s*PreserveJobFiles\s+(\S+)/i.exec(line)?.[1];
    if (value) keeps = !/^(no|off|false|0)$/i.test(value);
  }
  return keeps;
}
