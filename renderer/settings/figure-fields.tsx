import type { UseFormRegisterReturn } from 'react-hook-form';
import type { z } from 'zod';
import { MANAGED } from '../../shared/rules/machine-policy';
import { NumberField } from '../components/field';
import { TEXTS } from './texts';

type Figure = z.ZodDefault<z.ZodNumber>;

interface Props<K extends string> {
  /** Label and note of each, in the order of the screen. */
  texts: Readonly<Record<K, readonly string[]>>;
  shape: NoInfer<Readonly<Record<K, Figure>>>;
  wrong(key: K): boolean;
  field(key: K): UseFormRegisterReturn;
  /** Set by the administrator's policy: shown, and not to be changed here. */
  held?(key: K): boolean;
}

/** Whole numbers of a setting. Their bounds are the schema's own, so that the sentence and the check cannot disagree. */
export function FigureFields<K extends string>({ texts, shape, wrong, field, held }: Props<K>) {
  return (Object.keys(texts) as K[]).map((key) => {
    const [label = key, note = ''] = texts[key];
    const { minValue, maxValue } = shape[key].unwrap();
    const [min, max] = [minValue ?? 0, maxValue ?? Number.MAX_SAFE_INTEGER];
    return (
      <NumberField
        key={key}
        label={label}
        note={held?.(key) ? MANAGED : `${note}（${min}–${max}）`}
        readOnly={held?.(key)}
        min={min}
        max={max}
        error={wrong(key) ? TEXTS.outOfBounds(min, max) : undefined}
        {...field(key)}
      />
    );
  });
}
