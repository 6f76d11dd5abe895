import type { UseFormReturn } from 'react-hook-form';
import { Button } from '../components/button';
import { NumberField, SelectField, TextField } from '../components/field';
import type { PrintingForm } from './printing-form';
import { TEXTS } from './texts';

interface Props {
  printer: string;
  form: UseFormReturn<PrintingForm>;
  /** The page is printed with the saved profile: it would show nothing of an unsaved one. */
  canCalibrate: boolean;
  onCalibrate(): void;
}

export function ProfileEditor({ printer, form, canCalibrate, onCalibrate }: Props) {
  const profiles = form.watch('profiles') ?? [];
  const i = profiles.findIndex((profile) => profile.printer === printer);
  if (i < 0) return null;
  const { register } = form;
  return (
    <fieldset className="setting-group">
      <legend>{TEXTS.profile(printer)}</legend>
      <div className="row setting-row">
        <SelectField label={TEXTS.format} {...register(`profiles.${i}.format`)}>
          {(['a6', 'slip80'] as const).map((format) => (
            <option key={format} value={format}>
              {TEXTS.formats[format]}
            </option>
          ))}
        </SelectField>
        <NumberField label={TEXTS.offsetX} step={0.5} min={-20} max={20} {...register(`profiles.${i}.offsetX`, { valueAsNumber: true })} />
        <NumberField label={TEXTS.offsetY} step={0.5} min={-20} max={20} {...register(`profiles.${i}.offsetY`, { valueAsNumber: true })} />
        <TextField label={TEXTS.options} note={TEXTS.optionsHint} {...register(`profiles.${i}.options`)} />
      </div>
      <div className="setting-acts">
        <Button disabled={!canCalibrate} onClick={onCalibrate}>
          {TEXTS.calibrate}
        </Button>
        {!canCalibrate && <span className="tone-quiet">{TEXTS.unsavedBeforeCalibrate}</span>}
      </div>
    </fieldset>
  );
}
