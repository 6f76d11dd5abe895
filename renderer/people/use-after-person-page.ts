import { useEffect, useRef } from 'react';
import { useScreen } from '../stores/screen';

/** Records may have been merged or split there: what a screen below asked before is asked again. */
export function useAfterPersonPage(reload: () => void): void {
  const personId = useScreen((s) => s.personId);
  const before = useRef(personId);
  useEffect(() => {
    if (before.current !== null && personId === null) reload();
    before.current = personId;
  }, [personId, reload]);
}
