import type { InHallState, QueueRow } from '../domain/hall';

const STATE_ORDER: Record<string, number> = { waiting: 0, issued: 1, interview: 2, ended: 3 } satisfies Record<InHallState, number>;

type Ordered = Pick<QueueRow, 'state' | 'calledAt' | 'absentAt' | 'priority' | 'appointment' | 'waitingSince' | 'registeredAt' | 'id'>;

/**
 * Who is next: the called first, then special needs (plan S22), then those with an appointment, each by how long they
 * wait. Who missed a call comes after everybody who was there, special needs or not. Cards just issued follow the waiting.
 */
export function compareQueue(a: Ordered, b: Ordered): number {
  return (
    (STATE_ORDER[a.state] ?? 9) - (STATE_ORDER[b.state] ?? 9) ||
    Number(b.calledAt !== null) - Number(a.calledAt !== null) ||
    (a.absentAt ?? 0) - (b.absentAt ?? 0) ||
    Number(b.priority) - Number(a.priority) ||
    Number(b.appointment !== '') - Number(a.appointment !== '') ||
    (a.waitingSince ?? a.registeredAt) - (b.waitingSince ?? b.registeredAt) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Whole minutes since they began to wait, or got their card; 0 while they are talked with. @param now ms UTC */
export function waitedMinutes(row: Pick<QueueRow, 'state' | 'waitingSince' | 'registeredAt'>, now: number): number {
  if (row.state !== 'waiting' && row.state !== 'issued') return 0;
  return Math.max(0, Math.floor((now - (row.waitingSince ?? row.registeredAt)) / 60_000));
}

/** A card that nobody settled for so long says nothing of anybody's waiting any more. */
const STALE_MINUTES = 12 * 60;

/** Whom somebody should speak to: guided or not, they wait. @param minutes from when on */
export function waitsLong(row: Parameters<typeof waitedMinutes>[0], now: number, minutes: number): boolean {
  const waited = waitedMinutes(row, now);
  return waited >= minutes && waited < STALE_MINUTES;
}
