import { describe, expect, it } from 'vitest';
import { Lock } from '../../../electron/storage/host/lock';

function asking(lock: Lock) {
  const done: string[] = [];
  const ask = (name: string, how?: { canWait: boolean }) => lock.run(async () => void done.push(name), how);
  return { done, ask };
}

describe('the lock of the writes', () => {
  it('lets one in at a time, in the order of asking, and what can wait when nobody else asks', async () => {
    const { done, ask } = asking(new Lock());
    await Promise.all([ask('first'), ask('past 1', { canWait: true }), ask('past 2', { canWait: true }), ask('alarm'), ask('visit')]);
    expect(done).toEqual(['first', 'alarm', 'visit', 'past 1', 'past 2']);
  });

  it('goes on after one that failed, and is free again', async () => {
    const lock = new Lock();
    const { done, ask } = asking(lock);
    const failing = lock.run(() => Promise.reject(new Error('the disk is full')));
    await Promise.all([expect(failing).rejects.toThrow('the disk is full'), ask('next')]);
    await ask('later', { canWait: true });
    expect(done).toEqual(['next', 'later']);
  });

  it('never has two inside', async () => {
    const lock = new Lock();
    let inside = 0;
    const most = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        lock.run(
          async () => {
            const now = ++inside;
            await new Promise((resolve) => setTimeout(resolve, i % 3));
            inside--;
            return now;
          },
          { canWait: i % 2 === 0 },
        ),
      ),
    );
    expect(Math.max(...most)).toBe(1);
  });
});
