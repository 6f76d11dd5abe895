import { useFormContext } from 'react-hook-form';
import type { z } from 'zod';
import type { UnitSettings } from '../../shared/domain/settings';
import { SelectField, TextField } from '../components/field';
import { TEXTS } from './texts';

export type UnitInput = z.input<typeof UnitSettings>;

/** The unit's own data; the wizard of the first start uses it, too. */
export function UnitEditor() {
  const { register, formState } = useFormContext<UnitInput>();
  const { errors } = formState;
  return (
    <>
      <div className="row">
        <TextField label={TEXTS.unitName} required maxLength={60} error={errors.name?.message} {...register('name')} />
        <SelectField label={TEXTS.unitType} {...register('unitType')}>
          {(['petition-office', 'other-organ'] as const).map((type) => (
            <option key={type} value={type}>
              {TEXTS.unitTypes[type]}
            </option>
          ))}
        </SelectField>
      </div>
      <TextField label={TEXTS.address} maxLength={120} error={errors.address?.message} {...register('address')} />
      <div className="row">
        <TextField
          label={TEXTS.districtCode}
          required
          inputMode="numeric"
          maxLength={6}
          note={TEXTS.districtHint}
          error={errors.districtCode?.message}
          {...register('districtCode')}
        />
        <TextField label={TEXTS.phone} maxLength={30} error={errors.phone?.message} {...register('phone')} />
      </div>
    </>
  );
}
