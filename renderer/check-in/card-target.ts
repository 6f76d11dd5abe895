/** Whose document is read: a person of the form, or the guardian of one. */
export interface Target {
  index: number;
  guardian: boolean;
}

export const basePath = ({ index, guardian }: Target) => (guardian ? (`people.${index}.guardian` as const) : (`people.${index}` as const));
export const numberPath = (at: Target) => `${basePath(at)}.docNumber` as const;

/** The person whose field has the caret; the first visitor when it stands elsewhere. */
export function personInFocus(): Target {
  const field = document.activeElement;
  const named = field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement;
  const [, index, guardian] = /^people\.(\d+)\.(guardian\.)?/.exec(named ? field.name : '') ?? [];
  return { index: Number(index ?? 0), guardian: guardian !== undefined };
}

export const focusNumber = (at: Target): void => document.getElementsByName(numberPath(at))[0]?.focus();
