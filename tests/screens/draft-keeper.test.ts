import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftKeeper, type DraftNews } from '../../renderer/hooks/draft-keeper';
import { appError } from '../../shared/errors';
import { type ErrorCode, fail, ok, type Result } from '../../shared/result';

/** A store that answers when told to, so that what happens in between can be seen. */
function slowStore() {
  const calls: { what: string; answer(result: Result<{ savedAt: number }>): void }[] = [];
  const call = (what: string): Promise<Result<{ savedAt: number }>> => new Promise((answer) => calls.push({ what, answer }));
  return { calls, store: { save: (value: string) => call(`save ${value}`), discard: () => call('discard') } };
}
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe('a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function keeper(text: () => string | null) {
    const { calls, store } = slowStore();
    const news: DraftNews[] = [];
    return { calls, news, keeper: new DraftKeeper(store, text, (n) => news.push(n)) };
  }

  it('is saved within a second although the typing never pauses', async () => {
    let text = '';
    const { calls, keeper: draft } = keeper(() => text);
    for (let ms = 0; ms < 1000; ms += 100) {
      text += 'x';
      draft.changed();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(calls[0]?.what).toBe('save xxxx');
  });

  it('waits for the save before it, so that an older text never overwrites a newer one', async () => {
    let text = 'first';
    const { calls, keeper: draft } = keeper(() => text);
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    text = 'second';
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    expect(calls.map((c) => c.what)).toEqual(['save first']);
    calls[0]?.answer(ok({ savedAt: 1 }));
    await settle();
    expect(calls.map((c) => c.what)).toEqual(['save first', 'save second']);
  });

  it('does not come back after a discard, also when a save was under way', async () => {
    const { calls, news, keeper: draft } = keeper(() => 'text');
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    const discarded = draft.discard();
    calls[0]?.answer(ok({ savedAt: 1 }));
    await settle();
    calls[1]?.answer(ok({ savedAt: 0 }));
    await discarded;
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls.map((c) => c.what)).toEqual(['save text', 'discard']);
    expect(draft.unsaved).toBe(false);
    expect(news.some((n) => n.failed)).toBe(false);
  });

  it('with nothing left in it is removed instead of saved', async () => {
    const { calls, keeper: draft } = keeper(() => null);
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    expect(calls.map((c) => c.what)).toEqual(['discard']);
  });

  it.each<[ErrorCode, number]>([
    ['internal', 2],
    ['read-only', 2],
    ['locked', 1],
    ['signed-out', 1],
  ])('that fails with %s has been tried %i time(s) after a second', async (code, tries) => {
    const { calls, keeper: draft } = keeper(() => 'text');
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    calls[0]?.answer(fail(appError(code)));
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(tries);
    expect(draft.unsaved).toBe(tries === 1);
  });

  it.each<ErrorCode>(['malformed', 'conflict', 'refused'])(
    'refused as %s is not tried again with the same text, only with another',
    async (code) => {
      const { calls, news, keeper: draft } = keeper(() => 'text');
      draft.changed();
      await vi.advanceTimersByTimeAsync(400);
      calls[0]?.answer(fail(appError(code)));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(calls).toHaveLength(1);
      expect(news.at(-1)).toMatchObject({ failed: true, refused: { code } });
      expect(draft.problem?.code).toBe(code);
      draft.changed();
      await vi.advanceTimersByTimeAsync(400);
      calls[1]?.answer(ok({ savedAt: 2 }));
      await settle();
      expect(draft.problem).toBeNull();
      expect(news.at(-1)).toEqual({ savedAt: 2, failed: false });
    },
  );

  it('kept back by a lock is saved by the flush after it', async () => {
    const { calls, keeper: draft } = keeper(() => 'text');
    draft.changed();
    await vi.advanceTimersByTimeAsync(400);
    calls[0]?.answer(fail(appError('locked')));
    await settle();
    void draft.flush();
    await settle();
    expect(calls.map((c) => c.what)).toEqual(['save text', 'save text']);
  });
});
