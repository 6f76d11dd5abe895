import type { KeyboardEvent } from 'react';
import { isComposing } from '../hooks/use-hotkeys';

const STOPS =
  'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), button[data-enter-stop]:not(:disabled)';

/**
 * Enter goes to the next field, as on a paper form. Not in a text of several lines, not on a button (which it presses),
 * and never while an input method takes it to finish a word.
 */
export function enterMovesOn(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || isComposing(event.nativeEvent)) return;
  const from = event.target;
  if (!(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.offsetParent !== null);
  const step = event.shiftKey ? -1 : 1;
  const next = stops[stops.indexOf(from) + step];
  next?.focus();
  // As Tab does: what is typed replaces what stood there, or 「2」 would make the one head twelve.
  if (next instanceof HTMLInputElement && (next.type === 'text' || next.type === 'number')) next.select();
}
