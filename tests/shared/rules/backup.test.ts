import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BackupFigures, NO_BACKUP } from '../../../shared/domain/backup';
import { lastRotationDay, setsToKeep } from '../../../shared/rules/backup-rotation';
import { backupLine, damageWords } from '../../../shared/rules/backup-words';
import { addDays, dayOf } from '../../../shared/rules/time';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-23T09:30:00Z');
const figures = BackupFigures.parse({});
const hourly = (hours: number) => Array.from({ length: hours }, (_, n) => ({ id: `s${n}`, madeAt: NOW - n * HOUR }));

describe('rotation', () => {
  it('keeps the newest of each of the last 24 hours, 14 days and 8 weeks', () => {
    const sets = hourly(24 * 100);
    const keep = setsToKeep(sets, figures, NOW);
    const kept = sets.filter(({ id }) => keep.has(id));
    expect(kept.filter(({ madeAt }) => NOW - madeAt < 24 * HOUR).length).toBe(24);
    const days = new Set(kept.map(({ madeAt }) => dayOf(madeAt)));
    for (let n = 0; n < 14; n++) expect(days).toContain(addDays(dayOf(NOW), -n));
    // 14 days and, of the older weeks, one day each.
    expect(days.size).toBeLessThanOrEqual(14 + 8);
    expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
  });

  it('never drops the newest, nor anything of the future, and dropping twice drops no more', () => {
    const set = fc.record({ id: fc.uuid(), madeAt: fc.integer({ min: NOW - 400 * 24 * HOUR, max: NOW + 48 * HOUR }) });
    const keeping = fc.record({
      keepHours: fc.integer({ min: 1, max: 48 }),
      keepDays: fc.integer({ min: 1, max: 30 }),
      keepWeeks: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(set, { selector: ({ id }) => id, minLength: 1, maxLength: 60 }), keeping, (sets, keep) => {
        const kept = setsToKeep(sets, keep, NOW);
        const newest = Math.max(...sets.map(({ madeAt }) => madeAt));
        expect(sets.some(({ id, madeAt }) => kept.has(id) && madeAt === newest)).toBe(true);
        for (const { id, madeAt } of sets) if (madeAt > NOW) expect(kept.has(id)).toBe(true);
        const left = sets.filter(({ id }) => kept.has(id));
        expect([...setsToKeep(left, keep, NOW)].sort()).toEqual(left.map(({ id }) => id).sort());
      }),
    );
  });

  it('has nothing of a day left after its last day', () => {
    const keeping = fc.record({
      keepHours: fc.integer({ min: 1, max: 168 }),
      keepDays: fc.integer({ min: 1, max: 30 }),
      keepWeeks: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(keeping, fc.integer({ min: 0, max: 200 }), (keep, age) => {
        const madeAt = NOW - age * 24 * HOUR;
        const gone = dayOf(NOW) > lastRotationDay(dayOf(madeAt), keep);
        const kept = setsToKeep(
          [
            { id: 'old', madeAt },
            { id: 'new', madeAt: NOW },
          ],
          keep,
          NOW,
        ).has('old');
        if (gone) expect(kept).toBe(false);
      }),
    );
    expect(lastRotationDay('2026-11-23', figures)).toBe('2027-01-18');
  });
});

describe('the line of the status bar', () => {
  const idle = { ...NO_BACKUP, phase: 'idle' as const, folder: '/b', lastGoodAt: NOW - HOUR };
  it.each([
    [NO_BACKUP, '尚未设置备份位置'],
    [idle, null],
    [{ ...idle, phase: 'running' as const }, null],
    [{ ...idle, trouble: 'gone' as const }, '备份未完成，最近完好备份 今天 16:30'],
    [{ ...idle, lastGoodAt: NOW - 27 * HOUR }, '最近完好备份 2026-11-22 14:30'],
    [{ ...idle, lastGoodAt: NOW - 26 * HOUR }, null],
    [{ ...idle, lastGoodAt: null, trouble: 'full' as const }, '备份未完成，还没有完好的备份'],
  ])('%#', (state, line) => expect(backupLine(state, NOW)).toBe(line));
});

describe('damage', () => {
  it.each([
    [{ file: 'sounds/ab/x.xfs' }, '文件 sounds/ab/x.xfs 损坏或缺失'],
    [{ file: 'journal/journal-000002.xfj', segment: 2 }, '日志第 2 段（journal/journal-000002.xfj）损坏或缺失'],
    [{ file: 'j', segment: 2, from: 7, to: 7 }, '日志第 2 段（j）损坏，缺第 7 次保存'],
    [{ file: 'j', segment: 2, from: 7, to: 9 }, '日志第 2 段（j）损坏，缺第 7 至 9 次保存'],
  ])('%#', (damage, words) => expect(damageWords(damage)).toBe(words));
});
