import type { UseFormReturn } from 'react-hook-form';
import { classifyScan } from '../../shared/rules/reader-scan';
import { typeInto, useScanner } from '../hooks/use-scanner';
import { basePath, focusNumber, numberPath, personInFocus } from './card-target';
import type { CheckInForm } from './form-values';
import { holdsCitizenNumber } from './person-facts';
import type { DeskReader } from './use-reader';

/**
 * A scanner or a wedge at this screen. A whole 公民身份号码 goes to the number of the person in focus, whatever field had
 * the caret; a part of one goes nowhere and is said. Cards, whole or half, are taken by the return of cards (use-scanned-card).
 */
export function useDeskScanner(form: UseFormReturn<CheckInForm>, reader: DeskReader, active: boolean): void {
  useScanner(
    (text) => {
      if (document.querySelector('dialog[open]')) return false;
      const scan = classifyScan(text);
      if (scan.kind === 'incomplete' && scan.of === 'citizen-number') {
        reader.halfScan();
        return true;
      }
      if (scan.kind !== 'citizen-number') return false;
      const at = personInFocus();
      form.setValue(numberPath(at), scan.number, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
      focusNumber(at);
      return true;
    },
    active,
    (text, field) => {
      // The box for searching takes parts, too.
      if (!field.name.startsWith('people.')) return false;
      const scan = classifyScan(text);
      // Behind what a half scan before it had left there.
      if (scan.kind === 'citizen-number' && field.value !== text) typeInto(field, scan.number);
      // The part stays where a number belongs and is judged there; the next scan replaces it.
      if (scan.kind === 'incomplete' && (scan.of !== 'citizen-number' || holdsCitizenNumber(typeInFocus(form)))) reader.halfScan();
      return false;
    },
  );
}

const typeInFocus = (form: UseFormReturn<CheckInForm>) => form.getValues(`${basePath(personInFocus())}.docType`);
