import type { FormEvent, ReactNode } from 'react';
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
  busy: boolean;
  error: AppError | undefined;
  /** @returns whether it was done, and the dialog may go */
  onSubmit(): Promise<boolean>;
  onClose(): void;
  children: ReactNode;
}

/** A short question in a dialog: some fields, what is wrong with them, one key to save and one to leave. */
export function AskForm({ title, button = '保存', size, busy, error, onSubmit, onClose, children }: FormProps) {
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!busy && (await onSubmit())) onClose();
  };
  return (
    <Dialog title={title} size={size} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          {children}
          {error && Object.keys(error.fields ?? {}).length === 0 && <ErrorNotice error={error} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            返回
          </Button>
          <Button type="submit" kind="primary" hint="Enter" disabled={busy}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
