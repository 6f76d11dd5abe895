import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { TextField } from '../components/field';
import type { EntryForm } from './entry-form';
import { TEXTS } from './texts';

interface Props {
  form: EntryForm;
  change(some: Partial<EntryForm>): void;
  problems: Record<string, string>;
  shown: boolean;
  /** Absent: this person is not shown them. */
  onShow?: () => void;
}

/** The fifth group: health and conduct, restricted (domain fact 8). */
export function TraitFields({ form, change, problems, shown, onShow }: Props) {
  const f = TEXTS.fields;
  if (!shown)
    return (
      <p className="forecast-hidden tone-quiet">
        {onShow ? TEXTS.restrictedHidden : `${TEXTS.facts.traits}：${TEXTS.restricted}`}
        {onShow && (
          <Button kind="quiet" onClick={onShow}>
            {TEXTS.openRestricted}
          </Button>
        )}
      </p>
    );
  return (
    <fieldset className="forecast-restricted">
      <legend>{TEXTS.restrictedHead}</legend>
      <div className="row">
        <TextField
          name="health"
          label={f.health}
          dense
          maxLength={500}
          value={form.health}
          error={problems.health}
          onChange={(event) => change({ health: event.target.value })}
        />
        <TextField
          name="conduct"
          label={f.conduct}
          dense
          maxLength={500}
          value={form.conduct}
          error={problems.conduct}
          onChange={(event) => change({ conduct: event.target.value })}
        />
        <CheckBox label={f.extreme} checked={form.extreme} onChange={(event) => change({ extreme: event.target.checked })} />
      </div>
    </fieldset>
  );
}
