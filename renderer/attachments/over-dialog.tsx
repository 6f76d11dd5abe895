import { type ComponentProps, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Dialog } from '../components/dialog';
import { chordOf, isComposing } from '../hooks/use-hotkeys';

interface Props extends ComponentProps<typeof Dialog> {
  /** Its own keys; on a button, in a list or in a field those keep their ordinary meaning. */
  keys?: Record<string, () => void>;
}

/** The alarm and the evacuation list are heard through everything. */
const ALWAYS: ReadonlySet<string> = new Set(['F9', 'F10']);
const OWN_KEYS = 'button, select, input, textarea, a';

/**
 * A dialog over a dialog. It stands beside the other in the page, for an Escape in it would close both; and the keys of
 * the one below rest: they are listened for at the window, which a key reaches only past the document.
 */
export function OverDialog({ keys = {}, ...dialog }: Props) {
  const latest = useRef(keys);
  latest.current = keys;
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // What stands over this one has its own keys.
      const dialog = event.target instanceof Element ? event.target.closest('dialog') : null;
      if (ALWAYS.has(event.key) || (dialog && !own.current?.contains(dialog))) return;
      event.stopPropagation();
      if (event.defaultPrevented || event.repeat || isComposing(event)) return;
      const act = latest.current[chordOf(event)];
      const typing = event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
      if (!act || (typing && !event.altKey && !event.ctrlKey && !/^F\d/.test(event.key))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return createPortal(
    <div ref={own}>
      <Dialog {...dialog} />
    </div>,
    document.body,
  );
}
