import { useFormContext } from 'react-hook-form';
import { PinField, SelectField, TextField } from '../components/field';
import type { Rest } from './setup-form';
import { TEXTS } from './texts';

export function PrinterStep({ printers }: { printers: string[] | undefined }) {
  const { register } = useFormContext<Rest>();
  return (
    <>
      <p>{TEXTS.printerWhy}</p>
      <SelectField
        label={TEXTS.printer}
        note={printers ? TEXTS.printersFound(printers.length) : TEXTS.loading}
        {...register('cardPrinter')}
      >
        <option value="">{TEXTS.noPrinter}</option>
        {printers?.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  );
}

export function AdminStep() {
  const { register, formState } = useFormContext<Rest>();
  const { errors } = formState;
  return (
    <>
      <p>{TEXTS.adminWhy}</p>
      <TextField label={TEXTS.adminName} required maxLength={30} error={errors.adminName?.message} {...register('adminName')} />
      <div className="row">
        <PinField label={TEXTS.adminPin} required note={TEXTS.pinRule} error={errors.adminPin?.message} {...register('adminPin')} />
        <PinField label={TEXTS.pinAgain} required error={errors.adminPinAgain?.message} {...register('adminPinAgain')} />
      </div>
    </>
  );
}
