import { useRef } from 'react';
import type { OutputOf } from '../../../shared/contract';
import type { FlowAct } from '../../../shared/domain/hall';
import type { NextVisitor, RoomOnBoard } from '../../../shared/domain/interview';
import type { Settings } from '../../../shared/domain/settings';
import { ErrorNotice } from '../../components/notice';
import { useHotkeys } from '../../hooks/use-hotkeys';
import { useRequest } from '../../hooks/use-request';
import { noteOwnAct } from '../../queue/own-calls';
import { useScreen } from '../../stores/screen';
import { useMayAsk } from '../../stores/session';
import { TEXTS } from '../texts';
import { NextList } from './next-list';
import { RoomList } from './room-list';
import { TodayTalks } from './today-talks';

interface Props {
  board: OutputOf<'interview.board'>;
  settings: Settings;
  onLedger(): void;
}

/** Rooms on the left, who is next on the right; the first of them in the first room that suits them is one key away. */
export function Board({ board, settings, onLedger }: Props) {
  const calling = useRequest('visit.act');
  const tidying = useRequest('interview.tidied');
  const { begin, openInterview } = useScreen();
  const whole = useRef<HTMLDivElement>(null);
  // By name: a list that has nothing in it is not there.
  const focusList = (name: string): void => whole.current?.querySelector<HTMLElement>(`[role=listbox][aria-label="${name}"]`)?.focus();
  useHotkeys({ F6: () => focusList(TEXTS.todayList), F7: () => focusList(TEXTS.rooms), F8: () => focusList(TEXTS.nextList) });
  const mayKeep = useMayAsk('recording.list');
  useHotkeys({ 'Alt+L': onLedger }, { enabled: mayKeep });

  const call = (visitor: NextVisitor): void => {
    const roomId = visitor.roomIds[0];
    if (!roomId || calling.busy) return;
    const act: FlowAct = visitor.calledTo ? { act: 'recall' } : { act: 'call', roomId };
    void calling.run({ id: visitor.id, from: visitor.state, act }).then(({ ok }) => ok && noteOwnAct(visitor, act));
  };
  const start = (visitor: NextVisitor): void => {
    const roomId = visitor.calledTo || visitor.roomIds[0] || '';
    begin({ visitId: visitor.id, from: visitor.state, queueNumber: visitor.queueNumber, roomId });
  };
  const open = (room: RoomOnBoard): void => {
    if (room.state === 'talking' && room.interviewId) openInterview(room.interviewId);
    if (room.state === 'to-tidy') void tidying.run({ roomId: room.id });
    const called = board.next.find((visitor) => visitor.id === room.visitId);
    if (room.state === 'called' && called) start(called);
    if (room.state === 'free') focusList(TEXTS.nextList);
  };
  const error = calling.error ?? tidying.error;

  return (
    <div className="screen talk-board" ref={whole}>
      <div className="talk-left">
        <RoomList rooms={board.rooms} onOpen={open} />
        <TodayTalks rows={board.today} onOpen={(row) => openInterview(row.id)} onLedger={mayKeep ? onLedger : undefined} />
      </div>
      <div className="talk-right">
        {error && <ErrorNotice error={error} onDismiss={calling.clear} />}
        <NextList visitors={board.next} hall={settings.hall} hintMinutes={settings.rules.waitHintMinutes} onCall={call} onBegin={start} />
      </div>
    </div>
  );
}
