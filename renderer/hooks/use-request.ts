import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf, RequestName } from '../../shared/contract';
import type { AppError, Result } from '../../shared/result';
import { ask } from '../bridge';

export interface Request<N extends RequestName> {
  run(input: InputOf<N>): Promise<Result<OutputOf<N>>>;
  busy: boolean;
  /** Of the last run, until the next or `clear`. */
  error: AppError | undefined;
  clear(): void;
}

/** A request made by an act: a button, a key. */
export function useRequest<N extends RequestName>(name: N): Request<N> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const run = useCallback(
    async (input: InputOf<N>) => {
      setBusy(true);
      setError(undefined);
      const result = await ask(name, input);
      setBusy(false);
      if (!result.ok) setError(result.error);
      return result;
    },
    [name],
  );
  const clear = useCallback(() => setError(undefined), []);
  return { run, busy, error, clear };
}

export interface Answer<T> {
  value: T | undefined;
  error: AppError | undefined;
  reload(): void;
}

/** A question that belongs to what is shown: asked when it appears and when its input changes; `null` asks nothing. */
export function useAnswer<N extends RequestName>(name: N, input: InputOf<N> | null): Answer<OutputOf<N>> {
  const key = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<{ key: string | null; result: Result<OutputOf<N>> | null }>({ key: null, result: null });
  const [turn, setTurn] = useState(0);
  const latest = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how reload() asks again
  useEffect(() => {
    const mine = ++latest.current;
    if (key === null) return;
    void ask(name, JSON.parse(key) as InputOf<N>).then((result) => {
      if (mine === latest.current) setState({ key, result });
    });
  }, [name, key, turn]);
  const reload = useCallback(() => setTurn((n) => n + 1), []);
  const result = state.key === key ? state.result : null;
  return { value: result?.ok ? result.value : undefined, error: result && !result.ok ? result.error : undefined, reload };
}
