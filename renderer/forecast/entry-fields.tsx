import { FORECAST_CHANNEL_NAMES, FORECAST_CHANNELS, type ForecastChannel } from '../../shared/domain/forecast';
import { FieldOptions } from '../check-in/field-options';
import { CheckBox } from '../components/check';
import { SelectField, TextArea, TextField } from '../components/field';
import { useLive } from '../hooks/use-live';
import type { EntryForm } from './entry-form';
import { HistoryLink } from './history-link';
import { TEXTS } from './texts';

interface Props {
  form: EntryForm;
  change(some: Partial<EntryForm>): void;
  problems: Record<string, string>;
  /** It is there already: what is left empty stays as it is. */
  known: boolean;
}

type TextName = Exclude<keyof typeof TEXTS.fields, 'channel' | 'field' | 'resolved' | 'interests' | 'extreme'>;

/** Four of the five groups of content (plan S29), and where the word comes from. */
export function EntryFields({ form, change, problems, known }: Props) {
  const entries = useLive('settings.all', {}).value?.fields.entries ?? [];
  const f = TEXTS.fields;
  const notes = TEXTS.notes;
  const of = (name: TextName, maxLength: number, note?: string) => ({
    ...{ name, label: f[name], value: form[name], maxLength, note, error: problems[name] },
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <>
      <div className="row forecast-first">
        <TextField {...of('who', 120)} required data-autofocus />
        <TextField {...of('date', 10)} type="date" required />
        <TextField {...of('time', 10, notes.time)} />
        <TextField {...of('heads', 6, notes.heads)} inputMode="numeric" />
      </div>
      <div className="row">
        <SelectField
          name="channel"
          label={f.channel}
          required
          value={form.channel}
          onChange={(event) => change({ channel: event.target.value as ForecastChannel })}
        >
          {FORECAST_CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {FORECAST_CHANNEL_NAMES[channel]}
            </option>
          ))}
        </SelectField>
        <TextField {...of('received', 10, known ? notes.keep : notes.received)} />
        <TextField {...of('source', 120, notes.source)} className="grow" />
      </div>
      <HistoryLink form={form} change={change} />
      <TextArea {...of('demand', 2000)} dense rows={2} />
      <div className="row">
        <SelectField
          name="field"
          label={f.field}
          value={form.field}
          dense
          error={problems.field}
          onChange={(event) => change({ field: event.target.value })}
        >
          <option value="">{TEXTS.notKnownField}</option>
          <FieldOptions entries={entries} keep={form.field} />
        </SelectField>
        <TextField {...of('place', 120)} dense />
        <CheckBox label={f.interests} checked={form.interests} onChange={(event) => change({ interests: event.target.checked })} />
      </div>
      <div className="row">
        <TextField {...of('history', 1000)} className="grow" />
        <TextField {...of('visits', 4, notes.visits)} inputMode="numeric" />
        <SelectField
          name="resolved"
          label={f.resolved}
          value={form.resolved}
          onChange={(event) => change({ resolved: event.target.value as EntryForm['resolved'] })}
        >
          <option value="">{TEXTS.notKnownResolved}</option>
          <option value="no">{TEXTS.resolved.no}</option>
          <option value="yes">{TEXTS.resolved.yes}</option>
        </SelectField>
        <TextField {...of('age', 20)} />
      </div>
    </>
  );
}
