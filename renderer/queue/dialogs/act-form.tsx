import { type FormEvent, type ReactNode, useState } from 'react';
import type { FlowAct, QueueRow } from '../../../shared/domain/hall';
import type { AppError } from '../../../shared/result';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ErrorNotice } from '../../components/notice';
import { enterSubmits } from '../../hooks/enter-submits';
import { TEXTS } from '../texts';
import type { ActRunner } from '../use-act';

interface Props {
  row: QueueRow;
  title: string;
  button: string;
  danger?: boolean;
  runner: ActRunner;
  /** Null: there is nothing that could be sent. */
  act: FlowAct | null;
  onClose(): void;
  children(fields: Readonly<Record<string, string>>): ReactNode;
}

/** One act with what it needs to know: Enter does it, a refusal stands beside its field and nothing typed is lost. */
export function ActForm({ row, title, button, danger, runner, act, onClose, children }: Props) {
  const [error, setError] = useState<AppError | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!act || runner.busy) return;
    const refused = await runner.run(row, act);
    if (refused) setError(refused);
    else onClose();
  };
  const fields = error?.fields ?? {};
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} onKeyDown={enterSubmits} noValidate>
        <div className="dialog-body">
          {children(fields)}
          {error && Object.keys(fields).length === 0 && <ErrorNotice error={error} />}
          {fields.items && <ErrorNotice error={error as AppError} />}
        </div>
        <div className="dialog-foot">
          <Button hint="Esc" onClick={onClose}>
            {TEXTS.back}
          </Button>
          {/* Where no field takes the keyboard first, Enter does what is written here. */}
          <Button type="submit" data-autofocus kind={danger ? 'danger' : 'primary'} hint="Enter" disabled={runner.busy || !act}>
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
