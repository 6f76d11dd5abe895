import type { KeyboardEvent } from 'react';
import { isComposing } from './use-hotkeys';

/** In a list Enter would open its entries (Chromium on Linux); in a short form it means 「done」, as in every other field. */
export function enterSubmits(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement) || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
