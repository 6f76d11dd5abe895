import { contract, type InputOf, type LiveName, type OutputOf } from '../../../shared/contract';
import { CLERK, type Desk } from './desk';

/** The first answer of a live query, which must fit the contract. */
export function liveOnce<N extends LiveName>(desk: Desk, name: N, input: InputOf<N>, who = CLERK): Promise<OutputOf<N>> {
  return new Promise((resolve, reject) => {
    const stop = desk.subscribe(
      name,
      (result) => {
        queueMicrotask(() => stop());
        if (result.ok) resolve(contract[name].output.parse(result.value) as OutputOf<N>);
        else reject(new Error(JSON.stringify(result.error)));
      },
      contract[name].input.parse(input),
      who,
    );
  });
}
