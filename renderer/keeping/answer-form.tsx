import { z } from 'zod';
import type { RequestRow } from '../../shared/domain/keeping';
import { AskForm } from '../components/ask-form';
import { SelectField, TextArea, TextField } from '../components/field';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useRequest } from '../hooks/use-request';
import { useTyped } from '../hooks/use-typed';
import { TEXTS } from './texts';

const Typed = z.object({ outcome: z.enum(['done', 'refused']), answer: z.string(), basis: z.string() });
type Typed = z.infer<typeof Typed>;

/** What the person was told; of a refusal by which article. @param basis proposed, where the program knows what forbids it */
export function AnswerForm({ row, basis, onDone, onClose }: { row: RequestRow; basis: string; onDone(): void; onClose(): void }) {
  const answering = useRequest('privacy.answer');
  const refused = row.kind === 'delete' && basis !== '';
  const { typed, change, discard } = useTyped<Typed>(`privacy-answer:${row.id}`, Typed, {
    outcome: refused ? 'refused' : 'done',
    answer: '',
    basis: refused ? basis : '',
  });
  const fields = answering.error?.fields ?? {};
  const save = async (): Promise<boolean> => {
    const { ok } = await answering.run({ id: row.id, ...typed });
    if (!ok) return false;
    await discard();
    onDone();
    return true;
  };
  return (
    <AskForm title={TEXTS.answerTitle} size="wide" busy={answering.busy} error={answering.error} onSubmit={save} onClose={onClose}>
      <SelectField
        label={TEXTS.outcome}
        data-autofocus
        value={typed.outcome}
        onChange={(event) => change({ ...typed, outcome: event.target.value as 'done' | 'refused' })}
      >
        <option value="done">{TEXTS.outcomes.done}</option>
        <option value="refused">{TEXTS.outcomes.refused}</option>
      </SelectField>
      <TextArea
        label={TEXTS.answerText}
        rows={3}
        maxLength={500}
        onKeyDown={ctrlEnterSubmits}
        value={typed.answer}
        error={fields.answer}
        onChange={(event) => change({ ...typed, answer: event.target.value })}
      />
      <TextField
        label={TEXTS.basisField}
        maxLength={300}
        note={TEXTS.basisHint}
        value={typed.basis}
        error={fields.basis}
        onChange={(event) => change({ ...typed, basis: event.target.value })}
      />
    </AskForm>
  );
}
