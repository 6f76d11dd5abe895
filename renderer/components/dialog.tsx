import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { KeyHint } from './button';
import { dialogClosed, dialogOpened } from './open-dialogs';

interface DialogProps {
  title: string;
  /** Escape, or a click beside it. Absent: the dialog cannot be dismissed. */
  onClose?: () => void;
  size?: 'small' | 'wide' | 'all' | 'full';
  /** A dialog that changes what it shows says which it is now: the keyboard begins anew with each. */
  stage?: string;
  /** Shown beside the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/**
 * The platform's own modal dialog: it makes the rest inert, keeps the focus inside, stands above everything and gives
 * the focus back when it goes. `data-autofocus` marks where the keyboard begins, else it is the way out: a control whose
 * ring is seen, and where an Enter too many does no harm.
 */
export function Dialog({ title, onClose, size = 'small', stage, aside, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    element.showModal();
    dialogOpened(element);
    return () => {
      dialogClosed(element);
      element.close();
      putCaretBack();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another stage is another beginning
  useLayoutEffect(() => {
    const element = dialog.current;
    const begin = element?.querySelector<HTMLElement>('[data-autofocus]') ?? element?.querySelector<HTMLElement>('.dialog-close');
    (begin ?? element)?.focus();
  }, [stage]);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const onCancel = (event: Event): void => {
      event.preventDefault(); // React decides when it goes
      close.current?.();
    };
    // Chromium lets a second Escape close a dialog whatever `cancel` says.
    const onKey = (event: KeyboardEvent): void => {
      // One that stands inside this one has taken it.
      if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) onCancel(event);
    };
    element?.addEventListener('cancel', onCancel);
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('cancel', onCancel);
      element?.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <dialog ref={dialog} tabIndex={-1} className={`dialog dialog-${size}`} aria-labelledby={titleId}>
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <div className="dialog-aside">{aside}</div>
        {onClose && (
          <button type="button" className="dialog-close" aria-label="关闭" onClick={onClose}>
            <KeyHint keys="Esc" />×
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}

/**
 * The platform gives the focus back without the caret: the field would look ready and swallow every key until the next
 * Tab (Chromium, a dialog whose own field had the caret).
 */
function putCaretBack(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  if (field.selectionStart === null) field.select();
  else field.setSelectionRange(field.selectionStart, field.selectionEnd);
}
