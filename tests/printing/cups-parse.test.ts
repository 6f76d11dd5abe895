import { describe, expect, it } from 'vitest';
import { csvFields, keepsJobFiles, parseIppJobs, parseLpstat, parseRequestId, viewOf } from '../../electron/printing/cups/parse';

/** Outputs captured from CUPS 2.4.2 (Debian 12) under LC_ALL=C. */
const LPSTAT = `system default destination: CARD
printer CARD is idle.  enabled since Mon Nov 23 14:54:31 2026
printer TEST disabled since Mon Nov 23 14:55:45 2026 -
	Paused
printer Slip-80 now printing Slip-80-16.  enabled since Mon Nov 23 15:17:02 2026
printer Tray disabled since Mon Nov 23 14:55:45 2026 -
	Media tray empty.
printer Shut is idle.  enabled since Mon Nov 23 14:54:31 2026
CARD accepting requests since Mon Nov 23 14:54:31 2026
TEST accepting requests since Mon Nov 23 14:54:31 2026
Slip-80 accepting requests since Mon Nov 23 14:54:31 2026
Tray accepting requests since Mon Nov 23 14:54:31 2026
Shut not accepting requests since Mon Nov 23 14:55:45 2026 -
	maintenance
`;

describe('what lpstat prints', () => {
  it('becomes printers with a state and a Chinese reason', () => {
    expect(parseLpstat(LPSTAT).map(viewOf)).toEqual([
      { name: 'CARD', isDefault: true, state: 'ready', reason: '' },
      { name: 'TEST', isDefault: false, state: 'stopped', reason: '打印机已停' },
      { name: 'Slip-80', isDefault: false, state: 'busy', reason: '正在打印' },
      { name: 'Tray', isDefault: false, state: 'stopped', reason: '打印机已停：Media tray empty.' },
      { name: 'Shut', isDefault: false, state: 'stopped', reason: '打印机不接收作业' },
    ]);
  });

  it('is an empty list on a machine without printers', () => {
    expect(parseLpstat('no system default destination\n')).toEqual([]);
    expect(parseLpstat('')).toEqual([]);
  });
});

describe('what lp prints', () => {
  it.each([
    ['request id is TEST-16 (0 file(s))\n', '16'],
    ['request id is Slip-80-7 (1 file(s))\n', '7'],
    ['', null],
    ['lp: Error - The printer or class does not exist.\n', null],
  ])('%j gives job %s', (output, job) => {
    expect(parseRequestId(output)).toBe(job);
  });
});

describe('what ipptool prints', () => {
  const JOBS = `job-id,job-name,job-state,job-state-reasons
1,0190-media,completed,job-completed-successfully
6,"held,\\"q",canceled,job-canceled-by-user
7,,completed,job-completed-successfully
8,AAAA,processing,job-printing
9,B,pending,none
10,C,aborted,aborted-by-system
11,D,processing-stopped,printer-stopped
`;

  it('becomes jobs with our four states', () => {
    expect(parseIppJobs(JOBS)?.map(({ id, name, state }) => [id, name, state])).toEqual([
      ['1', '0190-media', 'completed'],
      ['6', 'held,"q', 'cancelled'],
      ['7', '', 'completed'],
      ['8', 'AAAA', 'active'],
      ['9', 'B', 'active'],
      ['10', 'C', 'aborted'],
      ['11', 'D', 'active'],
    ]);
  });

  it('is no answer when it is anything else', () => {
    expect(parseIppJobs('')).toBeNull();
    expect(parseIppJobs('ipptool: Unable to connect to "localhost" on port 6399 - Host is down')).toBeNull();
    expect(parseIppJobs('job-id,job-name,job-state,job-state-reasons\n')).toEqual([]);
  });

  it('is split at commas outside quotes only', () => {
    expect(csvFields('6,"held,\\"q",canceled,')).toEqual(['6', 'held,"q', 'canceled', '']);
  });
});

describe('cupsd.conf', () => {
  it.each([
    ['', true],
    ['MaxLogSize 0\nPreserveJobFiles No\n', false],
    ['PreserveJobFiles Off', false],
    ['PreserveJobFiles 0', false],
    ['preservejobfiles no', false],
    ['PreserveJobFiles 86400', true],
    ['PreserveJobFiles Yes', true],
    ['# PreserveJobFiles No', true],
    ['PreserveJobFiles No\nPreserveJobFiles Yes', true],
  ])('%j: job files stay behind %s', (conf, keeps) => {
    expect(keepsJobFiles(conf)).toBe(keeps);
  });
});
