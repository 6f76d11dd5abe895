import { useEffect } from 'react';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { useAnswer } from '../hooks/use-request';
import { useMayAsk, useSession } from '../stores/session';
import { useDeskName } from '../sync/use-desk-name';
import { callerIn, type LostCall, settleCalls, useOwnCalls } from './own-calls';
import { roomName } from './places';
import { TEXTS } from './texts';

/** Two desks called the same visitor while they did not hear each other: the one whose call does not stand says so. */
export function LostCalls() {
  const { mine, lost } = useOwnCalls();
  const may = useMayAsk('queue.list');
  const rows = useLive('queue.list', {}, may && mine.length > 0).value;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a call made just now is judged by the list as it is
  useEffect(() => {
    if (rows) settleCalls(rows);
  }, [rows, mine]);
  return may ? lost.map((call) => <Lost key={call.visitId} call={call} />) : null;
}

function Lost({ call }: { call: LostCall }) {
  const hall = useLive('settings.all', {}).value?.hall;
  const own = useSession((s) => s.program?.deskCode ?? '');
  const history = useAnswer('visit.history', { id: call.visitId });
  const nameOf = useDeskName();
  const dismiss = useOwnCalls((s) => s.dismiss);
  if (!hall || !(history.value ?? history.error)) return null;
  const code = callerIn(history.value ?? [], own);
  return (
    <Notice level="warning" onDismiss={() => dismiss(call.visitId)}>
      {TEXTS.lostCall[call.how](
        call.queueNumber,
        code === '' ? TEXTS.anotherDesk : nameOf(code),
        roomName(call.otherRoomId, hall),
        roomName(call.roomId, hall),
      )}
    </Notice>
  );
}
