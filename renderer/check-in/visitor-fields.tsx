import { SelectField, TextField } from '../components/field';
import { useDesk } from './desk-context';
import { DocumentNumber } from './document-number';
import { DocumentTypeOptions } from './document-type';
import { GuardianFields } from './guardian-fields';
import { HeadsField } from './heads-field';
import { PaperRow } from './paper-row';
import { asksBirthDate } from './person-facts';
import { ReadButton, ReaderLine } from './reader-line';
import { Representatives } from './representatives';
import { TEXTS } from './texts';
import { useField } from './use-field';

/** Who comes: the document first, then what it does not say. */
export function VisitorFields() {
  const { person, facts, known, kind } = useDesk();
  const docType = useField('people.0.docType');
  const name = useField('people.0.name');
  const phone = useField('people.0.phone');
  const address = useField('people.0.address');
  const place = useField('place');
  const phoneKnown = known?.person.phoneMasked;
  return (
    <>
      <PaperRow />
      <div className="row">
        <SelectField label={TEXTS.docType} className="w-type" {...docType}>
          <DocumentTypeOptions />
        </SelectField>
        <DocumentNumber index={0} label={TEXTS.docNumber} person={person} facts={facts} />
        <ReadButton />
        <TextField
          label={TEXTS.name}
          className="w-name"
          maxLength={60}
          required={person.docType !== 'anonymous'}
          note={person.docType === 'anonymous' ? TEXTS.anonymousHint : undefined}
          {...name}
        />
        <HeadsField />
      </div>
      <ReaderLine />
      {asksBirthDate(person, facts) && <WithoutNumber />}
      {facts.guardian && <GuardianFields index={0} facts={facts} />}
      {kind === 'collective' && <Representatives />}
      <div className="row">
        <TextField
          label={TEXTS.phone}
          className="w-phone"
          inputMode="tel"
          maxLength={20}
          note={phoneKnown ? TEXTS.phoneKnown(phoneKnown) : undefined}
          {...phone}
        />
        <TextField label={TEXTS.address} maxLength={120} {...address} />
        <TextField label={TEXTS.place} className="w-place" maxLength={120} {...place} />
      </div>
    </>
  );
}

/** What a document with the birth date in its number would have told. */
function WithoutNumber() {
  const { person, today } = useDesk();
  const reason = useField('people.0.noDocumentReason');
  const birthDate = useField('people.0.birthDate');
  const sex = useField('people.0.sex');
  return (
    <div className="row">
      {person.docType === 'none' && (
        <TextField label={TEXTS.noDocumentReason} required maxLength={100} note={TEXTS.noDocumentHint} {...reason} />
      )}
      <TextField type="date" className="w-birth" label={TEXTS.birthDate} max={today} note={TEXTS.birthDateHint} {...birthDate} />
      <SelectField className="w-sex" label={TEXTS.sex} {...sex}>
        <option value="">{TEXTS.notChosen}</option>
        <option value="female">{TEXTS.sexes.female}</option>
        <option value="male">{TEXTS.sexes.male}</option>
      </SelectField>
    </div>
  );
}
