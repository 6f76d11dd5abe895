import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Found } from './use-find';

/** What Enter meant, pressed before the answer to its text was there. */
interface Awaited<R> {
  text: string;
  open(row: R): void;
}

/**
 * The row of the answer on which the keyboard stands, while the field keeps the focus. The answer on the screen may still
 * be to the text before the last letter, for a scanner's Enter follows at once: an act waits for the answer to what stands
 * in the field, and takes its first row. Whoever types on has thought better of it.
 * @param rows of the answer, as the screen shows them
 */
export function useFoundRow<R>(text: string, found: Pick<Found, 'text'>, rows: readonly R[]) {
  const [at, setAt] = useState(0);
  const [awaited, setAwaited] = useState<Awaited<R> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text begins again at the first result
  useEffect(() => {
    setAt(0);
    setAwaited(null);
  }, [text]);
  useEffect(() => {
    if (!awaited || found.text !== awaited.text) return;
    setAwaited(null);
    const [first] = rows;
    if (first !== undefined) awaited.open(first);
  }, [awaited, found, rows]);
  return {
    at,
    /** Up and Down. @returns whether the key was one of them */
    move({ key }: KeyboardEvent): boolean {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return false;
      setAt(Math.max(0, Math.min(key === 'ArrowDown' ? at + 1 : at - 1, rows.length - 1)));
      return true;
    },
    act(open: (row: R) => void): void {
      const row = rows[at];
      if (found.text !== text.trim()) setAwaited({ text: text.trim(), open });
      else if (row !== undefined) open(row);
    },
  };
}
