import { useEffect, useState } from 'react';
import { keepBeforeLeaving } from '../stores/screen';
import { useSession } from '../stores/session';
import { DraftKeeper, type DraftNews, type DraftStore } from './draft-keeper';

/** A keeper that saves what is left whenever the screen, the window or the person is left, and again after a lock. */
export function useKeeper<T>(
  store: DraftStore<T>,
  read: () => T | null,
  afterMs?: number,
): { keeper: DraftKeeper<T>; news: DraftNews; tell(n: DraftNews): void } {
  const [news, tell] = useState<DraftNews>({ savedAt: null, failed: false });
  // The first `read` is kept: it reads refs.
  const [keeper] = useState(() => new DraftKeeper(store, read, tell, afterMs));

  useEffect(() => {
    const save = (): Promise<void> => keeper.flush();
    const leaving = (): void => void save();
    const stopKeeping = keepBeforeLeaving(save);
    window.addEventListener('blur', leaving);
    window.addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', leaving);
    return () => {
      void save().then(() => keeper.rest());
      stopKeeping();
      window.removeEventListener('blur', leaving);
      window.removeEventListener('pagehide', leaving);
      document.removeEventListener('visibilitychange', leaving);
    };
  }, [keeper]);

  const locked = useSession((s) => s.session?.locked ?? false);
  useEffect(() => {
    if (!locked) void keeper.flush();
  }, [keeper, locked]);
  return { keeper, news, tell };
}
