import { useState } from 'react';
import type { IncidentView } from '../../../shared/contract/incidents';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/field';
import { ErrorNotice } from '../../components/notice';
import { TEXTS } from '../texts';
import { useAdding } from './use-adding';

/** What this type's record must say; a field is kept when it is left, each as a line of its own. */
export function FactsDialog({ incident, readOnly, onClose }: { incident: IncidentView; readOnly: boolean; onClose(): void }) {
  const adding = useAdding(incident.id);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(incident.facts);
  const keep = async (field: string): Promise<void> => {
    const text = (typed[field] ?? '').trim();
    if (text !== '' && text !== incident.facts[field]) await adding.add({ kind: 'fact', field, text });
  };
  return (
    <Dialog title={TEXTS.facts} onClose={onClose}>
      <div className="dialog-body">
        {adding.error && <ErrorNotice error={adding.error} more={Object.values(adding.error.fields ?? {})} />}
        {(incident.plan?.fields ?? []).map((field, i) => (
          <TextField
            key={field.key}
            label={field.label}
            maxLength={300}
            readOnly={readOnly}
            data-autofocus={i === 0 || undefined}
            inputMode={field.kind === 'number' ? 'numeric' : undefined}
            value={typed[field.key] ?? ''}
            note={incident.facts[field.key] && incident.facts[field.key] === typed[field.key] ? TEXTS.kept : ''}
            onChange={(event) => setTyped((was) => ({ ...was, [field.key]: event.target.value }))}
            onBlur={() => void keep(field.key)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void keep(field.key);
            }}
          />
        ))}
        {incident.plan?.fields.length === 0 && <p className="empty">{TEXTS.noFacts}</p>}
      </div>
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onClose}>
          {TEXTS.back}
        </Button>
      </div>
    </Dialog>
  );
}
