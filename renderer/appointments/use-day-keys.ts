import { useEffect, useRef } from 'react';
import { isComposing } from '../hooks/use-hotkeys';

/** Where the arrows mean something else. */
const OWN_ARROWS = 'input, select, textarea, [role=tab], [role=radio]';

/** ← and → turn the pages of a calendar, as long as nobody is writing. */
export function useDayKeys(turn: (days: -1 | 1) => void): void {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const days = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (days === 0 || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return;
      if (document.querySelector('dialog[open]') || (event.target instanceof Element && event.target.closest(OWN_ARROWS))) return;
      event.preventDefault();
      latest.current(days);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
