import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';

export interface Found {
  /** What was asked when this answer came: the screen shows no answer to an older question as if it were newer. */
  text: string;
  rows: OutputOf<'search.find'>['rows'];
  capped: boolean;
  error?: AppError;
}
const NOTHING: Found = { text: '', rows: [], capped: false };
/** Two screens of the list; whoever wants more types one more letter. */
const LIMIT = 20;

/**
 * Results as one types, without a pause: one question at a time, and when it is answered the latest text is asked.
 * So a slow machine skips letters instead of falling behind.
 */
export function useFind(text: string): Found {
  const [found, setFound] = useState<Found>(NOTHING);
  const wanted = useRef('');
  const busy = useRef(false);
  useEffect(() => {
    wanted.current = text.trim();
    const next = async (): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      let asked: string | null = null;
      while (asked !== wanted.current) {
        asked = wanted.current;
        if (asked === '') {
          setFound(NOTHING);
          continue;
        }
        const result = await ask('search.find', { text: asked, limit: LIMIT });
        setFound(result.ok ? { text: asked, ...result.value } : { ...NOTHING, text: asked, error: result.error });
      }
      busy.current = false;
    };
    void next();
  }, [text]);
  return found;
}
