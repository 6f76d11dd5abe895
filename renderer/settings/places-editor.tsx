import { useFieldArray, useFormContext } from 'react-hook-form';
import { v7 as uuid } from 'uuid';
import { Button } from '../components/button';
import { CheckBox } from '../components/check';
import { SelectField, TextField } from '../components/field';
import type { HallInput } from './hall-input';
import { TEXTS } from './texts';

/** Rooms where visitors are received, areas where they wait. */
export function PlacesEditor() {
  return (
    <>
      <Rooms />
      <Areas />
    </>
  );
}

function Rooms() {
  const { control, register, formState } = useFormContext<HallInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'rooms', keyName: 'key' });
  return (
    <fieldset className="setting-group">
      <legend>{TEXTS.rooms}</legend>
      {fields.map((field, i) => (
        <div className="row setting-row" key={field.key}>
          <TextField
            label={`${TEXTS.rooms} ${i + 1} ${TEXTS.name}`}
            labelHidden
            dense
            maxLength={20}
            error={formState.errors.rooms?.[i]?.name?.message}
            {...register(`rooms.${i}.name`)}
          />
          <TextField
            label={`${TEXTS.rooms} ${i + 1} ${TEXTS.equipment}`}
            labelHidden
            dense
            maxLength={40}
            placeholder={TEXTS.equipmentHint}
            error={formState.errors.rooms?.[i]?.equipment?.message}
            {...register(`rooms.${i}.equipment`)}
          />
          <CheckBox className="fixed" label={TEXTS.wheelchair} {...register(`rooms.${i}.wheelchair`)} />
          <Button kind="quiet" className="fixed" onClick={() => remove(i)}>
            {TEXTS.remove('')}
          </Button>
        </div>
      ))}
      <Button className="setting-add" onClick={() => append({ id: uuid(), name: '', wheelchair: false })}>
        {TEXTS.add}
        {TEXTS.rooms}
      </Button>
    </fieldset>
  );
}

function Areas() {
  const { control, register, formState } = useFormContext<HallInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'areas', keyName: 'key' });
  return (
    <fieldset className="setting-group">
      <legend>{TEXTS.areas}</legend>
      {fields.map((field, i) => (
        <div className="row setting-row" key={field.key}>
          <TextField
            label={`${TEXTS.areas} ${i + 1} ${TEXTS.name}`}
            labelHidden
            dense
            maxLength={20}
            error={formState.errors.areas?.[i]?.name?.message}
            {...register(`areas.${i}.name`)}
          />
          <SelectField
            label={`${TEXTS.areas} ${i + 1} ${TEXTS.areaKind}`}
            labelHidden
            dense
            className="w-kind"
            {...register(`areas.${i}.kind`)}
          >
            {(['waiting', 'rest'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {TEXTS.areaKinds[kind]}
              </option>
            ))}
          </SelectField>
          <Button kind="quiet" className="fixed" onClick={() => remove(i)}>
            {TEXTS.remove('')}
          </Button>
        </div>
      ))}
      <Button className="setting-add" onClick={() => append({ id: uuid(), name: '', kind: 'waiting' })}>
        {TEXTS.addArea}
      </Button>
    </fieldset>
  );
}
