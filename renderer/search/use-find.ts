import { useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../shared/contract';
import type { AppError } from '../../shared/result';
import { ask } from '../bridge';

export interface Found {
  /** What was asked when this answer came: the screen shows no answer to an older question as if it were newer. */
  text: string;
  rows: OutputOf<'search.find'>['rows'];
  capped: boolean;
  understood: OutputOf<'search.find'>['understood'];
  error?: AppError;
}
const NOTHING: Found = { text: '', rows: [], capped: false, understood: [] };
/** What the list shows without scrolling: asked at every letter. */
const AT_ONCE = 10;
/** Asked when the typing rests; whoever wants more types one more letter. */
const IN_ALL = 30;
const REST_MS = 200;

/**
 * Results as one types, without a pause: one question at a time, and when it is answered the latest text is asked.
 * So a slow machine skips letters instead of falling behind. The rest of a longer list follows when the typing rests.
 */
export function useFind(text: string): Found {
  const [found, setFound] = useState<Found>(NOTHING);
  const wanted = useRef('');
  const busy = useRef(false);
  useEffect(() => {
    wanted.current = text.trim();
    let resting: ReturnType<typeof setTimeout> | undefined;
    const find = async (limit: number): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      let asked: string | null = null;
      let short = false;
      while (asked !== wanted.current) {
        asked = wanted.current;
        if (asked === '') {
          setFound(NOTHING);
          continue;
        }
        const result = await ask('search.find', { text: asked, limit });
        short = result.ok && result.value.capped && limit === AT_ONCE;
        setFound(result.ok ? { text: asked, ...result.value } : { ...NOTHING, text: asked, error: result.error });
      }
      busy.current = false;
      if (short) resting = setTimeout(() => void find(IN_ALL), REST_MS);
    };
    void find(AT_ONCE);
    return () => clearTimeout(resting);
  }, [text]);
  return found;
}
