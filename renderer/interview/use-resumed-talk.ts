import { useEffect, useRef } from 'react';
import type { SessionView } from '../../shared/contract/session';
import { ask } from '../bridge';
import { go } from '../stores/route';
import { useScreen } from '../stores/screen';
import { mayAsk } from '../stores/session';

/** After a restart, or when somebody signs in again: the interview that goes on without them is in front. */
export function useResumedTalk(session: SessionView): void {
  const asked = useRef('');
  const staffId = session.staff?.id ?? '';
  const may = mayAsk(session, 'interview.mine') && !session.locked;
  useEffect(() => {
    if (!may || asked.current === staffId) return;
    asked.current = staffId;
    void ask('interview.mine', {}).then((result) => {
      if (!result.ok || !result.value || useScreen.getState().interviewId) return;
      useScreen.getState().openInterview(result.value.id);
      go('interview');
    });
  }, [may, staffId]);
}
