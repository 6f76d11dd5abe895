import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { EntryInput, TypedEntryKind } from '../../../shared/domain/incident';
import { AskForm } from '../../components/ask-form';
import { NumberField, SelectField, TextArea, TextField } from '../../components/field';
import { useRequest } from '../../hooks/use-request';
import { ENTRY_FORMS, type EntryForm, entryOf, type FormField } from './entry-forms';

interface Props {
  id: string;
  kind: TypedEntryKind;
  /** Another form than the kind's own, e.g. of a field that the plan asks for. */
  form?: EntryForm;
  /** What the entry holds beside its fields. */
  more?: Partial<EntryInput>;
  typed?: Readonly<Record<string, string>>;
  onClose(): void;
}

/** One entry that needs more than a line: its few fields, what is wrong beside each, Enter. */
export function EntryDialog({ id, kind, form = ENTRY_FORMS[kind], more, typed: first = {}, onClose }: Props) {
  const add = useRequest('incident.add');
  const [requestId] = useState(() => uuid());
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(first);
  const save = async (): Promise<boolean> => {
    const entry = { ...entryOf(kind, typed), ...more } as EntryInput;
    return (await add.run({ requestId, id, entry })).ok;
  };
  if (!form) return null;
  const errorOf = (name: string): string | undefined => add.error?.fields?.[`entry.${name}`] ?? add.error?.fields?.[name];
  return (
    <AskForm title={form.title} busy={add.busy} error={add.error} onSubmit={save} onClose={onClose}>
      {form.fields.map((field, i) => (
        <Control
          key={field.name}
          field={field}
          first={i === 0}
          value={typed[field.name] ?? ''}
          error={errorOf(field.name)}
          onChange={(value) => setTyped((was) => ({ ...was, [field.name]: value }))}
        />
      ))}
    </AskForm>
  );
}

function Control({
  field,
  first,
  value,
  error,
  onChange,
}: {
  field: FormField;
  first: boolean;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}) {
  const named = { label: field.label, value, error, ...(first && { 'data-autofocus': true }) };
  const common = { ...named, maxLength: field.max };
  switch (field.kind) {
    case 'choice':
      return (
        <SelectField {...named} onChange={(event) => onChange(event.target.value)}>
          {field.options?.map(([each, label]) => (
            <option key={each} value={each}>
              {label}
            </option>
          ))}
        </SelectField>
      );
    case 'number':
      return <NumberField {...common} min={0} onChange={(event) => onChange(event.target.value)} />;
    case 'area':
      return <TextArea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />;
    case 'time':
      return <TextField {...common} placeholder="09:05" onChange={(event) => onChange(event.target.value)} />;
    default:
      return <TextField {...common} onChange={(event) => onChange(event.target.value)} />;
  }
}
