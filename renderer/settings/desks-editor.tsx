import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '../components/button';
import { TextField } from '../components/field';
import { type HallInput, nextDesk } from './hall-input';
import { TEXTS } from './texts';

/** The desks of the hall, each with its part of the card number and its queue letter. */
export function DesksEditor() {
  const { control, register, getValues, formState } = useFormContext<HallInput>();
  const { fields, append, remove } = useFieldArray({ control, name: 'desks' });
  const errors = formState.errors.desks;
  return (
    <fieldset className="setting-group">
      <legend>
        {TEXTS.desks} <span className="setting-columns">{TEXTS.deskColumns}</span>
      </legend>
      {fields.map((field, i) => (
        <div className="row setting-row" key={field.id}>
          <TextField
            label={`${TEXTS.desks} ${i + 1} ${TEXTS.deskCode}`}
            labelHidden
            dense
            className="w-short"
            maxLength={2}
            error={errors?.[i]?.code && TEXTS.deskCodeWrong}
            {...register(`desks.${i}.code`)}
          />
          <TextField
            label={`${TEXTS.desks} ${i + 1} ${TEXTS.deskLetter}`}
            labelHidden
            dense
            className="w-short"
            maxLength={1}
            error={errors?.[i]?.letter && TEXTS.deskLetterWrong}
            {...register(`desks.${i}.letter`)}
          />
          <TextField
            label={`${TEXTS.desks} ${i + 1} ${TEXTS.name}`}
            labelHidden
            dense
            maxLength={20}
            error={errors?.[i]?.name?.message}
            {...register(`desks.${i}.name`)}
          />
          <Button
            kind="quiet"
            className="fixed"
            disabled={fields.length === 1}
            title={fields.length === 1 ? TEXTS.oneDesk : undefined}
            onClick={() => remove(i)}
          >
            {TEXTS.remove('')}
          </Button>
        </div>
      ))}
      <Button className="setting-add" onClick={() => append(nextDesk(getValues('desks')))}>
        {TEXTS.add}
        {TEXTS.desks}
      </Button>
    </fieldset>
  );
}
