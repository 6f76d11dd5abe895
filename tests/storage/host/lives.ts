import type { LiveName, OutputOf } from '../../../shared/contract';
import type { Result } from '../../../shared/result';
import { CLERK, type Desk } from './desk';

/** The first answer of a live query; a refusal rejects with its code. */
export function first<N extends LiveName>(desk: Desk, name: N, input: unknown = {}, who: typeof CLERK = CLERK): Promise<OutputOf<N>> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(
      name,
      (result: Result<unknown>) => {
        queueMicrotask(() => stop());
        if (result.ok) resolve(result.value as OutputOf<N>);
        else reject(new Error(result.error.code));
      },
      input,
      who,
    );
  });
}
