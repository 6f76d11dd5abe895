import { type SubmitHandler, useForm } from 'react-hook-form';
import { DOCUMENT_TYPES, type DocumentType } from '../../shared/domain/person';
import type { VisitDetail } from '../../shared/domain/visit';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { enterMovesOn } from '../check-in/enter-moves-on';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import { ErrorNotice, Notice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useRequest } from '../hooks/use-request';
import { TEXTS } from './texts';

interface Typed {
  docType: DocumentType;
  docNumber: string;
  asPrinted: boolean;
  name: string;
  phone: string;
  address: string;
  noDocumentReason: string;
  guardianAbsentReason: string;
  reason: string;
}
const NOBODY: Typed = {
  docType: 'resident-id',
  docNumber: '',
  asPrinted: false,
  name: '',
  phone: '',
  address: '',
  noDocumentReason: '',
  guardianAbsentReason: '',
  reason: TEXTS.addReason,
};
/** A group is represented by people with a name. */
const TYPES = DOCUMENT_TYPES.filter((type) => type !== 'anonymous');

/** One of those who came without a name speaks for the others from now on. */
export function RepresentativeForm({ visit, onDone, onBack }: { visit: VisitDetail; onDone(name: string): void; onBack(): void }) {
  const add = useRequest('visit.addRepresentative');
  const { register, watch, handleSubmit } = useForm<Typed>({ defaultValues: NOBODY });
  const docType = watch('docType');
  const save: SubmitHandler<Typed> = async ({ reason, ...person }) => {
    if (add.busy) return;
    const docNumber = person.docType === 'none' ? '' : person.docNumber;
    if ((await add.run({ id: visit.id, person: { ...person, docNumber }, reason })).ok) onDone(person.name);
  };
  const submit = handleSubmit(save);
  useHotkeys({ 'Ctrl+Enter': () => void submit() }, { inDialog: true });
  const said = add.error?.fields ?? {};
  const f = TEXTS.fields;
  return (
    <form className="correct" onSubmit={(event) => void submit(event)} onKeyDown={enterMovesOn} noValidate>
      <Notice level="info">{TEXTS.addNote(visit.others)}</Notice>
      <div className="row">
        <SelectField label={f.docType} {...register('docType')}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {DOCUMENT_NAMES[type]}
            </option>
          ))}
        </SelectField>
        {docType === 'none' ? (
          <TextField
            label={f.noDocument}
            required
            data-autofocus
            maxLength={100}
            error={said['person.noDocumentReason']}
            {...register('noDocumentReason')}
          />
        ) : (
          <TextField
            label={TEXTS.document}
            required
            data-autofocus
            data-takes-scan="document"
            maxLength={30}
            error={said['person.docNumber']}
            {...register('docNumber')}
          />
        )}
        <TextField label={f.name} required maxLength={60} error={said['person.name']} {...register('name')} />
        <TextField label={TEXTS.phone} maxLength={20} error={said['person.phone']} {...register('phone')} />
      </div>
      {said['person.docNumber'] && <CheckBox label={f.asPrinted} {...register('asPrinted')} />}
      {(said['person.guardian'] || watch('guardianAbsentReason')) && (
        <TextField label={f.guardianAbsent} maxLength={100} error={said['person.guardian']} {...register('guardianAbsentReason')} />
      )}
      <div className="row">
        <TextField label={f.address} maxLength={120} {...register('address')} />
        <TextField label={TEXTS.reason} required maxLength={100} error={said.reason} {...register('reason')} />
      </div>
      {add.error && <ErrorNotice error={add.error} />}
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Ctrl+Enter" disabled={add.busy}>
          {TEXTS.doAdd}
        </Button>
      </div>
    </form>
  );
}
