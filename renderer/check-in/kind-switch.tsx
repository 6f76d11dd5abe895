import { useFormContext } from 'react-hook-form';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import { TEXTS } from './texts';

/** 个访 or 集体访 follows from the number of heads; pressing one sets the heads accordingly. */
export function KindSwitch() {
  const { kind, rules } = useDesk();
  const { setValue, setFocus, getValues } = useFormContext<CheckInForm>();
  const collective = (): void => {
    if (kind === 'collective') return;
    setValue('heads', rules.collectiveFrom, { shouldDirty: true });
    setFocus('heads', { shouldSelect: true });
  };
  const individual = (): void => {
    if (kind === 'individual') return;
    setValue('heads', 1, { shouldDirty: true });
    // Representatives that were typed stay in the form until it is cleared: the number may have been a slip.
    if (getValues('people').length === 1) setFocus('people.0.docNumber');
  };
  return (
    <fieldset className="kind" aria-label={TEXTS.visitKind}>
      <button type="button" aria-pressed={kind === 'individual'} onClick={individual}>
        {TEXTS.individual}
      </button>
      <button type="button" aria-pressed={kind === 'collective'} onClick={collective}>
        {TEXTS.collective}
      </button>
    </fieldset>
  );
}
