import { CheckChips } from '../../components/check';
import { TextField } from '../../components/field';
import { TEXTS } from './texts';

interface Props {
  /** Of the contact list. */
  receivers: readonly string[];
  to: readonly string[];
  more: string;
  error: string | undefined;
  onChange(to: string[], more: string): void;
}

/** Whom the report goes to: of the contact list, and anybody it does not hold. */
export function ReportReceivers({ receivers, to, more, error, onChange }: Props) {
  // Whoever had the last report stands there, in the list or not.
  const all = [...new Set([...to, ...receivers])];
  return (
    <section className="report-part" aria-label={TEXTS.to}>
      <div className="report-receivers">
        <CheckChips
          label={TEXTS.to}
          options={all.map((name) => ({ value: name, label: name }))}
          value={to}
          onChange={(chosen) => onChange(chosen, more)}
        />
      </div>
      <TextField
        label={TEXTS.toMore}
        dense
        maxLength={100}
        value={more}
        error={error}
        onChange={(event) => onChange([...to], event.target.value)}
      />
    </section>
  );
}
