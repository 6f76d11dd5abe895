import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../bridge';
import { keepBeforeLeaving } from '../stores/screen';

/** Begun at the first unsaved key and not put off by later ones, so no key waits longer than this and one save. */
const SAVE_AFTER_MS = 400;
const TRY_AGAIN_MS = 1000;
const SCREEN = 'check-in';

export interface DraftState {
  savedAt: number | null;
  failed: boolean;
  restored: boolean;
}
export interface Draft extends DraftState {
  /** Something was typed. */
  changed(): void;
  /** Saves now what is not saved yet. */
  flush(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Keeps what is typed in the storage, sealed, and brings it back after a restart.
 * @param read the text to keep; null when there is nothing worth keeping
 * @param apply a kept text found at the start
 */
export function useDraft(read: () => string | null, apply: (text: string) => void): Draft {
  const [state, setState] = useState<DraftState>({ savedAt: null, failed: false, restored: false });
  const io = useRef({ read, apply });
  io.current = { read, apply };
  const work = useRef({ dirty: false, timer: undefined as ReturnType<typeof setTimeout> | undefined, last: Promise.resolve() });

  const save = useCallback(async (): Promise<void> => {
    const w = work.current;
    if (!w.dirty) return;
    w.dirty = false;
    const value = io.current.read();
    const result = value === null ? await ask('draft.discard', { screen: SCREEN }) : await ask('draft.save', { screen: SCREEN, value });
    if (result.ok) {
      const savedAt = value !== null && 'savedAt' in result.value ? result.value.savedAt : null;
      return setState((s) => ({ ...s, savedAt, failed: false }));
    }
    w.dirty = true;
    setState((s) => ({ ...s, failed: true }));
    w.timer ??= setTimeout(() => void run(), TRY_AGAIN_MS);
  }, []);

  /** One at a time and in order: an older text never overwrites a newer one, nor comes back after a discard. */
  const run = useCallback((): Promise<void> => {
    const w = work.current;
    clearTimeout(w.timer);
    w.timer = undefined;
    w.last = w.last.then(save);
    return w.last;
  }, [save]);

  const changed = useCallback(() => {
    work.current.dirty = true;
    work.current.timer ??= setTimeout(() => void run(), SAVE_AFTER_MS);
  }, [run]);

  const discard = useCallback((): Promise<void> => {
    const w = work.current;
    clearTimeout(w.timer);
    w.timer = undefined;
    w.dirty = false;
    setState({ savedAt: null, failed: false, restored: false });
    w.last = w.last.then(async () => void (await ask('draft.discard', { screen: SCREEN })));
    return w.last;
  }, []);

  useEffect(() => {
    let here = true;
    void ask('draft.load', { screen: SCREEN }).then((result) => {
      // What was typed while the question was on its way is newer than any draft.
      if (!here || !result.ok || !result.value || work.current.dirty) return;
      io.current.apply(result.value.value);
      setState({ savedAt: result.value.savedAt, failed: false, restored: true });
    });
    const hidden = (): void => void run();
    const stopKeeping = keepBeforeLeaving(run);
    window.addEventListener('blur', hidden);
    window.addEventListener('pagehide', hidden);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      here = false;
      void run();
      stopKeeping();
      window.removeEventListener('blur', hidden);
      window.removeEventListener('pagehide', hidden);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [run]);

  return { ...state, changed, flush: run, discard };
}
