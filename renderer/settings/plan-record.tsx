import { v7 as uuid } from 'uuid';
import { levelName } from '../../shared/domain/emergency';
import { FIELD_KIND_NAMES, FIELD_KINDS, type PlanField } from '../../shared/domain/incident-plan';
import { Button } from '../components/button';
import { SelectField, TextField } from '../components/field';
import type { PlanPartProps } from './plan-parts';
import { TEXTS as t } from './plans-texts';

/** What the record of this type must say, and which conduct it is by itself. */
export function PlanRecord(props: PlanPartProps) {
  return (
    <div className="plan-scroll plan-record">
      <Fields {...props} />
      <Conducts {...props} />
    </div>
  );
}

function Fields({ plan: { fields }, wrong, onChange }: PlanPartProps) {
  const set = (i: number, more: Partial<PlanField>): void =>
    onChange({ fields: fields.map((each, n) => (n === i ? { ...each, ...more } : each)) });
  return (
    <fieldset className="setting-group">
      <legend>{t.fields}</legend>
      {fields.map((field, i) => (
        <div className="row setting-row" key={field.key}>
          <TextField
            label={`${t.fieldLabel} ${i + 1}`}
            labelHidden
            dense
            maxLength={20}
            value={field.label}
            error={wrong[`fields.${i}.label`]}
            onChange={({ target }) => set(i, { label: target.value })}
          />
          <SelectField
            label={`${t.fieldLabel} ${i + 1} ${t.fieldKind}`}
            labelHidden
            dense
            className="w-kind"
            value={field.kind}
            onChange={({ target }) => set(i, { kind: target.value as PlanField['kind'] })}
          >
            {FIELD_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {FIELD_KIND_NAMES[kind]}
              </option>
            ))}
          </SelectField>
          <Button
            kind="quiet"
            className="fixed"
            aria-label={t.removeField(i + 1)}
            onClick={() => onChange({ fields: fields.toSpliced(i, 1) })}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      {wrong.fields && <p className="tone-bad">{wrong.fields}</p>}
      <Button className="setting-add" onClick={() => onChange({ fields: [...fields, { key: uuid(), label: '', kind: 'text' }] })}>
        {t.addField}
      </Button>
    </fieldset>
  );
}

function Conducts({ plan: { conducts }, wrong, emergency, onChange }: PlanPartProps) {
  const free = emergency.conducts.find(({ id }) => !conducts.includes(id));
  return (
    <fieldset className="setting-group">
      <legend>
        {t.conducts} <span className="setting-columns">{t.conductsNote}</span>
      </legend>
      {conducts.map((id, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a conduct is nothing but its place and what is chosen there
        <div className="row setting-row" key={i}>
          <SelectField
            label={`${t.conduct} ${i + 1}`}
            labelHidden
            dense
            value={id}
            error={wrong[`conducts.${i}`]}
            onChange={({ target }) => onChange({ conducts: conducts.with(i, target.value) })}
          >
            {!emergency.conducts.some((each) => each.id === id) && <option value={id}>{t.gone}</option>}
            {emergency.conducts.map((each) => (
              <option key={each.id} value={each.id}>
                {`${each.label}（${levelName(each.level)}）`}
              </option>
            ))}
          </SelectField>
          <Button
            kind="quiet"
            className="fixed"
            aria-label={t.removeConduct(i + 1)}
            onClick={() => onChange({ conducts: conducts.toSpliced(i, 1) })}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      {wrong.conducts && <p className="tone-bad">{wrong.conducts}</p>}
      <Button className="setting-add" disabled={!free} onClick={() => free && onChange({ conducts: [...conducts, free.id] })}>
        {t.addConduct}
      </Button>
    </fieldset>
  );
}
