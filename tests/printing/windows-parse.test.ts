import { describe, expect, it } from 'vitest';
import { jobStateOf, parseJobs, parsePrinters, printerStateOf } from '../../electron/printing/windows/powershell';

describe('what PowerShell answers', () => {
  it('becomes printers and jobs', () => {
    expect(parsePrinters('[{"name":"HP 登记台","status":0,"isDefault":true}]\r\n')).toEqual([
      { name: 'HP 登记台', status: 0, isDefault: true },
    ]);
    expect(parseJobs('[{"id":3,"title":"0190.pdf","status":8208}]')).toEqual([{ id: 3, title: '0190.pdf', status: 8208 }]);
    expect(parseJobs('[]')).toEqual([]);
    expect(parseJobs('')).toEqual([]);
  });

  it.each([
    '{',
    'null',
    '{"id":1}',
    '[{"id":"1","title":"x","status":0}]',
    '[{"id":1,"title":null,"status":0}]',
    '[null]',
    '[{"id":1.5,"title":"x","status":0}]',
  ])('is worthless when it is %s', (output) => {
    expect(parseJobs(output)).toBeNull();
  });

  it('tells states by number, since names follow the system’s language', () => {
    expect([0, 0x10, 0x2, 0x80, 0x1000, 0x4, 0x100].map(jobStateOf)).toEqual([
      'active',
      'active',
      'active',
      'completed',
      'completed',
      'cancelled',
      'cancelled',
    ]);
    expect([0, 5, 8, 10].map((status) => printerStateOf(status).state)).toEqual(['ready', 'stopped', 'stopped', 'busy']);
  });
});
