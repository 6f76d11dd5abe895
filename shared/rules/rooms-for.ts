import type { Room } from '../domain/settings';
import type { SpecialNeed } from '../domain/visit';

/** plan S38: whoever cannot walk is offered only rooms with a wheelchair, as long as the hall has one. */
export function roomsFor(needs: readonly SpecialNeed[], rooms: readonly Room[]): readonly Room[] {
  if (!needs.includes('mobility')) return rooms;
  const fit = rooms.filter((room) => room.wheelchair);
  return fit.length > 0 ? fit : rooms;
}
