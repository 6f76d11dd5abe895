import type { SpoolerJobState } from '../spooler';

/**
 * What is asked of Windows' print spooler, as PowerShell one-liners that answer in JSON. Names reach them by the
 * environment, never inside the script. Codes are numbers because their names follow the system's language.
 */
const HEAD = '$ErrorActionPreference="Stop";[Console]::OutputEncoding=[Text.Encoding]::UTF8;';

export const LIST_PRINTERS = `${HEAD}$d=(Get-CimInstance Win32_Printer -Filter "Default=TRUE").Name;ConvertTo-Json -Compress -Depth 3 @(Get-Printer|ForEach-Object{[pscustomobject]@{name=$_.Name;status=[int]$_.PrinterStatus;isDefault=($_.Name -eq $d)}})`;
export const LIST_JOBS = `${HEAD}ConvertTo-Json -Compress -Depth 3 @(Get-PrintJob -PrinterName $env:RECEPTION_PRINTER|ForEach-Object{[pscustomobject]@{id=[int]$_.Id;title=[string]$_.DocumentName;status=[int]$_.JobStatus}})`;
export const REMOVE_JOB = `${HEAD}Remove-PrintJob -PrinterName $env:RECEPTION_PRINTER -ID ([int]$env:RECEPTION_JOB)`;

export interface WindowsPrinter {
  name: string;
  status: number;
  isDefault: boolean;
}
export interface WindowsJob {
  id: number;
  title: string;
  status: number;
}

/** Strict: one element that is not exactly as asked for makes the whole answer worthless (null), never half true. */
function rows<T>(output: string, read: (row: Record<string, unknown>) => T | null): T[] | null {
  let value: unknown;
  try {
    value = JSON.parse(output.trim() || '[]');
  } catch {
    return null;
  }
  if (!Array.isArray(value)) return null;
  const all: T[] = [];
  for (const row of value as unknown[]) {
    const known = typeof row === 'object' && row !== null ? read(row as Record<string, unknown>) : null;
    if (known === null) return null;
    all.push(known);
  }
  return all;
}

export const parsePrinters = (output: string): WindowsPrinter[] | null =>
  rows(output, ({ name, status, isDefault }) =>
    typeof name === 'string' && Number.isInteger(status) && typeof isDefault === 'boolean'
      ? { name, status: status as number, isDefault }
      : null,
  );

export const parseJobs = (output: string): WindowsJob[] | null =>
  rows(output, ({ id, title, status }) =>
    Number.isInteger(id) && typeof title === 'string' && Number.isInteger(status)
      ? { id: id as number, title, status: status as number }
      : null,
  );

/** JOB_STATUS_* of winspool.h. */
const DELETING = 0x4;
const PRINTED = 0x80;
const DELETED = 0x100;
const COMPLETE = 0x1000;

export function jobStateOf(status: number): SpoolerJobState {
  if (status & (PRINTED | COMPLETE)) return 'completed';
  if (status & (DELETING | DELETED)) return 'cancelled';
  // A job in error stays in the queue until somebody acts at the printer: it may still come out.
  return 'active';
}

/** PrinterStatus of MSFT_Printer: a number of its own, not winspool's bits. */
const REASONS: Record<number, string> = {
  1: '打印机已暂停',
  2: '打印机出错',
  4: '打印机卡纸',
  5: '打印机缺纸',
  6: '打印机等待手动进纸',
  7: '打印机纸张有问题',
  8: '打印机离线',
  12: '打印机出纸口已满',
  13: '打印机不可用',
  19: '打印机缺墨粉',
  21: '打印机需要人工处理',
  22: '打印机内存不足',
  23: '打印机盖板打开',
};
export function printerStateOf(status: number): { state: 'ready' | 'busy' | 'stopped'; reason: string } {
  const reason = REASONS[status];
  if (reason) return { state: 'stopped', reason };
  return status === 0 ? { state: 'ready', reason: '' } : { state: 'busy', reason: '打印机正忙' };
}
