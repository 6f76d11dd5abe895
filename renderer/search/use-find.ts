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
 * So a slow machine skips letters instead of falling behind. The rest of a longer list follows when the typing rests:
 * a question of its own, which no letter has to wait for and whose answer comes to nothing once a letter is typed.
 */
export function useFind(text: string): Found {
  const [found, setFound] = useState<Found>(NOTHING);
  const wanted = useRef('');
  const busy = useRef(false);
  // One for all questions: the one that answers may have begun before the text that it answers was typed.
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const askRest = async (whole: string): Promise<void> => {
      const answer = await askFor(whole, IN_ALL);
      if (wanted.current === whole && !busy.current) setFound(answer);
    };
    const askLatest = async (): Promise<void> => {
      if (busy.current) return;
      busy.current = true;
      let answer = NOTHING;
      do {
        answer = await askFor(wanted.current, AT_ONCE);
        setFound(answer);
      } while (answer.text !== wanted.current);
      busy.current = false;
      if (answer.capped) resting.current = setTimeout(() => void askRest(answer.text), REST_MS);
    };
    wanted.current = text.trim();
    clearTimeout(resting.current);
    void askLatest();
  }, [text]);
  useEffect(() => () => clearTimeout(resting.current), []);
  return found;
}

async function askFor(text: string, limit: number): Promise<Found> {
  if (text === '') return NOTHING;
  const result = await ask('search.find', { text, limit });
  return result.ok ? { text, ...result.value } : { ...NOTHING, text, error: result.error };
}
