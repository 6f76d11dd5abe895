import { NumberField } from '../components/field';
import { TEXTS } from './texts';
import { useField } from './use-field';

export function HeadsField() {
  const heads = useField('heads', { valueAsNumber: true });
  return <NumberField label={TEXTS.heads} className="w-heads" required min={1} max={9999} {...heads} />;
}
