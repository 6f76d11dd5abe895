import type { IncidentView } from '../../../shared/contract/incidents';
import type { Settings } from '../../../shared/domain/settings';
import { ruleOf } from '../../../shared/rules/incident-level';
import { limitsInWords, limitsOf } from '../../../shared/rules/incident-limits';
import { EntryDialog } from './entry-dialog';
import { ENTRY_FORMS, type EntryForm } from './entry-forms';

/** A drill is scored, and what it found is what a real one would be improved by. */
const DRILL_FORM: EntryForm = {
  title: '演练评估',
  fields: [
    ...(ENTRY_FORMS.review?.fields ?? []).map((field) => (field.name === 'improve' ? { ...field, label: '发现的问题和改进' } : field)),
    { name: 'score', label: '评分（0–100）', kind: 'number' },
  ],
};

/** 评估: begins with which limits were kept, as the clocks say it; the rest is for people to judge. */
export function ReviewDialog({ incident, settings, onClose }: { incident: IncidentView; settings: Settings; onClose(): void }) {
  const { plan, steps, calls, controlledAt, level, liftedAt, drill, review } = incident;
  const done = Object.entries(steps).filter(([, { outcome }]) => outcome === 'done');
  const limits = limitsOf({
    plan,
    stepsDone: Object.fromEntries(done.map(([id, { elapsed }]) => [id, elapsed])),
    calls,
    controlledAt,
    controlWithin: ruleOf(settings.emergency, level).controlWithin,
    elapsed: liftedAt ?? incident.elapsed,
  });
  const typed = { limits: review?.limits || limitsInWords(limits), worked: review?.worked ?? '', improve: review?.improve ?? '' };
  return (
    <EntryDialog
      id={incident.id}
      kind="review"
      form={drill ? DRILL_FORM : undefined}
      more={drill ? undefined : { score: -1 }}
      typed={typed}
      onClose={onClose}
    />
  );
}
