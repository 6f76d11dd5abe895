import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditCursor, AuditEntry, AuditFilter } from '../../shared/domain/audit';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';

const PAGE = 100;

interface Trail {
  entries: readonly AuditEntry[];
  more: boolean;
  busy: boolean;
  error: AppError | undefined;
  /** The next page behind what is shown. */
  earlier(): void;
  /** From the newest on. */
  again(): void;
}

/** The trail as far as somebody has looked: a page, and each further one by a key. */
export function useTrail(filter: AuditFilter): Trail {
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [next, setNext] = useState<AuditCursor | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<AppError>();
  const turn = useRef(0);
  const load = useCallback(
    async (after: AuditCursor | null): Promise<void> => {
      const mine = ++turn.current;
      setBusy(true);
      const result = await ask('audit.search', { ...filter, after, limit: PAGE });
      if (mine !== turn.current) return;
      setBusy(false);
      setError(result.ok ? undefined : result.error);
      if (!result.ok) return;
      setEntries((before) => (after ? [...before, ...result.value.entries] : result.value.entries));
      setNext(result.value.next);
    },
    [filter],
  );
  useEffect(() => void load(null), [load]);
  return { entries, more: next !== null, busy, error, earlier: () => void load(next), again: () => void load(null) };
}
