import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { showsDocument } from '../../shared/rules/identity';
import { CheckBox } from '../components/check';
import { TextField } from '../components/field';
import { documentMessage } from './document-message';
import type { CheckInForm, PersonForm } from './form-values';
import type { PersonFacts } from './person-facts';
import { TEXTS } from './texts';
import { useField } from './use-field';

interface Props {
  index: number;
  label: string;
  person: PersonForm;
  facts: PersonFacts;
  dense?: boolean;
  labelHidden?: boolean;
}

/** The number, judged as it is typed. 「以证面为准」 is offered only where nothing but the check digit disagrees. */
export function DocumentNumber({ index, label, person, facts, dense, labelHidden }: Props) {
  const { setValue, trigger, formState } = useFormContext<CheckInForm>();
  const { error, onBlur, onChange, ...field } = useField(`people.${index}.docNumber`);
  const [typing, setTyping] = useState(false);
  const message = documentMessage(facts, person.asPrinted, typing);
  // In a row of a table there is no room for a line that only says that all is well.
  const inline = dense && facts.check?.ok && message?.tone === 'good' && !facts.check.note?.includes('；');
  const judged = facts.check !== null;
  const canStand = facts.check?.ok === false && facts.check.canStand;
  return (
    <div className="document">
      <TextField
        label={label}
        labelHidden={labelHidden}
        dense={dense}
        required
        className="document-number"
        data-takes-scan="document"
        maxLength={30}
        disabled={!showsDocument(person.docType)}
        // The live message knows more than the rule's sentence, which is older by one key.
        error={judged ? undefined : error}
        note={inline ? undefined : message?.text}
        noteTone={message?.tone}
        onFocus={() => setTyping(true)}
        {...field}
        onChange={(event) => {
          if (person.asPrinted) setValue(`people.${index}.asPrinted`, false);
          return onChange(event);
        }}
        onBlur={(event) => {
          setTyping(false);
          return onBlur(event);
        }}
      />
      {inline && (
        <span className="document-mark tone-good" aria-hidden="true">
          ✓ {[facts.age !== null && TEXTS.age(facts.age), facts.sex && TEXTS.sexes[facts.sex]].filter(Boolean).join(' ')}
        </span>
      )}
      {canStand && (
        <CheckBox
          className="stand"
          label={TEXTS.stand}
          title={TEXTS.standHint}
          checked={person.asPrinted}
          onChange={(event) => {
            setValue(`people.${index}.asPrinted`, event.target.checked, { shouldDirty: true });
            if (formState.isSubmitted) void trigger(`people.${index}.docNumber`);
          }}
        />
      )}
    </div>
  );
}
