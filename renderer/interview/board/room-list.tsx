import { useState } from 'react';
import { ROOM_STATE_NAMES, type RoomOnBoard } from '../../../shared/domain/interview';
import { Button } from '../../components/button';
import { DataList } from '../../components/data-list';
import { Panel, Tag, type TagTone } from '../../components/panel';
import { useNow } from '../../hooks/use-now';
import { TEXTS } from '../texts';

const TONES: Record<RoomOnBoard['state'], TagTone> = { free: 'good', called: 'blue', talking: 'warn', 'to-tidy': 'plain' };

/** What Enter does with a room: go on with what is in it. */
const ACTS: Record<RoomOnBoard['state'], string> = { free: '', called: TEXTS.begin, talking: TEXTS.open, 'to-tidy': TEXTS.tidied };

export function RoomList({ rooms, onOpen }: { rooms: readonly RoomOnBoard[]; onOpen(room: RoomOnBoard): void }) {
  const now = useNow(10_000);
  const [selected, setSelected] = useState<RoomOnBoard>();
  const at = rooms.find((room) => room.id === selected?.id);
  const act = at ? ACTS[at.state] : '';
  return (
    <Panel
      title={TEXTS.rooms}
      className="talk-rooms"
      aside={
        at &&
        act && (
          <Button className="panel-end" hint="Enter" onClick={() => onOpen(at)}>
            {act}
          </Button>
        )
      }
    >
      <DataList
        label={TEXTS.rooms}
        rows={rooms}
        rowHeight={52}
        keyOf={(room) => room.id}
        empty={TEXTS.noRooms}
        onSelect={(each) => setSelected(each)}
        onOpen={onOpen}
      >
        {(room) => (
          <div className="talk-room">
            <span>
              <b>{room.name}</b> {room.wheelchair && <small>{TEXTS.wheelchair}</small>}
            </span>
            <Tag tone={TONES[room.state]}>{ROOM_STATE_NAMES[room.state]}</Tag>
            <span className="talk-who">
              {room.queueNumber && <b className="queue-number">{room.queueNumber}</b>} {room.maskedName}
              {room.leadName && <small> {TEXTS.lead(room.leadName)}</small>}
              {room.paused && <small className="tone-warn"> {TEXTS.paused}</small>}
            </span>
            <span className="talk-since">
              {room.since === null ? '' : TEXTS.minutes(Math.max(0, Math.floor((now - room.since) / 60_000)))}
            </span>
          </div>
        )}
      </DataList>
    </Panel>
  );
}
