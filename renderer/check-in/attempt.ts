import { v7 as uuid } from 'uuid';
import type { Verification } from '../../shared/contract/visits';
import { type CheckInForm, emptyPerson } from './form-values';

/** A 核对 and the document it was made for; a changed document leaves it behind. */
export interface Checked extends Verification {
  documentKey: string;
}

/**
 * One attempt to register one visitor. Its request id stays the same through every retry, also after a restart, so that
 * a visit whose answer was lost is not registered a second time.
 */
export interface Attempt {
  requestId: string;
  checked: Checked | null;
}
export const newAttempt = (): Attempt => ({ requestId: uuid(), checked: null });

interface Kept extends Attempt {
  v: 1;
  form: CheckInForm;
}
export const toDraft = (form: CheckInForm, attempt: Attempt): string => JSON.stringify({ v: 1, form, ...attempt } satisfies Kept);

/** A draft of another version of the program is taken as far as it fits; one that cannot be read is none. */
export function fromDraft(text: string, empty: CheckInForm): { form: CheckInForm; attempt: Attempt } | null {
  try {
    const kept: Partial<Kept> = JSON.parse(text);
    if (kept.v !== 1 || !kept.form) return null;
    const people = (kept.form.people ?? []).map((person) => ({ ...emptyPerson(), ...person }));
    // JSON has no NaN: an empty head count comes back as null.
    const form = { ...empty, ...kept.form, heads: kept.form.heads ?? Number.NaN, people: people.length > 0 ? people : empty.people };
    return { form, attempt: { requestId: kept.requestId ?? uuid(), checked: kept.checked ?? null } };
  } catch {
    return null;
  }
}
