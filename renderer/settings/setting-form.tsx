import { type FormEvent, type ReactNode, useState } from 'react';
import type { SettingChange } from '../../shared/contract/desk';
import type { AppError, Result } from '../../shared/result';
import { ask } from '../bridge';
import { Button } from '../components/button';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { TEXTS } from './texts';

/** Saving one setting, and what there is to say about it. */
export function useSaving() {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<AppError>();
  const run = async (write: () => Promise<Result<unknown>>): Promise<boolean> => {
    setBusy(true);
    setSaved(false);
    const result = await write();
    setBusy(false);
    setSaved(result.ok);
    setError(result.ok ? undefined : result.error);
    return result.ok;
  };
  return { busy, saved, error, run, put: (change: SettingChange) => run(() => ask('settings.put', change)) };
}
export type Saving = ReturnType<typeof useSaving>;

interface Props {
  title: string;
  saving: Saving;
  dirty: boolean;
  onSave(): void;
  /** What saving is called; 保存 when it is not told. */
  button?: string;
  /** More to do with it, before the button. */
  acts?: ReactNode;
  /** Its own sentences stand beside the fields already. */
  fieldsShown?: boolean;
  /** Looked at by somebody who saves nothing. */
  readOnly?: boolean;
  children: ReactNode;
}

export function SettingForm({ title, saving, dirty, onSave, button = TEXTS.save, acts, fieldsShown, readOnly, children }: Props) {
  useHotkeys({ 'Ctrl+S': onSave });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  const more = fieldsShown ? [] : Object.values(saving.error?.fields ?? {});
  return (
    <form className="setting" onSubmit={submit} noValidate>
      <header className="panel-head">
        <h2>{title}</h2>
        <span className="panel-end">{dirty && TEXTS.unsaved}</span>
        {acts}
        {!readOnly && (
          <Button type="submit" kind="primary" hint="Ctrl+S" disabled={saving.busy}>
            {button}
          </Button>
        )}
      </header>
      {saving.error && <ErrorNotice error={saving.error} more={more} />}
      {saving.saved && !dirty && <Notice level="good">{TEXTS.saved}</Notice>}
      <div className="setting-body">{children}</div>
    </form>
  );
}
