import { useCallback } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { showsDocument } from '../../shared/rules/identity';
import { checkPhone } from '../../shared/rules/phone';
import { ExpectedLine } from '../appointments/expected-line';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';

/** Today's appointment of whoever stands here: asked once the number stands, or name and telephone are there. */
export function Expected() {
  const { person, facts, paper, active } = useDesk();
  const { control, setValue } = useFormContext<CheckInForm>();
  const chosen = useWatch({ control, name: 'appointmentId' });
  const docNumber = showsDocument(person.docType) && facts.numberStands ? (facts.check?.normalized ?? '') : '';
  const phone = checkPhone(person.phone).ok ? person.phone.trim() : '';
  const name = person.name.trim();
  const enough = docNumber !== '' || (phone !== '' && name !== '');
  const choose = useCallback((id: string | null) => setValue('appointmentId', id, { shouldDirty: true }), [setValue]);
  // A paper card says nothing of the appointments of now.
  if (paper) return null;
  return (
    <ExpectedLine
      who={enough ? { docType: person.docType, docNumber, name: phone && name, phone } : null}
      chosen={chosen}
      onChoose={choose}
      active={active}
    />
  );
}
