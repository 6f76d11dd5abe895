import { useSyncExternalStore } from 'react';

/**
 * Dialogs in the order they were opened. Everything outside the one in front is inert, so what has to be reached over it
 * must stand inside it.
 */
let open: readonly HTMLDialogElement[] = [];
const readers = new Set<() => void>();

function change(next: readonly HTMLDialogElement[]): void {
  open = next;
  for (const reader of readers) reader();
}
export const dialogOpened = (dialog: HTMLDialogElement): void => change([...open, dialog]);
export const dialogClosed = (dialog: HTMLDialogElement): void => change(open.filter((each) => each !== dialog));

const subscribe = (reader: () => void): (() => void) => {
  readers.add(reader);
  return () => readers.delete(reader);
};
/** Where something can be reached now: the dialog in front, or the page. */
export const useFront = (): HTMLElement => useSyncExternalStore(subscribe, () => open.at(-1) ?? document.body);
