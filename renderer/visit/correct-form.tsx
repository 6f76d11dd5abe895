import { useEffect } from 'react';
import { type SubmitHandler, useForm } from 'react-hook-form';
import { DOCUMENT_TYPES } from '../../shared/domain/person';
import {
  PURPOSE_NAMES,
  PURPOSES,
  SPECIAL_NEED_NAMES,
  SPECIAL_NEEDS,
  VISIT_MARK_NAMES,
  VISIT_MARKS,
  type VisitDetail,
} from '../../shared/domain/visit';
import { DOCUMENT_NAMES } from '../../shared/rules/identity';
import { FieldOptions } from '../check-in/field-options';
import { Button } from '../components/button';
import { CheckBox, CheckChips } from '../components/check';
import { NumberField, SelectField, TextArea, TextField } from '../components/field';
import { ErrorNotice } from '../components/notice';
import { useHotkeys } from '../hooks/use-hotkeys';
import { useLive } from '../hooks/use-live';
import { useRequest } from '../hooks/use-request';
import { type Correction, correctionOf, patchOf, personPart, personTyped } from './correction';
import { TEXTS } from './texts';

const NEED_OPTIONS = SPECIAL_NEEDS.map((value) => ({ value, label: SPECIAL_NEED_NAMES[value] }));
const MARK_OPTIONS = VISIT_MARKS.map((value) => ({ value, label: VISIT_MARK_NAMES[value] }));

/** A registration of today put right. Only what differs is sent; masked values stay unless typed anew. */
export function CorrectForm({ visit, onDone, onBack }: { visit: VisitDetail; onDone(): void; onBack(): void }) {
  const settings = useLive('settings.all', {}).value;
  const correct = useRequest('visit.correct');
  const form = useForm<Correction>({ defaultValues: correctionOf(visit) });
  const { register, watch, setValue, setError, setFocus, formState, handleSubmit } = form;
  useEffect(() => setFocus('name', { shouldSelect: true }), [setFocus]);
  const f = TEXTS.fields;

  const save: SubmitHandler<Correction> = async (values) => {
    if (correct.busy) return;
    const patch = patchOf(visit, values);
    if (Object.keys(patch).length === 0) return setError('root', { message: TEXTS.nothingChanged });
    if ((await correct.run({ id: visit.id, patch, reason: values.reason })).ok) onDone();
  };
  const submit = handleSubmit(save);
  useHotkeys({ 'Ctrl+Enter': () => void submit() }, { inDialog: true });

  const values = watch();
  const chosen = visit.people.find(({ id }) => id === values.personId);
  const choose = (personId: string): void => {
    correct.clear();
    form.reset({ ...values, ...personPart(visit, personId) });
  };

  const said = correct.error?.fields ?? {};
  const at = (path: string): string | undefined => said[path] ?? said[`patch.${path}`];
  const areas = (kind: 'waiting' | 'rest') => settings?.hall.areas.filter((area) => area.kind === kind) ?? [];
  return (
    <form className="correct" onSubmit={(event) => void submit(event)} noValidate>
      {visit.people.length > 1 && (
        <SelectField
          label={TEXTS.whom}
          value={values.personId}
          // What was typed of one person is not thrown away by choosing another.
          disabled={personTyped(visit, values)}
          note={TEXTS.oneByOne}
          onChange={(event) => choose(event.target.value)}
        >
          {visit.people.map((person, n) => (
            <option key={person.id} value={person.id}>
              {TEXTS.representative(n + 1, person.name)}
            </option>
          ))}
        </SelectField>
      )}
      <div className="row">
        <TextField label={f.name} error={at('person.name')} {...register('name')} />
        <SelectField label={f.docType} {...register('docType')}>
          {DOCUMENT_TYPES.map((type) => (
            <option key={type} value={type}>
              {DOCUMENT_NAMES[type]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={TEXTS.document}
          placeholder={chosen?.docMasked}
          note={TEXTS.keep}
          error={at('person.docNumber')}
          {...register('docNumber')}
        />
        <TextField
          label={TEXTS.phone}
          placeholder={chosen?.phoneMasked}
          note={TEXTS.keep}
          error={at('person.phone')}
          {...register('phone')}
        />
      </div>
      {said['person.docNumber'] || said['patch.person.docNumber'] ? <CheckBox label={f.asPrinted} {...register('asPrinted')} /> : null}
      <div className="row">
        <TextField label={f.address} error={at('person.address')} {...register('address')} />
        <TextField label={f.place} error={at('place')} {...register('place')} />
        <NumberField label={f.heads} min={1} error={at('heads') ?? at('others')} {...register('heads', { valueAsNumber: true })} />
      </div>
      <div className="row">
        <SelectField label={f.field} error={at('fieldCode')} {...register('fieldCode')}>
          <FieldOptions entries={settings?.fields.entries ?? []} keep={visit.fieldCode} />
        </SelectField>
        <SelectField label={f.purpose} {...register('purpose')}>
          {PURPOSES.map((purpose) => (
            <option key={purpose} value={purpose}>
              {PURPOSE_NAMES[purpose]}
            </option>
          ))}
        </SelectField>
        <SelectField label={f.area} {...register('areaId')}>
          {areas('waiting').map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </SelectField>
        {visit.kind === 'collective' && (
          <SelectField label={f.othersArea} error={at('othersAreaId')} {...register('othersAreaId')}>
            {areas('rest').map((area) => (
              <option key={area.id} value={area.id}>
                {area.name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
      <TextArea label={f.summary} rows={3} error={at('summary')} {...register('summary')} />
      <CheckChips label={f.needs} options={NEED_OPTIONS} value={values.needs} onChange={(needs) => setValue('needs', needs)} />
      <CheckChips label={f.marks} options={MARK_OPTIONS} value={values.marks} onChange={(marks) => setValue('marks', marks)} />
      <TextField label={TEXTS.reason} required maxLength={100} error={at('reason')} {...register('reason')} />
      {formState.errors.root && <p className="tone-bad">{formState.errors.root.message}</p>}
      {correct.error && <ErrorNotice error={correct.error} />}
      <div className="dialog-foot">
        <Button hint="Esc" onClick={onBack}>
          {TEXTS.back}
        </Button>
        <Button type="submit" kind="primary" hint="Ctrl+Enter" disabled={correct.busy}>
          {TEXTS.doCorrect}
        </Button>
      </div>
    </form>
  );
}
