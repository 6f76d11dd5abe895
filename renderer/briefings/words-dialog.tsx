import { useState } from 'react';
import type { AppError } from '../../shared/result';
import { AskForm } from '../components/ask-form';
import { TextArea } from '../components/field';

interface Props {
  title: string;
  label: string;
  /** Of the field, as the request names it. */
  field: string;
  busy: boolean;
  error: AppError | undefined;
  onSubmit(words: string): Promise<boolean>;
  onClose(): void;
}

/** One field and a key: why it is withdrawn, how an instruction was carried out. */
export function WordsDialog({ title, label, field, busy, error, onSubmit, onClose }: Props) {
  const [words, setWords] = useState('');
  return (
    <AskForm title={title} button={title} busy={busy} error={error} onSubmit={() => onSubmit(words.trim())} onClose={onClose}>
      <TextArea
        label={label}
        data-autofocus
        rows={3}
        maxLength={1000}
        value={words}
        error={error?.fields?.[field]}
        onChange={(event) => setWords(event.target.value)}
      />
    </AskForm>
  );
}
