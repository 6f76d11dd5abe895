import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import { Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useDesk } from './desk-context';
import { DocumentNumber } from './document-number';
import { DocumentTypeOptions } from './document-type';
import { type CheckInForm, emptyPerson } from './form-values';
import { GuardianFields } from './guardian-fields';
import { factsOf } from './person-facts';
import { TEXTS } from './texts';
import { useField } from './use-field';
import { useKnownPerson } from './use-known-person';

/** 条例 20 条: one to five representatives by name and document, the first of them above; the others are a number with a place. */
export function Representatives() {
  const { rules, active, settings } = useDesk();
  const { control } = useFormContext<CheckInForm>();
  const { fields, append, remove } = useFieldArray({ control, name: 'people' });
  const heads = useWatch({ control, name: 'heads' });
  const othersArea = useField('othersAreaId');
  const [refused, setRefused] = useState(false);
  const cap = rules.representativeCap;
  const others = Math.max(0, (Number.isFinite(heads) ? heads : 0) - fields.length);

  const add = (): void => {
    setRefused(fields.length >= cap);
    if (fields.length < cap) append(emptyPerson(), { focusName: `people.${fields.length}.docNumber` });
  };
  useHotkeys({ 'Alt+R': add }, { enabled: active });

  return (
    <fieldset className="block" aria-label={TEXTS.collective}>
      <div className="block-head">
        <strong>{TEXTS.representatives(fields.length, cap)}</strong>
        {fields.length === 1 && <span className="tone-quiet">{TEXTS.firstIsAbove}</span>}
        <Button className="button-small" hint="Alt+R" onClick={add}>
          {TEXTS.addRepresentative}
        </Button>
        <span className="block-others">
          {TEXTS.others} <b>{TEXTS.othersCount(others)}</b>
        </span>
        <SelectField label={TEXTS.othersArea} labelHidden dense className="w-type" {...othersArea}>
          <option value="">{TEXTS.othersArea}…</option>
          {settings.hall.areas
            .filter((area) => area.kind === 'rest')
            .map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
        </SelectField>
      </div>
      {refused && (
        <Notice level="error" onDismiss={() => setRefused(false)}>
          {TEXTS.tooMany(cap)}
        </Notice>
      )}
      {fields.slice(1).map((field, i) => (
        <Representative
          key={field.id}
          index={i + 1}
          onRemove={() => {
            remove(i + 1);
            setRefused(false);
          }}
        />
      ))}
    </fieldset>
  );
}

function Representative({ index, onRemove }: { index: number; onRemove(): void }) {
  const { today } = useDesk();
  const form = useFormContext<CheckInForm>();
  const person = useWatch({ control: form.control, name: `people.${index}` }) ?? emptyPerson();
  const facts = factsOf(person, today);
  useKnownPerson(form, index, person, facts);
  const base = `people.${index}` as const;
  const docType = useField(`${base}.docType`);
  const name = useField(`${base}.name`);
  const phone = useField(`${base}.phone`);
  const label = (field: string): string => TEXTS.ofRepresentative(index + 1, field);
  return (
    <>
      <div className="row representative">
        <span className="representative-number" aria-hidden="true">
          {index + 1}
        </span>
        <SelectField label={label(TEXTS.docType)} labelHidden dense className="w-type" {...docType}>
          <DocumentTypeOptions without={['anonymous']} />
        </SelectField>
        <DocumentNumber index={index} label={label(TEXTS.docNumber)} labelHidden dense person={person} facts={facts} />
        <TextField label={label(TEXTS.name)} labelHidden dense className="w-name" placeholder={TEXTS.name} maxLength={60} {...name} />
        <TextField label={label(TEXTS.phone)} labelHidden dense className="w-name" placeholder={TEXTS.phone} maxLength={20} {...phone} />
        <Button kind="quiet" className="fixed" aria-label={TEXTS.removeRepresentative(index + 1)} onClick={onRemove}>
          ×
        </Button>
      </div>
      {facts.guardian && <GuardianFields index={index} facts={facts} />}
    </>
  );
}
