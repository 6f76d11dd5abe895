import { useRef, useState } from 'react';
import { type FieldPath, useFormContext } from 'react-hook-form';
import type { RegisteredVisit } from '../../shared/contract/visits';
import { appError } from '../../shared/errors';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';
import type { Attempt } from './attempt';
import { useDesk } from './desk-context';
import type { CheckInForm } from './form-values';
import { fieldFor } from './rules-resolver';
import { TEXTS } from './texts';
import { toRegistration } from './to-registration';

export interface RefusalShown {
  error: AppError;
  /** Sentences about things that have no field on the screen. */
  more: string[];
}

interface Parts {
  attempt: Attempt;
  /** A verified visitor is on the way: what was said of the one before is no longer the answer. */
  onBegin(): void;
  onSaved(visit: RegisteredVisit): void;
  onNotVerified(): void;
  /** The program no longer takes this 核对: too old, used, or of another document. */
  onCheckRefused(): void;
}

/** 「登记并打印」: judged by the rules, refused without a 核对, then one request that may be repeated but is made once. */
export function useRegister({ attempt, onBegin, onSaved, onNotVerified, onCheckRefused }: Parts) {
  const { rules, today, checked, checkedStale } = useDesk();
  const form = useFormContext<CheckInForm>();
  const [refusal, setRefusal] = useState<RefusalShown | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const refuse = (message: string, more: string[] = []): void => setRefusal({ error: appError('refused', { message }), more });

  const send = async (values: CheckInForm): Promise<void> => {
    const notVerified = checkedStale ? TEXTS.verifyAgain : TEXTS.verifyFirst;
    if (!checked) {
      refuse(notVerified);
      return onNotVerified();
    }
    const registration = toRegistration(values, rules, today);
    const result = await ask('visit.register', { requestId: attempt.requestId, verificationId: checked.id, registration });
    if (result.ok) return onSaved(result.value);
    if (result.error.fields?.verificationId) onCheckRefused();
    setRefusal({ error: result.error, more: placeSentences(result.error) });
  };

  /** Puts each sentence beside its field and answers with those that have none. */
  const placeSentences = (error: AppError): string[] => {
    const homeless: string[] = [];
    let focused = false;
    for (const [path, message] of Object.entries(error.fields ?? {})) {
      const field = fieldFor(path);
      if (document.getElementsByName(field).length === 0) homeless.push(message);
      else {
        form.setError(field as FieldPath<CheckInForm>, { type: 'server', message }, { shouldFocus: !focused });
        focused = true;
      }
    }
    return [...new Set(homeless)].filter((sentence) => !error.message.includes(sentence));
  };

  const invalid = (): void => {
    const { errors } = form.formState;
    const homeless = sentencesWithoutField(errors);
    refuse(TEXTS.fixFields, checked ? homeless : [...homeless, checkedStale ? TEXTS.verifyAgain : TEXTS.verifyFirst]);
  };

  const register = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    if (checked) onBegin();
    try {
      await form.handleSubmit(send, invalid)();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { register, busy, refusal, clearRefusal: () => setRefusal(null) };
}

/** Walks the tree of errors; a leaf whose field is not on the screen is said in the notice instead. */
function sentencesWithoutField(errors: object, path = ''): string[] {
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || key === 'ref') return [];
    const here = path ? `${path}.${key}` : key;
    if ('message' in value && typeof value.message === 'string')
      return document.getElementsByName(here).length === 0 ? [value.message] : [];
    return sentencesWithoutField(value, here);
  });
}
