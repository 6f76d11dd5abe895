import { useEffect, useRef, useState } from 'react';
import type { PersonPage } from '../../shared/contract/people';
import { type Live, useLive } from '../hooks/use-live';

const STEP = 100;

/** The page as it is now. More lines are asked for as somebody goes down; meanwhile those already there stay. */
export function usePage(personId: string): Live<PersonPage | null> & { more(): void } {
  const [limit, setLimit] = useState(STEP);
  const live = useLive('person.page', { personId, limit });
  const last = useRef(live.value);
  useEffect(() => {
    if (live.value !== undefined) last.current = live.value;
  }, [live.value]);
  const value = live.value === undefined ? last.current : live.value;
  const more = (): void => {
    const page = live.value;
    if (page && page.visits.length < page.total && page.visits.length >= limit) setLimit(limit * 2);
  };
  return { value, error: live.error, more };
}
