import type { QueueRow } from '../../shared/domain/hall';
import type { HallSettings } from '../../shared/domain/settings';
import { Panel } from '../components/panel';
import { useNow } from '../hooks/use-now';
import { roomsNow } from './places';
import { TEXTS } from './texts';

/** The rooms, and who is in them. */
export function RoomsPanel({ rows, hall }: { rows: readonly QueueRow[]; hall: HallSettings }) {
  const now = useNow(10_000);
  return (
    <Panel title={TEXTS.rooms} className="queue-rooms">
      <ul className="rooms">
        {roomsNow(rows, hall).map(({ room, row, called }) => (
          <li key={room.id}>
            <span className="rooms-name">
              {room.name} {room.wheelchair && <small>{TEXTS.accessible}</small>}
            </span>
            <span className={row ? '' : 'tone-good'}>
              {row
                ? `${row.queueNumber} ${TEXTS.talked(Math.max(0, Math.floor((now - (row.startedAt ?? now)) / 60_000)))}`
                : called
                  ? TEXTS.calling(called.queueNumber)
                  : TEXTS.free}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
