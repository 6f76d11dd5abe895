import type { ButtonHTMLAttributes, Ref } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'plain' | 'primary' | 'danger' | 'quiet' | 'alarm';
  /** The key that does the same; shown, but no part of the accessible name. */
  hint?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'plain', hint, children, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button button-${kind} ${className ?? ''}`} {...rest}>
      {children}
      {hint && <KeyHint keys={hint} />}
    </button>
  );
}

export function KeyHint({ keys }: { keys: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus; the key is no part of the button's name
    <kbd className="key" aria-hidden="true">
      {keys}
    </kbd>
  );
}
