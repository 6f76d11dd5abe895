import { useEffect } from 'react';
import { ask } from '../bridge';

/**
 * F9 from anywhere: before every other listener, over every dialog, on a locked screen, in the middle of an input method's
 * composition. A key that is held down is one press. The program takes the moment; the page only says that it was pressed.
 */
export function useAlarmKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // While a character is composed the key's own name is hidden, its place on the keyboard is not.
      if (event.code !== 'F9' && event.key !== 'F9') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) raise();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}

export const raise = (): void => void ask('alarm.raise', {});
