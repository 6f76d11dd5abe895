import { TextArea, TextField } from '../components/field';
import type { PlanPartProps } from './plan-parts';
import { TEXTS as t } from './plans-texts';
import { wrongBelow } from './use-edited';

/** Names, the digit, what must not be done, and on what it rests. */
export function PlanBasic({ plan, wrong, onChange }: PlanPartProps) {
  const mustNots = Object.keys(wrong).find((path) => wrongBelow({ [path]: '' }, 'mustNots'));
  const lines = plan.mustNots.join('\n');
  return (
    <div className="plan-scroll">
      <div className="row">
        <TextField
          label={t.name}
          required
          maxLength={20}
          value={plan.name}
          error={wrong.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
        <TextField
          label={t.neutral}
          required
          maxLength={20}
          note={t.neutralNote}
          value={plan.neutral}
          error={wrong.neutral}
          onChange={({ target }) => onChange({ neutral: target.value })}
        />
        <TextField
          label={t.digit}
          inputMode="numeric"
          maxLength={1}
          note={t.digitNote}
          value={plan.digit}
          error={wrong.digit}
          onChange={({ target }) => onChange({ digit: target.value })}
        />
      </div>
      <TextArea
        label={t.mustNots}
        rows={7}
        note={t.mustNotsNote}
        value={lines}
        error={mustNots && wrong[mustNots]}
        onChange={({ target }) => onChange({ mustNots: target.value === '' ? [] : target.value.split('\n') })}
        onBlur={() => onChange({ mustNots: plan.mustNots.map((line) => line.trim()).filter(Boolean) })}
      />
      <TextField
        label={t.basis}
        maxLength={200}
        value={plan.basis}
        error={wrong.basis}
        onChange={({ target }) => onChange({ basis: target.value })}
      />
    </div>
  );
}
