import { create } from 'zustand';
import { FLOW_ACT_NAMES, type FlowAct, type QueueRow } from '../../shared/domain/hall';
import type { HistoryEntry } from '../../shared/domain/visit';

/** A call made at this desk, for as long as it is the one that counts. */
export interface OwnCall {
  visitId: string;
  queueNumber: string;
  roomId: string;
  /** ms UTC, as the list shows it; null until it does. */
  calledAt: number | null;
}
/** Two desks called at once, and the other's call stands. */
export interface LostCall extends OwnCall {
  otherRoomId: string;
  /** The other one was earlier, or later, or they are in that room already. */
  how: 'earlier' | 'later' | 'talking';
}

interface OwnCalls {
  mine: readonly OwnCall[];
  lost: readonly LostCall[];
  dismiss(visitId: string): void;
}
export const useOwnCalls = create<OwnCalls>((set) => ({
  mine: [],
  lost: [],
  dismiss: (visitId) => set(({ lost }) => ({ lost: lost.filter((call) => call.visitId !== visitId) })),
}));

const without = <T extends OwnCall>(calls: readonly T[], id: string): T[] => calls.filter(({ visitId }) => visitId !== id);

/** An act of this desk was done: a call to a room is kept in mind; a way into another room that was taken here is no conflict. */
export function noteOwnAct({ id, queueNumber }: Pick<QueueRow, 'id' | 'queueNumber'>, act: FlowAct): void {
  const roomId = act.act === 'call' || act.act === 'transfer' ? act.roomId : '';
  if (roomId === '' && act.act !== 'enter' && act.act !== 'undo') return;
  const call = roomId === '' ? [] : [{ visitId: id, queueNumber, roomId, calledAt: null }];
  useOwnCalls.setState(({ mine, lost }) => ({ mine: [...without(mine, id), ...call], lost: without(lost, id) }));
}

/** @returns the call, as it is known now; that it was lost; or null when it is over */
export function judgeCall(call: OwnCall, row: Pick<QueueRow, 'state' | 'roomId' | 'calledAt'> | undefined): OwnCall | LostCall | null {
  if (!row) return null;
  const { state, roomId, calledAt } = row;
  if (call.calledAt === null) {
    // The list is a moment behind the act.
    if (state === 'waiting' && roomId === call.roomId && calledAt !== null) return { ...call, calledAt };
    return state === 'waiting' || state === 'issued' ? call : null;
  }
  if (state === 'interview') return roomId === call.roomId ? null : { ...call, otherRoomId: roomId, how: 'talking' };
  if (state !== 'waiting' || calledAt === null) return null;
  const earlier = calledAt < call.calledAt;
  // Called again to the same room, wherever from, is no other call. What did not change stays the same thing, or the list
  // would be settled without end.
  if (roomId === call.roomId && !earlier) return calledAt === call.calledAt ? call : { ...call, calledAt };
  return { ...call, otherRoomId: roomId, how: earlier ? 'earlier' : 'later' };
}

/** The list, as it is now, over all that was called here. */
export function settleCalls(rows: readonly QueueRow[]): void {
  const { mine, lost } = useOwnCalls.getState();
  const judged = mine.map((call) =>
    judgeCall(
      call,
      rows.find(({ id }) => id === call.visitId),
    ),
  );
  if (judged.every((each, i) => each === mine[i])) return;
  const isLost = (each: OwnCall | LostCall): each is LostCall => 'how' in each;
  const standing = judged.filter((each) => each !== null);
  useOwnCalls.setState({
    mine: standing.filter((each) => !isLost(each)),
    lost: [...lost, ...standing.filter(isLost)],
  });
}

/** What leads into a room, as a visit's history names it. */
const CALLS: ReadonlySet<string> = new Set([FLOW_ACT_NAMES.call, FLOW_ACT_NAMES.transfer, FLOW_ACT_NAMES.enter, '开始接谈']);

/** @returns the code of the other desk that called last, empty when the history does not tell */
export function callerIn(history: readonly HistoryEntry[], own: string): string {
  const others = history.filter(({ deskCode, action }) => deskCode !== own && CALLS.has(action));
  return others.reduce<HistoryEntry | null>((last, each) => (last && last.at > each.at ? last : each), null)?.deskCode ?? '';
}
