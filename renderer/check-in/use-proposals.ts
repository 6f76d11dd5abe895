import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { KnownPerson } from '../../shared/domain/known-person';
import type { RuleSettings } from '../../shared/domain/settings';
import type { SpecialNeed } from '../../shared/domain/visit';
import { proposedNeeds } from '../../shared/rules/registration';
import type { CheckInForm } from './form-values';
import { proposeMatter } from './propose-matter';

/** 「老年」 from the birth date: proposed once for a person; the clerk may take it away. */
export function useProposedNeeds(form: UseFormReturn<CheckInForm>, birthDate: string, today: string, rules: RuleSettings): void {
  const last = useRef<{ birthDate: string; needs: SpecialNeed[] }>({ birthDate: '', needs: [] });
  useEffect(() => {
    if (birthDate === last.current.birthDate) return;
    const proposed = birthDate ? proposedNeeds(birthDate, today, rules) : [];
    const own = form.getValues('needs').filter((need) => !last.current.needs.includes(need));
    last.current = { birthDate, needs: proposed };
    form.setValue('needs', [...new Set([...own, ...proposed])]);
  }, [form, birthDate, today, rules]);
}

/** The matter this visit most likely belongs to, until the clerk chooses one; and never a matter of somebody else. */
export function useProposedMatter(
  form: UseFormReturn<CheckInForm>,
  known: KnownPerson | null | undefined,
  fieldCode: string,
  chosen: boolean,
): void {
  const filledField = useRef('');
  useEffect(() => {
    const { getValues, setValue } = form;
    const matters = known?.matters ?? [];
    const stale = getValues('matterId') !== '' && known !== undefined && !matters.some((matter) => matter.id === getValues('matterId'));
    if (stale) setValue('matterChosen', false);
    if (chosen && !stale) return;
    if (known === undefined && getValues('people.0.docNumber') !== '' && getValues('matterId') !== '') return; // still asking
    // A field that was filled in from a matter goes with it; one that the clerk chose stays.
    const typed = fieldCode === filledField.current ? '' : fieldCode;
    const matter = proposeMatter(matters, typed);
    setValue('matterId', matter?.id ?? '');
    const field = matter?.fieldCode ?? typed;
    if (field !== fieldCode) setValue('fieldCode', field, { shouldValidate: form.formState.isSubmitted });
    filledField.current = typed === '' ? (matter?.fieldCode ?? '') : '';
  }, [form, known, fieldCode, chosen]);
}
