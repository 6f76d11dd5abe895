import type { KeyboardEvent } from 'react';

/** Enter in a text goes on by itself; in a list of choices the platform does nothing. */
export function enterInSelect(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
