import { type RefObject, useEffect, useRef } from 'react';
import { chordOf, isComposing } from '../hooks/use-hotkeys';

/** A letter typed into a field is a letter. */
const TYPING = 'input, textarea, select';

/** Keys of one dialog only: they rest while another stands over it, for then none of them begins in here. */
export function usePageKeys(inside: RefObject<HTMLElement | null>, keys: Record<string, () => void>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const dialog = inside.current?.closest('dialog');
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || isComposing(event)) return;
      const typing = event.target instanceof Element && event.target.closest(TYPING) !== null;
      const act = latest.current[chordOf(event)];
      if (!act || (typing && event.key.length === 1)) return;
      event.preventDefault();
      act();
    };
    dialog?.addEventListener('keydown', onKey);
    return () => dialog?.removeEventListener('keydown', onKey);
  }, [inside]);
}
