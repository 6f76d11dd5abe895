import { type FieldPath, useFormContext } from 'react-hook-form';
import type { CheckInForm } from './form-values';

/**
 * One field of the form: judged when it is left (an empty one only after the first try to save, so that passing by is
 * no mistake), and, once it was found wrong, with every key until it is right.
 */
export function useField(path: FieldPath<CheckInForm>, options: { valueAsNumber?: boolean } = {}) {
  const { register, trigger, getValues, getFieldState, formState } = useFormContext<CheckInForm>();
  const { isSubmitted, errors } = formState;
  void errors; // read, so that this component hears of new sentences
  const error = getFieldState(path, formState).error?.message;
  const judge = (): void => void trigger(path);
  return {
    error,
    ...register(path, {
      ...options,
      onBlur: () => {
        if (isSubmitted || getValues(path)) judge();
      },
      onChange: () => {
        if (error) judge();
      },
    }),
  };
}
