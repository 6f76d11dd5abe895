import { describe, expect, it } from 'vitest';
import { CLERK, Desk, Disk, newDesk } from './desk';
import { list, running, words } from './incident';

describe('the fill for the bench', () => {
  it('goes on where it was ended, and adds nothing to what is whole', async () => {
    const disk = new Disk();
    const first = await newDesk({ disk });
    let writes = 0;
    const ended = new Promise<void>((resolve) => {
      first.onJournal = () => {
        if (++writes < 2) return;
        first.kill();
        resolve();
      };
    });
    void first.internal('internal.bulk', { visits: 1200 });
    await ended;

    const next = new Desk(disk);
    await next.open();
    await next.internal('internal.bulk', { visits: 1200 });
    expect(disk.journal.length).toBe(1 + 3);
    await next.internal('internal.bulk', { visits: 1200 });
    expect(disk.journal.length).toBe(1 + 3);
    const { rows } = await next.request('search.find', { text: '王', limit: 100 }, CLERK);
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map((row) => row.number)).size).toBe(rows.length);
    const past = await list(next, false);
    expect(
      past.map(({ state }) => state),
      'one incident in a hundred visits, all of them over',
    ).toEqual(Array(12).fill('closed'));
    expect(await running(next)).toEqual([]);
    expect((await words(next, past[0]?.id ?? '')).at(-1)).toBe('结案');
  });
});
