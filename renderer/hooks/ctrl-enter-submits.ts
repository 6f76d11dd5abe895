import type { KeyboardEvent } from 'react';
import { isComposing } from './use-hotkeys';

/** In a field of several lines Enter is a line; Ctrl+Enter means 「done」 there. */
export function ctrlEnterSubmits(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
