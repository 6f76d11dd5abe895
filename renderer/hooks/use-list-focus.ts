import { type RefObject, useEffect, useRef } from 'react';

/** The list inside is where the keys go as soon as it is there, unless somebody is already elsewhere. */
export function useListFocus(shown: boolean): { whole: RefObject<HTMLDivElement | null>; focusList(): void } {
  const whole = useRef<HTMLDivElement>(null);
  const focusList = (): void => whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  useEffect(() => {
    if (!shown) return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.getAttribute('role') === 'tab')
      whole.current?.querySelector<HTMLElement>('[role=listbox]')?.focus();
  }, [shown]);
  return { whole, focusList };
}
