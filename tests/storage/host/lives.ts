import type { LiveName } from '../../../shared/contract';
import type { Result } from '../../../shared/result';
import type { CLERK, Desk } from './desk';

/** The first answer of a live query. */
export function first<T>(desk: Desk, name: LiveName, input: unknown, who: typeof CLERK): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(
      name,
      (result: Result<unknown>) => {
        queueMicrotask(() => stop());
        if (result.ok) resolve(result.value as T);
        else reject(new Error(result.error.code));
      },
      input,
      who,
    );
  });
}
