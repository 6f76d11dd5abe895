import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import type { BriefingView } from '../../shared/domain/briefing';
import { AskForm } from '../components/ask-form';
import { CheckChips } from '../components/check';
import { TextArea, TextField } from '../components/field';
import { useRequest } from '../hooks/use-request';
import { useTyped } from '../hooks/use-typed';
import { TEXTS } from './texts';

const Typed = z.object({ leader: z.string(), text: z.string(), department: z.string(), due: z.string(), matterIds: z.array(z.string()) });
type Typed = z.infer<typeof Typed>;
const NOTHING: Typed = { leader: '', text: '', department: '', due: '', matterIds: [] };

/** 领导批示, as it was written on the paper: who sees to it until when, and for which of the cases. */
export function InstructDialog({ briefing, onDone, onClose }: { briefing: BriefingView; onDone(said: string): void; onClose(): void }) {
  const instructing = useRequest('briefing.instruct');
  const [requestId] = useState(() => uuid());
  const { typed: input, change, discard } = useTyped(`briefing-instruct:${briefing.id}`, Typed, NOTHING);
  const fields = instructing.error?.fields ?? {};
  const put = (more: Partial<Typed>): void => change({ ...input, ...more });
  const submit = async (): Promise<boolean> => {
    const result = await instructing.run({ requestId, id: briefing.id, input });
    if (!result.ok) return false;
    await discard();
    onDone(TEXTS.instructed);
    return true;
  };
  return (
    <AskForm title={TEXTS.instruct} busy={instructing.busy} error={instructing.error} onSubmit={submit} onClose={onClose}>
      <TextField
        label={TEXTS.leader}
        data-autofocus
        required
        maxLength={30}
        value={input.leader}
        error={fields['input.leader']}
        onChange={(event) => put({ leader: event.target.value })}
      />
      <TextArea
        label={TEXTS.instruction}
        required
        rows={4}
        maxLength={1000}
        value={input.text}
        error={fields['input.text']}
        onChange={(event) => put({ text: event.target.value })}
      />
      <div className="row">
        <TextField
          label={TEXTS.department}
          required
          maxLength={60}
          value={input.department}
          error={fields['input.department']}
          onChange={(event) => put({ department: event.target.value })}
        />
        <TextField
          label={TEXTS.due}
          type="date"
          required
          value={input.due}
          error={fields['input.due']}
          onChange={(event) => put({ due: event.target.value })}
        />
      </div>
      {briefing.matters.length > 0 && (
        <>
          <CheckChips
            label={TEXTS.about}
            options={briefing.matters.map(({ id, title }) => ({ value: id, label: title }))}
            value={input.matterIds}
            onChange={(matterIds) => put({ matterIds })}
          />
          <p className="tone-quiet">{TEXTS.aboutNote}</p>
        </>
      )}
    </AskForm>
  );
}
