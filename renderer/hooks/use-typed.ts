import { useRef, useState } from 'react';
import type { z } from 'zod';
import { useDraft } from './use-draft';

export interface Typed<T> {
  typed: T;
  change(next: T): void;
  /** Saved: nothing of it comes back. */
  discard(): Promise<void>;
}

/**
 * What is typed into a form, kept as a draft until the form is saved: leaving it, a lock, a restart lose nothing.
 * @param screen whose draft it is; stays the same while the form does
 * @param schema what such a draft looks like: one from before an upgrade that looks otherwise is left
 * @param first what the form begins with
 */
export function useTyped<T>(screen: string, schema: z.ZodType<T>, first: T): Typed<T> {
  const [typed, setTyped] = useState(first);
  // As of the last key: a draft is also saved when the form has gone already.
  const kept = useRef<T | null>(null);
  const put = (next: T): void => {
    kept.current = next;
    setTyped(next);
  };
  const draft = useDraft(
    screen,
    () => kept.current && JSON.stringify(kept.current),
    (text) => {
      const found = schema.safeParse(JSON.parse(text));
      if (found.success) put(found.data);
    },
  );
  const change = (next: T): void => {
    put(next);
    draft.changed();
  };
  return { typed, change, discard: draft.discard };
}
