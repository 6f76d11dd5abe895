import { go } from '../stores/route';
import { useScreen } from '../stores/screen';

/** A talk's record, whatever stands over the screen now: there it is printed, signed and amended. */
export function openTalk(interviewId: string): void {
  const { closeVisit, closePerson, openInterview } = useScreen.getState();
  closeVisit();
  closePerson();
  openInterview(interviewId);
  go('interview');
}
