import { useFormContext, useWatch } from 'react-hook-form';
import { checkDocument, showsDocument } from '../../shared/rules/identity';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { useDesk } from './desk-context';
import { DocumentTypeOptions } from './document-type';
import type { CheckInForm } from './form-values';
import type { PersonFacts } from './person-facts';
import { TEXTS } from './texts';
import { useField } from './use-field';

/** Under 18: who is with them, or why nobody is; under 14 also the consent (PIPL 31). A child who came alone is received all the same. */
export function GuardianFields({ index, facts }: { index: number; facts: PersonFacts }) {
  const base = `people.${index}` as const;
  const { control } = useFormContext<CheckInForm>();
  const absent = useWatch({ control, name: `${base}.guardianAbsent` });
  const absentField = useField(`${base}.guardianAbsent`);
  return (
    <fieldset className="block" aria-label={TEXTS.guardian}>
      <div className="block-head">
        <strong>{TEXTS.guardian}</strong>
        <span className="tone-warn">{TEXTS.guardianWhy(facts.age ?? 0)}</span>
        <div className="block-checks">
          {facts.consent && !absent && <Consent base={base} />}
          <CheckBox className="block-check" label={TEXTS.guardianAbsent} {...absentField} />
        </div>
      </div>
      {absent ? <AbsentReason base={base} /> : <Present base={base} />}
    </fieldset>
  );
}

type Base = `people.${number}`;

function AbsentReason({ base }: { base: Base }) {
  const reason = useField(`${base}.guardianAbsentReason`);
  return <TextField label={TEXTS.guardianAbsentReason} required maxLength={100} {...reason} />;
}

/** Under 14: PIPL 31. */
function Consent({ base }: { base: Base }) {
  const agreed = useField(`${base}.guardian.consent`);
  return <CheckBox className="block-check" label={TEXTS.consent} title={TEXTS.consentHint} {...agreed} />;
}

function Present({ base }: { base: Base }) {
  const { today } = useDesk();
  const { control, setValue } = useFormContext<CheckInForm>();
  const guardian = useWatch({ control, name: `${base}.guardian` });
  const name = useField(`${base}.guardian.name`);
  const docType = useField(`${base}.guardian.docType`);
  const docNumber = useField(`${base}.guardian.docNumber`);
  const relation = useField(`${base}.guardian.relation`);
  const check = showsDocument(guardian.docType) && guardian.docNumber ? checkDocument(guardian.docType, guardian.docNumber, today) : null;
  return (
    <>
      <div className="row">
        <TextField label={TEXTS.guardianName} required maxLength={30} {...name} />
        <TextField label={TEXTS.relation} className="w-sex" required maxLength={20} {...relation} />
        <SelectField label={TEXTS.guardianDocType} className="w-type" {...docType}>
          <DocumentTypeOptions without={['anonymous']} />
        </SelectField>
        <TextField
          label={TEXTS.guardianDocNumber}
          className="w-number"
          data-takes-scan="document"
          maxLength={30}
          disabled={!showsDocument(guardian.docType)}
          note={check?.ok ? check.note : check?.canStand ? check.message : undefined}
          noteTone={check?.ok ? 'good' : 'warn'}
          {...docNumber}
        />
      </div>
      {check?.ok === false && check.canStand && (
        <CheckBox
          label={TEXTS.guardianStand}
          title={TEXTS.standHint}
          checked={guardian.asPrinted}
          onChange={(event) => setValue(`${base}.guardian.asPrinted`, event.target.checked, { shouldDirty: true, shouldValidate: true })}
        />
      )}
    </>
  );
}
