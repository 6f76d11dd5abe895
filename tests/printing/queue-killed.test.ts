import { describe, expect, it } from 'vitest';
import { PRINT_STATES } from '../../shared/domain/printing';
import { Run, World } from './fakes';
import { begin } from './running-queue';

const P = '01900000-0000-7000-8000-000000000001';

describe('a program that is killed', () => {
  /** How many calls a whole print takes; every one is a place to die, before or after it took effect. */
  async function callsOfOnePrint(): Promise<number> {
    const world = new World();
    world.add(P);
    const { queue, run } = begin(world);
    await queue.waitIdle();
    return run.calls;
  }

  async function killedAt(at: number, when: 'before' | 'after'): Promise<World> {
    const world = new World();
    world.add(P);
    const run = new Run(world, at, when);
    const died = new Promise<void>((resolve) => {
      run.onCrash = resolve;
    });
    begin(world, run);
    await died;
    return world;
  }

  it('anywhere, never prints twice, and ends printed or asks', async () => {
    const calls = await callsOfOnePrint();
    const ends = new Set<string>();
    for (let at = 1; at <= calls; at++) {
      for (const when of ['before', 'after'] as const) {
        const world = await killedAt(at, when);
        const { queue, run } = begin(world);
        await queue.waitIdle();
        expect(run.errors, `killed ${when} call ${at}`).toEqual([]);
        expect(world.spooler.copies(P), `killed ${when} call ${at}`).toBeLessThanOrEqual(1);
        expect(['printed', 'unknown'], `killed ${when} call ${at}`).toContain(world.state(P));
        if (world.state(P) === 'printed') expect(world.spooler.copies(P)).toBe(1);
        else expect(world.spooler.copies(P)).toBe(0);
        ends.add(world.state(P));
        expect(world.documents.size).toBe(1);
      }
    }
    expect(calls).toBeGreaterThan(15);
    expect([...ends].sort()).toEqual(['printed', 'unknown']);
  });

  it.each(PRINT_STATES)('while %s, is taken up again without a second copy', async (state) => {
    const world = new World();
    const archived = !['queued', 'rendering'].includes(state);
    world.add(P, 'CARD', { state, documentId: archived ? P : undefined });
    if (archived) {
      const other = new World();
      other.add(P);
      await begin(other).queue.waitIdle();
      for (const [id, file] of other.files) world.files.set(id, file);
    }
    await begin(world).queue.waitIdle();
    const expected = { queued: 'printed', rendering: 'printed', ready: 'printed', spooling: 'unknown', spooled: 'unknown' } as Partial<
      Record<string, string>
    >;
    expect(world.state(P)).toBe(expected[state] ?? state);
    expect(world.spooler.copies(P)).toBe(expected[state] === 'printed' ? 1 : 0);
  });

  it('or stopped in order, begins nothing new', async () => {
    const world = new World();
    world.add(P);
    const { queue } = begin(world);
    await queue.stop();
    const after = world.moves.length;
    queue.wake();
    await queue.waitIdle();
    expect(world.moves).toHaveLength(after);
    await begin(world).queue.waitIdle();
    expect(world.state(P)).toBe('printed');
    expect(world.spooler.copies(P)).toBe(1);
  });
});
