import { useCallback, useMemo, useRef, useState } from 'react';
import type { InterviewNote } from '../../../shared/domain/interview';
import { ask } from '../../bridge';
import { useLive } from '../../hooks/use-live';

const PAGE = 200;

export interface Notes {
  /** In the order of their moments. */
  notes: readonly InterviewNote[];
  total: number;
  /** Earlier ones that are not here yet. */
  more: boolean;
  loadEarlier(): void;
}

/** The newest notes follow the record; earlier pages are read when asked for, and never change. */
export function useNotes(id: string): Notes {
  const { value } = useLive('interview.notes', { id, limit: 100 });
  const [earlier, setEarlier] = useState<readonly InterviewNote[]>([]);
  const loading = useRef(false);
  const newest = value?.notes ?? [];
  const known = useMemo(() => merged(earlier, newest), [earlier, newest]);
  const first = known[0]?.n ?? 0;
  const loadEarlier = useCallback(() => {
    const before = Math.min(...known.map((note) => note.n));
    if (loading.current || !(before > 0)) return;
    loading.current = true;
    void ask('interview.earlier', { id, before, limit: PAGE }).then((result) => {
      loading.current = false;
      if (result.ok) setEarlier((was) => merged(result.value, was));
    });
  }, [id, known]);
  const shown = useMemo(() => [...known].sort((a, b) => a.elapsed - b.elapsed || a.n - b.n), [known]);
  return { notes: shown, total: value?.total ?? 0, more: first > 0, loadEarlier };
}

/** By place in the order; a gap between the pages (many notes at once) is closed by reading on. */
function merged(a: readonly InterviewNote[], b: readonly InterviewNote[]): readonly InterviewNote[] {
  const all = new Map([...a, ...b].map((note) => [note.n, note]));
  return [...all.values()].sort((x, y) => x.n - y.n);
}
