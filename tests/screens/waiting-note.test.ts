import { describe, expect, it } from 'vitest';
import { waitingNote } from '../../renderer/print/waiting-note';
import type { PrintJobView, PrintState } from '../../shared/domain/printing';

const MISSING = '找不到打印机「前台卡片机」，作业在本机等候';
const job = (n: number, state: PrintState, more: Partial<PrintJobView> = {}): PrintJobView => ({
  id: `00000000-0000-7000-8000-00000000000${n}`,
  kind: 'card',
  label: `A00${n} 20261123-01-000${n}`,
  printer: '前台卡片机',
  state,
  reprint: 0,
  createdAt: n,
  changedAt: n,
  note: '',
  ...more,
});
const notes = (jobs: PrintJobView[]): string[] => jobs.map((one) => waitingNote(one, jobs));

describe('why a print job waits', () => {
  it('is said by every job of a printer that is missing, newest first or not', () => {
    const jobs = [job(3, 'queued'), job(2, 'ready'), job(1, 'ready', { note: MISSING })];
    expect(notes(jobs)).toEqual([MISSING, MISSING, MISSING]);
    expect(notes([...jobs].reverse())).toEqual([MISSING, MISSING, MISSING]);
  });
  it('names the job ahead when that one is with the printer', () => {
    const stopped = '打印机已停，作业已在打印机的队列中，恢复后自动打印';
    expect(notes([job(1, 'spooled', { note: stopped }), job(2, 'ready')])).toEqual([stopped, `排在 A001 之后：${stopped}`]);
    expect(notes([job(1, 'spooled'), job(2, 'ready')])).toEqual(['', '排在 A001 之后，依次打印']);
  });
  it('is nothing to wait for at the head of the line', () => {
    expect(notes([job(1, 'printed'), job(2, 'queued')])).toEqual(['', '轮到这一张，马上打印']);
  });
  it('does not borrow the reason of another printer, nor of a job that is done', () => {
    const jobs = [job(1, 'ready', { note: MISSING, printer: '二号机' }), job(2, 'failed', { note: '打不开' }), job(3, 'ready')];
    expect(notes(jobs)).toEqual([MISSING, '打不开', '轮到这一张，马上打印']);
  });
});
