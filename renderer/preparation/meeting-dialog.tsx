import { useState } from 'react';
import { z } from 'zod';
import type { PreparationDay } from '../../shared/domain/preparation';
import { readTime } from '../../shared/rules/read-time';
import { timeOf } from '../../shared/rules/time';
import { AskForm } from '../components/ask-form';
import { CheckChips } from '../components/check';
import { SelectField, TextArea, TextField } from '../components/field';
import { StaffOptions } from '../components/staff-options';
import { ctrlEnterSubmits } from '../hooks/ctrl-enter-submits';
import { useDraft } from '../hooks/use-draft';
import { useAnswer, useRequest } from '../hooks/use-request';
import { programNow } from '../stores/session';
import { TEXTS } from './texts';

const T = TEXTS.meeting;
const Typed = z.object({
  itemIds: z.array(z.string()),
  startedAt: z.string(),
  hostId: z.string(),
  present: z.array(z.string()),
  note: z.string(),
});
type Typed = z.infer<typeof Typed>;

/** A meeting that was held: for which matters, when, led by whom, who was there. Whoever is on duty and is not ticked was absent. */
export function MeetingDialog({ day, onClose }: { day: PreparationDay; onClose(): void }) {
  const saving = useRequest('meeting.add');
  const staff = useAnswer('session.staff', {}).value ?? [];
  const leaders = staff.filter(({ roles }) => roles.includes('leader') || roles.includes('coordinator'));
  const held = new Set(day.meetings.flatMap(({ itemIds }) => itemIds));
  const [typed, setTyped] = useState<Typed>({
    itemIds: day.items.filter(({ id }) => !held.has(id)).map(({ id }) => id),
    startedAt: timeOf(programNow()),
    hostId: '',
    present: day.expected.map(({ id }) => id),
    note: '',
  });
  const [touched, setTouched] = useState(false);
  const draft = useDraft(
    `meeting-${day.date}`,
    () => (touched ? JSON.stringify(typed) : null),
    (text) => {
      const kept = Typed.safeParse(JSON.parse(text));
      if (kept.success) setTyped(kept.data);
    },
  );
  const set = (more: Partial<Typed>): void => {
    setTyped((was) => ({ ...was, ...more }));
    setTouched(true);
    draft.changed();
  };
  const said = saving.error?.fields ?? {};
  const save = async (): Promise<boolean> => {
    const { startedAt } = typed;
    const result = await saving.run({ date: day.date, ...typed, startedAt: readTime(startedAt) ?? startedAt });
    if (result.ok) await draft.discard();
    return result.ok;
  };
  return (
    <AskForm title={T.title} button={TEXTS.save} size="wide" busy={saving.busy} error={saving.error} onSubmit={save} onClose={onClose}>
      <div className="row">
        <SelectField
          label={T.host}
          required
          data-autofocus
          value={typed.hostId}
          error={said.hostId}
          onChange={({ target }) => set({ hostId: target.value })}
        >
          <option value="">{T.choose}</option>
          <StaffOptions people={leaders} apart={() => ''} />
        </SelectField>
        <TextField
          label={T.startedAt}
          required
          maxLength={10}
          value={typed.startedAt}
          note={T.timeNote}
          error={said.startedAt}
          onChange={({ target }) => set({ startedAt: target.value })}
        />
      </div>
      <CheckChips
        label={T.items}
        options={day.items.map(({ id, who, plannedAt }) => ({
          value: id,
          label: plannedAt === null ? who : `${timeOf(plannedAt)} ${who}`,
        }))}
        value={typed.itemIds}
        error={said.itemIds}
        onChange={(itemIds) => set({ itemIds })}
      />
      <CheckChips
        label={T.present}
        options={day.expected.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.present}
        error={said.present}
        onChange={(present) => set({ present })}
      />
      <TextArea
        label={T.note}
        rows={2}
        maxLength={300}
        value={typed.note}
        error={said.note}
        onChange={({ target }) => set({ note: target.value })}
        onKeyDown={ctrlEnterSubmits}
      />
    </AskForm>
  );
}
