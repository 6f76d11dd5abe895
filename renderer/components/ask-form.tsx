import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { AppError } from '../../shared/result';
import { enterSubmits } from '../hooks/enter-submits';
import { Button } from './button';
import { Dialog } from './dialog';
import { ErrorNotice } from './notice';

interface FormProps {
  title: string;
  /** What the act is called; 保存 when it is not told. */
  button?: string;
  size?: 'small' | 'wide';
  /** What saves where most fields have several lines. */
  hint?: 'Enter' | 'Ctrl+Enter';
  busy: boolean;
  error: AppError | undefined;
  /** @returns whether it was done, and the dialog may go */
  onSubmit(): Promise<boolean>;
  onClose(): void;
  children: ReactNode;
}

/** A short question in a dialog: some fields, what is wrong with them, one key to save and one to leave. */
export function AskForm({ title, button = '保存', size, hint = 'Enter', busy, error, onSubmit, onClose, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // The keyboard goes to the first field that is to be put right, unless it stands at one already.
  useEffect(() => {
    if (!error || document.activeElement?.getAttribute('aria-invalid') === 'true') return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!busy && (await onSubmit())) onClose();
  };
  return (
    <Dialog title={title} size={size} onClose={onClose}>
      <form ref={form} onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          {children}
          {error && Object.keys(error.fields ?? {}).length === 0 && <ErrorNotice error={error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            返回
          </Button>
          <Button type="submit" kind="primary" hint={hint} disabled={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
