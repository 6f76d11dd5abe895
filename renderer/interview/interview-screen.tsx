import './interview.css';
import { useEffect, useState } from 'react';
import { Notice } from '../components/notice';
import { useLive } from '../hooks/use-live';
import { RecordingsScreen } from '../recording/ledger/recordings-screen';
import { useScreen } from '../stores/screen';
import { Board } from './board/board';
import { RecordScreen } from './record/record-screen';
import { TEXTS } from './texts';

/** 「接谈」: the rooms, or one interview's record. */
export function InterviewScreen() {
  const settings = useLive('settings.all', {}).value;
  const board = useLive('interview.board', {});
  const [ledger, setLedger] = useState(false);
  const { interviewId, openInterview, wantedVisit } = useScreen();
  const wanted = board.value?.rooms.find((room) => room.visitId === wantedVisit && room.state === 'talking')?.interviewId;
  useEffect(() => {
    if (wanted) openInterview(wanted);
  }, [wanted, openInterview]);
  const interview = useLive('interview.get', { id: interviewId ?? '' }, interviewId !== null);

  if (!settings || !board.value) return null;
  if (ledger) return <RecordingsScreen onBack={() => setLedger(false)} />;
  if (interviewId === null) return <Board board={board.value} settings={settings} onLedger={() => setLedger(true)} />;
  if (interview.value === undefined) return null;
  if (interview.value === null)
    return (
      <div className="screen">
        <Notice level="warning" onDismiss={() => openInterview(null)}>
          {TEXTS.notThere}
        </Notice>
      </div>
    );
  return <RecordScreen key={interview.value.id} interview={interview.value} settings={settings} onBack={() => openInterview(null)} />;
}
