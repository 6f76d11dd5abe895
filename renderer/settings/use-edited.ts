import { useState } from 'react';
import type { z } from 'zod';

export interface Edited<T> {
  value: T | undefined;
  dirty: boolean;
  set(value: T): void;
  /** Back to what is saved. */
  forget(): void;
}

/** A whole value being edited: what is saved, until somebody changes it. */
export function useEdited<T>(saved: T | undefined): Edited<T> {
  const [typed, set] = useState<T>();
  const dirty = typed !== undefined && saved !== undefined && JSON.stringify(typed) !== JSON.stringify(saved);
  return { value: typed ?? saved, dirty, set, forget: () => set(undefined) };
}

/** Sentences by dotted path, as a rule gives them too. */
export type Wrong = Readonly<Record<string, string>>;

export function wrongBySchema(schema: z.ZodType, value: unknown): Record<string, string> {
  const parsed = schema.safeParse(value);
  const wrong: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) wrong[issue.path.join('.')] ??= issue.message;
  return wrong;
}

/** Whether anything below a path is wrong. */
export const wrongBelow = (wrong: Wrong, path: string): boolean =>
  Object.keys(wrong).some((each) => each === path || each.startsWith(`${path}.`));
