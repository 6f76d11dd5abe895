import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { PreparationDay } from '../../shared/domain/preparation';
import { mayReceiveNotes } from '../../shared/rules/preparation-access';
import { AskForm } from '../components/ask-form';
import { CheckChips } from '../components/check';
import { Notice } from '../components/notice';
import { useAnswer, useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

const T = TEXTS.meeting;

/** On paper with care notes: one numbered copy for each of the reception team, and for nobody else (plan S40). */
export function CopiesDialog({ day, onDone, onClose }: { day: PreparationDay; onDone(sentence: string): void; onClose(): void }) {
  const printing = useRequest('meeting.printNotes');
  const [requestId] = useState(() => uuid());
  const team = new Set(day.items.flatMap(({ team: { lead, recorder, observer } }) => [lead, recorder, observer]));
  const people = (useAnswer('session.staff', {}).value ?? []).filter((person) => mayReceiveNotes(person, team));
  const [receivers, setReceivers] = useState<string[]>([]);
  return (
    <AskForm
      title={T.receiversTitle}
      button={T.doPrint}
      size="wide"
      busy={printing.busy}
      error={printing.error}
      onSubmit={async () => {
        const result = await printing.run({ requestId, date: day.date, receivers });
        if (result.ok) onDone(T.printedNotes(result.value.copies, result.value.printer));
        return false;
      }}
      onClose={onClose}
    >
      <Notice level="warning">{T.receiversNote}</Notice>
      <CheckChips
        label={T.receivers}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={receivers}
        error={printing.error?.fields?.receivers}
        begins
        onChange={setReceivers}
      />
    </AskForm>
  );
}
