import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { KnownPerson } from '../../shared/domain/known-person';
import { useAnswer } from '../hooks/use-request';
import { useAfterPersonPage } from '../people/use-after-person-page';
import type { CheckInForm, PersonForm } from './form-values';
import type { PersonFacts } from './person-facts';

type Fillable = 'name' | 'address';

/**
 * At the number's last digit: who is this. Fills what is still empty, and takes back what it filled when the number is
 * changed to somebody else's; what the clerk typed is never touched.
 * @returns undefined while nothing is known yet, null for a new person
 */
export function useKnownPerson(
  form: UseFormReturn<CheckInForm>,
  index: number,
  person: PersonForm,
  facts: PersonFacts,
): KnownPerson | null | undefined {
  const question = facts.numberStands && facts.check ? { docType: person.docType, docNumber: facts.check.normalized } : null;
  const { value: known, reload } = useAnswer('identity.lookup', question);
  useAfterPersonPage(reload);
  const filled = useRef<Partial<Record<Fillable, string>>>({});
  useEffect(() => {
    const { getValues, setValue } = form;
    const put = (field: Fillable, value: string): void => {
      const path = `people.${index}.${field}` as const;
      const now = getValues(path);
      if (now !== '' && now !== value && now !== filled.current[field]) return;
      if (now !== value) setValue(path, value, { shouldDirty: true });
      filled.current[field] = value;
    };
    put('name', known?.person.name ?? '');
    put('address', known?.person.address ?? '');
  }, [form, index, known]);
  return question ? known : undefined;
}
