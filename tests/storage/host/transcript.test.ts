import 'fake-indexeddb/auto';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { CLERK, newDesk, staffIds } from './desk';

describe('a list of more visits than a screen shows', () => {
  it('is exported whole, and what is still to do fills the screen whatever was typed already', async () => {
    const desk = await newDesk();
    await desk.internal('internal.bulk', { visits: 560 });
    const range = { from: '2000-01-01', to: '2999-12-31', todo: true };
    const before = await desk.request('transcript.list', range, CLERK);
    expect([before.rows.length, before.more]).toEqual([500, true]);
    for (const { visitId } of before.rows.slice(0, 5))
      await desk.request('transcript.enter', { requestId: uuid(), visitId, officialNumber: 'XF-1' }, CLERK);
    const after = await desk.request('transcript.list', range, CLERK);
    expect(after.rows.length).toBe(500);
    expect(after.rows[0]?.visitId).toBe(before.rows[5]?.visitId);
    const { rows } = await desk.internal('internal.table.transcript', { ...range, todo: false }, staffIds.clerk);
    const whole = new Set(rows.map(([number]) => number));
    expect(whole.size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(500);
    const todo = await desk.internal('internal.table.transcript', range, staffIds.clerk);
    expect(todo.rows.length).toBe(rows.length - 5);
  }, 60_000);
});
