import { useLayoutEffect, useRef } from 'react';

/** `Ctrl+Alt+Key`, in that order; letters in upper case. */
export function chordOf(event: KeyboardEvent): string {
  const key =
    event.altKey && /^Digit\d$/.test(event.code) ? event.code.slice(5) : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`;
}

/** Enter and every other key that belongs to an input method that is still composing a character. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/**
 * Keys for a screen or a dialog. A screen's keys rest while a dialog stands over it (`inDialog` marks the dialog's own).
 * No key acts while an input method composes, but those that no half-typed word may hold up (`whileComposing`): an
 * input method may then name a key `Process`, and only its place on the keyboard tells which it was.
 */
export function useHotkeys(
  keys: Record<string, () => void>,
  options: { enabled?: boolean; inDialog?: boolean; whileComposing?: boolean } = {},
): void {
  const { enabled = true, inDialog = false, whileComposing = false } = options;
  const latest = useRef(keys);
  latest.current = keys;
  // With the commit that shows a key's hint: a moment later the key might still be the field's own, as Ctrl+Z is.
  useLayoutEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent): void => {
      const composing = isComposing(event);
      if (event.defaultPrevented || event.repeat || (composing && !whileComposing)) return;
      if (!inDialog && document.querySelector('dialog[open]')) return;
      const act = latest.current[composing && event.key === 'Process' ? event.code : chordOf(event)];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [enabled, inDialog, whileComposing]);
}
