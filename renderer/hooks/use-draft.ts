import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../bridge';
import type { DraftNews, DraftStore } from './draft-keeper';
import { useKeeper } from './use-keeper';

const storeOf = (screen: string): DraftStore => ({
  save: (value) => ask('draft.save', { screen, value }),
  discard: () => ask('draft.discard', { screen }),
});

export interface Draft extends DraftNews {
  /** What is shown came from a draft of an earlier start. */
  restored: boolean;
  /** Something was typed. */
  changed(): void;
  discard(): Promise<void>;
}

/**
 * Keeps what is typed in the storage, sealed, and brings it back after a restart.
 * @param screen whose draft it is; stays the same while the screen does
 * @param read the text to keep; null when there is nothing worth keeping
 * @param apply a kept text found at the start
 */
export function useDraft(screen: string, read: () => string | null, apply: (text: string) => void): Draft {
  const [restored, setRestored] = useState(false);
  const io = useRef({ read, apply });
  io.current = { read, apply };
  const { keeper, news, tell } = useKeeper(storeOf(screen), () => io.current.read());

  useEffect(() => {
    let here = true;
    void ask('draft.load', { screen }).then((result) => {
      // What was typed while the question was on its way is newer than any draft.
      if (!here || !result.ok || !result.value || keeper.unsaved) return;
      io.current.apply(result.value.value);
      tell({ savedAt: result.value.savedAt, failed: false });
      setRestored(true);
    });
    return () => {
      here = false;
    };
  }, [keeper, screen, tell]);

  const changed = useCallback(() => keeper.changed(), [keeper]);
  const discard = useCallback(() => {
    setRestored(false);
    return keeper.discard();
  }, [keeper]);
  return { ...news, restored, changed, discard };
}
