import { type UseFormReturn, useFormContext } from 'react-hook-form';
import { SelectField } from '../components/field';
import { DesksEditor } from '../settings/desks-editor';
import type { HallInput } from '../settings/hall-input';
import { PlacesEditor } from '../settings/places-editor';
import type { Rest } from './setup-form';
import { TEXTS } from './texts';

/** All desks of the hall, and which of them this computer is. */
export function HallDesks({ rest }: { rest: UseFormReturn<Rest> }) {
  const { watch } = useFormContext<HallInput>();
  return (
    <>
      <p>{TEXTS.deskWhy}</p>
      <DesksEditor />
      <div className="row">
        <SelectField label={TEXTS.thisDesk} className="w-kind" {...rest.register('deskCode')}>
          {watch('desks').map((desk) => (
            <option key={desk.code} value={desk.code}>
              {desk.name}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}

export function HallPlaces() {
  return (
    <>
      <p>{TEXTS.placesWhy}</p>
      <PlacesEditor />
    </>
  );
}
