import { type KeyboardEvent, useEffect, useRef } from 'react';
import { BURST_GAP_MS } from './use-scanner';

/** A little more than a scanner's gap, so that its next key is there before. Nobody feels it. */
const WAIT_MS = BURST_GAP_MS + 15;

/**
 * Letters that act at once, where a scanner may type, too: a card's code is full of them, and each would be an act on
 * whoever is chosen. A letter waits until no key follows as quickly as a scanner's; what follows so is no letter of a
 * person, nor is the Enter behind it.
 * @returns for each key what it may do: `now` for keys of a person, `later` for a letter, `never` inside a burst
 */
export function useLetterKeys(): { judge(event: KeyboardEvent): 'now' | 'later' | 'never'; later(act: () => void): void } {
  const last = useRef({ at: 0, character: false });
  const waiting = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(waiting.current), []);
  return {
    judge: ({ key, timeStamp, ctrlKey, altKey, metaKey }) => {
      const character = key.length === 1 && !ctrlKey && !altKey && !metaKey;
      const burst = last.current.character && timeStamp - last.current.at < BURST_GAP_MS;
      last.current = { at: timeStamp, character };
      if (!burst || !(character || key === 'Enter')) return character ? 'later' : 'now';
      window.clearTimeout(waiting.current);
      return 'never';
    },
    later: (act) => {
      const list = document.activeElement;
      // Whoever took the whole code has opened something by then.
      waiting.current = window.setTimeout(() => list === document.activeElement && act(), WAIT_MS);
    },
  };
}
