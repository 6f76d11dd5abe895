import { useCallback, useEffect, useState } from 'react';
import type { SelfCheckView } from '../../shared/domain/day-end';
import type { AppError } from '../../shared/result';
import { runSelfCheck } from './microphones';

export interface SelfCheck {
  view: SelfCheckView | undefined;
  error: AppError | undefined;
  busy: boolean;
  again(): void;
}

/** Looks when it appears, and again when somebody asks. */
export function useSelfCheck(): SelfCheck {
  const [view, setView] = useState<SelfCheckView>();
  const [error, setError] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const again = useCallback(() => {
    setBusy(true);
    void runSelfCheck(true).then((result) => {
      setBusy(false);
      if (result.ok) setView(result.value);
      setError(result.ok ? undefined : result.error);
    });
  }, []);
  useEffect(again, [again]);
  return { view, error, busy, again };
}
