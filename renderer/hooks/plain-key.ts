import type { KeyboardEvent } from 'react';

/** Pressed by itself: with Alt or Ctrl it belongs to the screen, not to the row. */
export const isPlain = ({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean => !altKey && !ctrlKey && !metaKey;
