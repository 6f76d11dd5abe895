import { useSyncExternalStore } from 'react';

/** Links are `#/…`: the page never navigates, the hash alone says which screen is in front. */
const read = (): string => window.location.hash.replace(/^#\/?/, '');
const listen = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export const useRoute = (): string => useSyncExternalStore(listen, read);
export const go = (route: string): void => {
  window.location.hash = `/${route}`;
};
