import { afterEach, describe, expect, it } from 'vitest';
import type { HolidayNotice } from '../../../shared/domain/calendar';
import { KNOWN_NOTICES } from '../../../shared/rules/holiday-notices';
import { movedByRelease } from '../../../shared/rules/moved-words';
import { actor, Desk, Disk, newDesk, register, staffIds } from './desk';
import { begin, end, fillFocus } from './talk';

/** What a later release brings. */
const shipped = KNOWN_NOTICES as HolidayNotice[];
const NEXT: HolidayNotice = { year: 2027, source: '', off: ['2027-01-01', '2027-01-04', '2027-01-05'], work: [] };
afterEach(() => {
  if (shipped.includes(NEXT)) shipped.pop();
});

describe('open promises after an upgrade', () => {
  it('are computed anew with the year that it brought, once, and what moved is told and stands in the trail', async () => {
    const disk = new Disk();
    disk.clockOffsetMs = Date.parse('2026-12-25T09:00:00+08:00') - Date.now();
    const desk = await newDesk({ disk });
    const { visitId, number } = await register(desk);
    const id = await begin(desk, visitId, 'room-1');
    await fillFocus(desk, id);
    await end(desk, id, { result: 'verify', department: '社保科' });
    expect(await desk.internal('internal.promises.recompute', null), 'nothing changed').toEqual([]);
    desk.kill();

    shipped.push(NEXT);
    const upgraded = new Desk(disk);
    await upgraded.open();
    const moved = await upgraded.internal('internal.promises.recompute', null);
    const before = { due: '2027-01-11', provisional: true };
    expect(moved).toEqual([{ visitNumber: number, label: '10 个工作日内反馈', before, after: { due: '2027-01-13', provisional: false } }]);
    expect(movedByRelease(moved)).toContain(`${number} 10 个工作日内反馈：2027年1月11日（周一）（暂定） → 2027年1月13日（周三）。`);
    expect(await upgraded.internal('internal.promises.recompute', null)).toEqual([]);
    const trail = await upgraded.request('audit.list', { limit: 50 }, actor(staffIds.admin, 'auditor'));
    expect(JSON.stringify(trail)).toContain('重算办理期限');
  });
});
