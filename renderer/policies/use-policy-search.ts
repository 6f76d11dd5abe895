import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';

export interface FoundArticles {
  /** What this answers; null until the library is ready. */
  text: string | null;
  rows: OutputOf<'policy.search'>['rows'];
  total: number;
  error?: AppError;
}
const NOTHING: FoundArticles = { text: null, rows: [], total: 0 };
const SHOWN = 30;

/**
 * Results as one types: one question at a time, and when it is answered the latest text is asked. The first question is
 * an empty one: the library is made ready while somebody is still thinking of a word.
 */
export function usePolicySearch(text: string): FoundArticles {
  const [found, setFound] = useState<FoundArticles>(NOTHING);
  const wanted = useRef('');
  const busy = useRef(false);
  useEffect(() => {
    wanted.current = text.trim();
    const find = async (): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      let asked: string | null = null;
      while (asked !== wanted.current) {
        asked = wanted.current;
        const result = await ask('policy.search', { text: asked, limit: SHOWN });
        setFound(result.ok ? { text: asked, ...result.value } : { ...NOTHING, text: asked, error: result.error });
      }
      busy.current = false;
    };
    void find();
  }, [text]);
  return found;
}
