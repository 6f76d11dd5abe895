import { useEffect, useRef } from 'react';
import { isComposing } from '../hooks/use-hotkeys';

/** A digit typed into a field is a digit. */
const TYPING = 'input, select, textarea';

/** 1, 2, 3 … of a screen, as long as nobody is writing and no dialog stands open. */
export function useNumberKeys(act: (n: number) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!/^[1-9]$/.test(event.key) || event.defaultPrevented || event.repeat || isComposing(event)) return;
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.closest(TYPING)) return;
      event.preventDefault();
      latest.current(Number(event.key));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
