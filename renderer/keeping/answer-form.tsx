import { useState } from 'react';
import type { RequestRow } from '../../shared/domain/keeping';
import { AskForm } from '../components/ask-form';
import { SelectField, TextArea, TextField } from '../components/field';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

/** What the person was told; of a refusal by which article. @param basis proposed, where the program knows what forbids it */
export function AnswerForm({ row, basis, onDone, onClose }: { row: RequestRow; basis: string; onDone(): void; onClose(): void }) {
  const answering = useRequest('privacy.answer');
  const refused = row.kind === 'delete' && basis !== '';
  const [input, setInput] = useState({
    outcome: refused ? ('refused' as const) : ('done' as 'done' | 'refused'),
    answer: '',
    basis: refused ? basis : '',
  });
  const fields = answering.error?.fields ?? {};
  const save = async (): Promise<boolean> => {
    const { ok } = await answering.run({ id: row.id, ...input });
    if (ok) onDone();
    return ok;
  };
  return (
    <AskForm title={TEXTS.answerTitle} size="wide" busy={answering.busy} error={answering.error} onSubmit={save} onClose={onClose}>
      <SelectField
        label={TEXTS.outcome}
        data-autofocus
        value={input.outcome}
        onChange={(event) => setInput({ ...input, outcome: event.target.value as 'done' | 'refused' })}
      >
        <option value="done">{TEXTS.outcomes.done}</option>
        <option value="refused">{TEXTS.outcomes.refused}</option>
      </SelectField>
      <TextArea
        label={TEXTS.answerText}
        rows={3}
        maxLength={500}
        onKeyDown={ctrlEnterSubmits}
        value={input.answer}
        error={fields.answer}
        onChange={(event) => setInput({ ...input, answer: event.target.value })}
      />
      <TextField
        label={TEXTS.basisField}
        maxLength={300}
        note={TEXTS.basisHint}
        value={input.basis}
        error={fields.basis}
        onChange={(event) => setInput({ ...input, basis: event.target.value })}
      />
    </AskForm>
  );
}
