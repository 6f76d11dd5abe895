import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_END_CHECKS } from '../../../shared/domain/day-end';
import { type DayEndState, dayEndItems, isDueNext, mustBeSettled, unsettled } from '../../../shared/rules/day-end';
import { KNOWN_NOTICES } from '../../../shared/rules/holiday-notices';
import { backupItem, type SelfCheckFacts, selfCheck } from '../../../shared/rules/self-check';
import { WorkingDays } from '../../../shared/rules/working-days';

const GOOD: DayEndState = {
  ...{ cards: 0, talks: 0, incidents: 0, dueSoon: 0, dueNext: 0, reports: 1, reportBehind: false, prints: { waiting: 0, failed: 0 } },
  backup: { level: 'good', text: '' },
  sync: { level: 'info', waiting: 0, text: '单机使用' },
};
const level = (over: Partial<DayEndState>, key: string): string | undefined =>
  dayEndItems({ ...GOOD, ...over }).find((each) => each.key === key)?.level;

describe('what is due by the next working day', () => {
  const calendar = new WorkingDays({ notices: [...KNOWN_NOTICES], unitDays: [] });
  it.each([
    ['on a Monday, Tuesday', '2026-11-23', '2026-11-24', true],
    ['on a Monday, Wednesday', '2026-11-23', '2026-11-25', false],
    ['on a Friday, Saturday', '2026-11-27', '2026-11-28', true],
    ['on a Friday, Monday', '2026-11-27', '2026-11-30', true],
    ['on a Friday, Tuesday', '2026-11-27', '2026-12-01', false],
    ['today is not tomorrow', '2026-11-23', '2026-11-23', false],
    ['before the National Day holiday, the first working day after it', '2026-09-30', '2026-10-08', true],
  ])('%s', (_what, today, due, expected) => expect(isDueNext(due, today, calendar)).toBe(expected));
});

describe('the end of a day', () => {
  it.each<[string, Partial<DayEndState>, string, string]>([
    ['cards that are out', { cards: 2 }, 'cards', 'warn'],
    ['talks that go on', { talks: 1 }, 'talks', 'warn'],
    ['an incident that runs', { incidents: 1 }, 'incidents', 'bad'],
    ['prints that wait', { prints: { waiting: 1, failed: 0 } }, 'prints', 'warn'],
    ['prints that failed', { prints: { waiting: 0, failed: 1 } }, 'prints', 'bad'],
    ['what is due soon is good to know, and no reason to stay', { dueSoon: 3 }, 'due', 'info'],
    ['what is due by the next working day too', { dueNext: 3 }, 'next', 'info'],
    ['no 日报 yet', { reports: 0 }, 'report', 'warn'],
    ['a 日报 from before somebody came', { reportBehind: true }, 'report', 'warn'],
  ])('%s', (_what, over, key, expected) => expect(level(over, key)).toBe(expected));

  it('is closed only when every open point is done or has its reason, and a blank is no reason', () => {
    const counts = fc.record({ cards: fc.nat(3), talks: fc.nat(2), incidents: fc.nat(1), reports: fc.nat(1) });
    const reasons = fc.array(fc.record({ key: fc.constantFrom(...DAY_END_CHECKS), reason: fc.constantFrom('', '  ', '明天办') }));
    fc.assert(
      fc.property(counts, reasons, (over, skipped) => {
        const items = dayEndItems({ ...GOOD, ...over });
        const left = unsettled(items, skipped);
        for (const item of items) {
          const reasoned = skipped.some(({ key, reason }) => key === item.key && reason.trim() !== '');
          expect(left.includes(item.key)).toBe(mustBeSettled(item) && !reasoned);
        }
      }),
    );
  });
});

const NOW = Date.parse('2026-11-30T07:50:00+08:00');
const HOUR = 3_600_000;
const FINE: SelfCheckFacts = {
  ...{ now: NOW, database: 'ready', chain: 'verified', disk: { state: 'ok', freeBytes: 50 * 1024 ** 3 } },
  backup: { phase: 'idle', lastGoodAt: NOW - HOUR, warnHours: 36 },
  printer: { mode: 'printer', name: '卡片机', state: 'ready', reason: '' },
  ...{ lastWrite: NOW - HOUR, clocks: [], today: '2026-11-30', calendar: new WorkingDays({ notices: [...KNOWN_NOTICES], unitDays: [] }) },
  ...{ reader: { kind: 'http', fault: '' }, microphones: 1, sync: { link: 'online', waiting: 0, findings: [] }, surroundings: [] },
  encryption: { state: 'encrypted', system: 'linux' },
};
const check = (over: Partial<SelfCheckFacts>, key: string) => selfCheck({ ...FINE, ...over }).find((each) => each.key === key);

describe('开机自检', () => {
  it('on a good morning has nothing red', () => {
    expect(selfCheck(FINE).filter((each) => each.level === 'bad')).toEqual([]);
  });
  it.each<[string, Partial<SelfCheckFacts>, string, string]>([
    ['the database is being mended', { database: 'recovering' }, 'database', 'bad'],
    ['the chain is broken', { chain: 'broken' }, 'journal', 'bad'],
    ['the chain is still being read', { chain: 'checking' }, 'journal', 'info'],
    ['little room', { disk: { state: 'low', freeBytes: 1.5 * 1024 ** 3 } }, 'disk', 'warn'],
    ['no room for sound', { disk: { state: 'no-recordings', freeBytes: 9e8 } }, 'disk', 'bad'],
    ['no backup is set up', { backup: { phase: 'off', lastGoodAt: null, warnHours: 36 } }, 'backup', 'bad'],
    ['an old backup', { backup: { phase: 'idle', lastGoodAt: NOW - 37 * HOUR, warnHours: 36 } }, 'backup', 'bad'],
    ['a backup just within its time', { backup: { phase: 'idle', lastGoodAt: NOW - 36 * HOUR, warnHours: 36 } }, 'backup', 'good'],
    ['a printer that is off', { printer: { ...FINE.printer, state: 'stopped', reason: '缺纸' } }, 'printer', 'bad'],
    ['a printer that is gone', { printer: { ...FINE.printer, state: 'missing' } }, 'printer', 'bad'],
    ['a desk without a printer', { printer: { ...FINE.printer, mode: 'none' } }, 'printer', 'info'],
    ['a clock set back', { lastWrite: NOW + 2 * 60_000 }, 'clock', 'bad'],
    ['a clock a minute behind', { lastWrite: NOW + 60_000 }, 'clock', 'good'],
    ['another desk’s clock', { clocks: [{ name: '2号登记台', minutes: -5 }] }, 'clock', 'warn'],
    ['next year’s holidays in November', {}, 'holidays', 'warn'],
    ['next year’s holidays in May', { today: '2026-05-08' }, 'holidays', 'info'],
    ['this year’s holidays unknown', { today: '2031-05-08' }, 'holidays', 'bad'],
    ['a reader that does not answer', { reader: { kind: 'http', fault: '没有读卡服务' } }, 'reader', 'bad'],
    ['a reader that was not asked', { reader: { kind: 'http', fault: null } }, 'reader', 'info'],
    ['a desk that types', { reader: { kind: 'manual', fault: null } }, 'reader', 'info'],
    ['no microphone', { microphones: 0 }, 'microphone', 'bad'],
    ['nobody who records', { microphones: null }, 'microphone', 'info'],
    ['no hub', { sync: { link: 'alone', waiting: 0, findings: [] } }, 'sync', 'info'],
    ['the hub away', { sync: { link: 'offline', waiting: 3, findings: [] } }, 'sync', 'warn'],
    ['the hub disagrees', { sync: { link: 'disagrees', waiting: 0, findings: ['少了一段'] } }, 'sync', 'bad'],
    ['a disk that is not encrypted', { encryption: { state: 'plain', system: 'linux' } }, 'encryption', 'warn'],
    ['a disk that is being encrypted', { encryption: { state: 'working', system: 'windows' } }, 'encryption', 'info'],
    ['a disk that does not tell', { encryption: { state: 'unknown', system: 'linux' } }, 'encryption', 'info'],
    ['CUPS keeps files', { surroundings: ['打印系统会保留打印文件'] }, 'surroundings', 'warn'],
  ])('%s', (_what, over, key, expected) => expect(check(over, key)?.level).toBe(expected));

  it('says of everything red what to do', () => {
    for (const over of [
      { database: 'recovering' as const },
      { backup: { phase: 'off' as const, lastGoodAt: null, warnHours: 36 } },
      { microphones: 0 },
    ])
      for (const each of selfCheck({ ...FINE, ...over })) if (each.level === 'bad') expect(each.todo).not.toBe('');
    expect(backupItem({ phase: 'off', lastGoodAt: null, warnHours: 36 }, NOW).text).toBe('尚未设置备份');
  });
});
