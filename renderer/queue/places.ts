import type { QueueRow } from '../../shared/domain/hall';
import type { HallSettings, Room } from '../../shared/domain/settings';
import { TEXTS } from './texts';

/** Where somebody is, in a word. */
export function placeOf(row: QueueRow, hall: HallSettings): string {
  if (row.state === 'interview') return roomName(row.roomId, hall);
  return areaName(row.areaId, hall) || TEXTS.desk;
}
export const roomName = (id: string, { rooms }: HallSettings): string => rooms.find((room) => room.id === id)?.name ?? '';
export const areaName = (id: string, { areas }: HallSettings): string => areas.find((area) => area.id === id)?.name ?? '';

export interface RoomNow {
  room: Room;
  /** Who is talked with there. */
  row?: QueueRow;
  /** Who was called there and has not come in yet. */
  called?: QueueRow;
}
export const roomsNow = (rows: readonly QueueRow[], { rooms }: HallSettings): RoomNow[] =>
  rooms.map((room) => ({
    room,
    row: rows.find((row) => row.state === 'interview' && row.roomId === room.id),
    called: rows.find((row) => row.state === 'waiting' && row.calledAt !== null && row.roomId === room.id),
  }));
