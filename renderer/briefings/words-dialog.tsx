import { z } from 'zod';
import type { AppError } from '../../shared/result';
import { AskForm } from '../components/ask-form';
import { TextArea } from '../components/field';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useTyped } from '../hooks/use-typed';

interface Props {
  title: string;
  label: string;
  /** Whose draft it is while it is typed. */
  draft: string;
  /** Of the field, as the request names it. */
  field: string;
  /** Characters, as the request takes them. */
  most: number;
  busy: boolean;
  error: AppError | undefined;
  /** @returns whether it was done, and the dialog may go */
  onSubmit(words: string): Promise<boolean>;
  onClose(): void;
}

/** One field and a key: why something is withdrawn or held back, how an instruction was carried out. Ctrl+Enter saves. */
export function WordsDialog({ title, label, draft, field, most, busy, error, onSubmit, onClose }: Props) {
  const { typed: words, change: setWords, discard } = useTyped(draft, z.string(), '');
  const submit = async (): Promise<boolean> => {
    const done = await onSubmit(words.trim());
    if (done) await discard();
    return done;
  };
  return (
    <AskForm title={title} button={title} busy={busy} error={error} onSubmit={submit} onClose={onClose}>
      <TextArea
        label={label}
        data-autofocus
        rows={3}
        maxLength={most}
        onKeyDown={ctrlEnterSubmits}
        value={words}
        error={error?.fields?.[field]}
        onChange={(event) => setWords(event.target.value)}
      />
    </AskForm>
  );
}
